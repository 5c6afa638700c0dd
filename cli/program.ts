import { Command, CommanderError, Option } from "commander";
import { UtfallError } from "../engine/issues.ts";
import { engineVersion } from "../engine/version.ts";
import { BadInput } from "./badInput.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Io } from "./io.ts";
import { languageOf } from "./options.ts";
import { standards } from "./standards.ts";
import { word } from "./words.ts";

/** Runs a command line (without the names of node and script) and gives its exit code. Never throws. */
export async function utfall(words: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const writing: Promise<void>[] = [];
  const program = commandLine(io, writing, (outcome) => {
    code = outcome;
  });
  try {
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
    return await sayError(error, words, io);
  } finally {
    await Promise.all(writing);
  }
}

/** The words for a problem, and the exit code that goes with it: the user's to mend, or a fault of ours. */
export async function sayError(error: unknown, words: readonly string[], io: Io): Promise<ExitCode> {
  const at = words.indexOf("--lang");
  const asked = at >= 0 ? words[at + 1] : words.find((text) => text.startsWith("--lang="))?.slice("--lang=".length);
  const language = languageOf(asked, io.env, (error instanceof BadInput && error.language) || "en");
  if (error instanceof UtfallError) {
    const { problemsText } = await import("./findings.ts");
    await io.stderr.write(problemsText(error, language));
    if (error.issues.some(({ code }) => code === "interruptedEarly")) return exitCodes.interrupted;
    if (!error.issues.some(({ code }) => code === "workerLost")) return exitCodes.badInput;
  } else {
    const message = error instanceof Error ? error.message : String(error);
    await io.stderr.write(`${word("fault", language, { message })}\n`);
  }
  await io.stderr.write(`${word("reportFault", language)}\n`);
  if (io.env.UTFALL_DEBUG === "1" && error instanceof Error) await io.stderr.write(`${error.stack}\n`);
  return exitCodes.fault;
}

/** Each command is loaded when it is asked for: neither --help nor an error should wait for the others. */
function commandLine(io: Io, writing: Promise<void>[], finished: (code: ExitCode) => void): Command {
  const program = new Command("utfall")
    .description("Monte Carlo simulation of social investments: what a programme may lead to, and how sure that is.")
    .version(engineVersion)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => writing.push(io.stdout.write(text)),
      writeErr: (text) => writing.push(io.stderr.write(text)),
      getOutHelpWidth: () => Math.min(io.stdout.columns, 100),
      getErrHelpWidth: () => Math.min(io.stderr.columns, 100),
    })
    .addHelpText(
      "after",
      `
Exit codes:
  0    done
  1    a criterion of --require is not met, or a result does not come out the same
  2    bad input, or a file that can't be read or written
  3    a fault of ours
  130  stopped by Ctrl-C (143 by SIGTERM); what was complete is written

Languages: --lang, else the environment's UTFALL_LANG, else the scenario's own.`,
    );
  const lang = () => new Option("--lang <en|sv>", "language of what is written (default: the scenario's)");
  const several = (text: string, before: readonly string[] = []) => [...before, text];
  const example = (text: string) => `\nExample:\n  ${text}`;

  program
    .command("check")
    .description("check scenario files: all that is wrong in them, at file:line:column")
    .argument("<file...>", "scenario files, or ids of the catalogue")
    .addOption(lang())
    .option("--json", "findings as JSON")
    .addHelpText("after", example("utfall check my-scenario.yaml"))
    .action(async (files, options) => {
      const { checkCommand } = await import("./commands/check.ts");
      finished(await checkCommand(files, options, io));
    });
  program
    .command("run")
    .description("simulate a scenario and say what comes out")
    .argument("<scenario>", "a scenario file, or an id of the catalogue")
    .option("--draws <n>", `number of draws, rounded up as the design needs (default: ${standards.draws})`)
    .option("--seed <text>", `any text; the same seed gives the same bits (default: "${standards.seed}")`)
    .option("--threads <n>", "threads at most; no effect on the result (default: the cores there are)")
    .option("--design <sobol|plain>", `where the random numbers come from (default: ${standards.design})`)
    .option("--chance <on|off>", `on: draw people and cases as whole numbers (default: ${standards.chance})`)
    .addOption(lang())
    .option("--full", "the summary with all that was computed (default: what a decision hangs on)")
    .option("--out <dir>", "write <id>.json and the decision page <id>.html into this folder")
    .option("--no-page", "with --out: only the .json")
    .option("--json [file]", "the result as JSON, on standard output or into a file")
    .option("--csv [file]", "the figures as CSV, on standard output or into a file")
    .option("--csv-style <plain|excel-sv>", "excel-sv: semicolons and decimal commas, as a Swedish Excel opens them")
    .option("--save-draws <file>", "every draw of the kept figures as CSV")
    .option("--require <criterion=chance>", "exit with 1 if the criterion's chance is less; may be repeated", several)
    .option(
      "--target <figure=halfwidth>",
      "draw until the figure is so sure, as net=20000 or success=1%; may be repeated",
      several,
    )
    .option("--most-draws <n>", `with --target: where to stop at the latest (default: ${standards.mostDraws})`)
    .option("--memory <mib>", `for draws kept at a time; no effect on the result (default: ${standards.memoryMiB})`)
    .option(
      "--option <id>",
      "lead with this option of the scenario: its page, its figures (default: the file as it stands)",
    )
    .option("--options <all|none>", "none: leave the scenario's other options out (default: all)")
    .option(
      "--output <figure>",
      "a further figure, as net.education.y2 or smallTeam-base/net; may be repeated",
      several,
    )
    .addHelpText("after", example("utfall run school-absence --out out --require success=80%"))
    .action(async (scenario, options) => {
      const { runCommand } = await import("./commands/run.ts");
      finished(await runCommand(scenario, options, io));
    });
  program
    .command("report")
    .description("make the decision page of a result again")
    .argument("<result>", "the .json file that `utfall run` wrote")
    .addOption(lang())
    .option("--out <file>", "where to write the page (default: beside the result)")
    .option("--text", "the summary on standard output; the page only with --out")
    .option("--full", "with --text: all that was computed, not only what a decision hangs on")
    .addHelpText("after", example("utfall report out/school-absence.json --lang sv --out sida.html"))
    .action(async (file, options) => {
      const { reportCommand } = await import("./commands/report.ts");
      finished(await reportCommand(file, options, io));
    });
  program
    .command("update")
    .description("forecast again from what has been seen of a programme, and say what has changed")
    .argument("<scenario>", "a scenario file, or an id of the catalogue")
    .option("--observed <file>", "a follow-up (utfall-observed/1); may be repeated", several)
    .option("--after <result>", "go on from an earlier update: its follow-ups count as well")
    .option("--draws <n>", `number of draws, rounded up as the design needs (default: ${standards.draws})`)
    .option("--seed <text>", `any text; the same seed gives the same bits (default: "${standards.seed}")`)
    .option("--threads <n>", "threads at most; no effect on the result (default: the cores there are)")
    .option("--design <sobol|plain>", `where the random numbers come from (default: ${standards.design})`)
    .option("--chance <on|off>", `on: draw people and cases as whole numbers (default: ${standards.chance})`)
    .addOption(lang())
    .option("--full", "the summary with all that was computed (default: what a decision hangs on)")
    .option("--out <dir>", "write <id>-updated.json and the page <id>-updated.html into this folder")
    .option("--no-page", "with --out: only the .json")
    .option("--json [file]", "the result as JSON, on standard output or into a file")
    .option("--csv [file]", "the figures as CSV, on standard output or into a file")
    .option("--csv-style <plain|excel-sv>", "excel-sv: semicolons and decimal commas, as a Swedish Excel opens them")
    .option("--memory <mib>", `for draws kept at a time; no effect on the result (default: ${standards.memoryMiB})`)
    .option("--option <id>", "the option that is carried out (default: the file as it stands)")
    .option("--output <figure>", "a further figure, as net.education.y2; may be repeated", several)
    .addHelpText("after", example("utfall update school-absence --observed year-1.yaml --out out"))
    .action(async (scenario, options) => {
      const { updateCommand } = await import("./commands/update.ts");
      finished(await updateCommand(scenario, options, io));
    });
  program
    .command("sensitivity")
    .description("say what carries a result, and what would flip it, by one or several methods")
    .argument("[scenario]", "a scenario file, or an id of the catalogue")
    .option("--method <id>", "a method; may be repeated, or several with commas (default: by a printed rule)", several)
    .option(
      "--of <figure>",
      "a figure or a criterion; may be repeated (default: the leading net value, and success or all criteria)",
      several,
    )
    .option(
      "--inputs <places>",
      "two or more assumptions for twoWay and switchingPairs (default: the strongest two)",
      several,
    )
    .option("--draws <n>", `number of draws, rounded up as the design needs (default: ${standards.draws})`)
    .option("--seed <text>", `any text; the same seed gives the same bits (default: "${standards.seed}")`)
    .option("--threads <n>", "threads at most; no effect on the result (default: the cores there are)")
    .option("--design <sobol|plain>", `where the random numbers come from (default: ${standards.design})`)
    .option("--chance <on|off>", `on: draw people and cases as whole numbers (default: ${standards.chance})`)
    .addOption(lang())
    .option("--out <dir>", "write <id>-sensitivity.json and the page <id>-sensitivity.html into this folder")
    .option("--json [file]", "all that was found as JSON, on standard output or into a file")
    .option("--csv [file]", "the same as CSV, one figure a row")
    .option("--option <id>", "of this option of the scenario (default: the file as it stands)")
    .option("--draws-file <file>", "in place of a scenario: draws made elsewhere as CSV; --of names its output columns")
    .addHelpText("after", example("utfall sensitivity school-absence --of success --out out"))
    .action(async (scenario, options) => {
      const { sensitivityCommand } = await import("./commands/sensitivity.ts");
      finished(await sensitivityCommand(scenario, options, io));
    });
  program
    .command("calibrate")
    .description("hold past forecasts against what came of them: how often intervals held, how good chances were")
    .argument("<folder>", "results of utfall run, each beside a follow-up of the same programme")
    .addOption(lang())
    .option("--json", "as JSON")
    .option("--svg <file>", "write a picture: goals met by the chance they were given, and where outturns fell")
    .addHelpText("after", example("utfall calibrate past-programmes --lang sv"))
    .action(async (folder, options) => {
      const { calibrateCommand } = await import("./commands/calibrate.ts");
      finished(await calibrateCommand(folder, options, io));
    });
  program
    .command("list")
    .description("list the scenarios of the catalogue, or the unit costs that come with the program")
    .option("--unit-costs", "the unit costs, with price year, what they include, and source")
    .addOption(lang())
    .option("--json", "as JSON")
    .addHelpText("after", example("utfall list --unit-costs --lang sv"))
    .action(async (options) => {
      if (options.unitCosts) {
        const { listUnitCosts } = await import("./commands/listUnitCosts.ts");
        finished(await listUnitCosts(options, io));
        return;
      }
      const { listCommand } = await import("./commands/list.ts");
      finished(await listCommand(options, io));
    });
  program
    .command("explain")
    .description("how a number of a scenario was read: its distribution, percentiles, source")
    .argument("<scenario>", "a scenario file, or an id of the catalogue")
    .argument(
      "[input]",
      "a quantity by its name, its place (funnel.reached) or the path of its draws; without it, all that are uncertain",
    )
    .addOption(lang())
    .option("--svg <file>", "write a picture of the distribution")
    .option("--json", "as JSON, numbers in base units")
    .addHelpText("after", example("utfall explain school-absence costs.team.post.salary --svg salary.svg"))
    .action(async (scenario, input, options) => {
      const { explainCommand } = await import("./commands/explain.ts");
      finished(await explainCommand(scenario, input, options, io));
    });
  program
    .command("schema")
    .description("print the JSON Schema of scenario files, for editors")
    .option("--observed", "that of follow-ups (utfall-observed/1) instead")
    .addHelpText("after", example("utfall schema > scenario.schema.json"))
    .action(async (options) => {
      const { schemaCommand } = await import("./commands/schema.ts");
      finished(await schemaCommand(options, io));
    });
  program
    .command("init")
    .description("write a small scenario with comments, to begin with")
    .argument("[file]", "where to write it", "scenario.yaml")
    .addOption(new Option("--lang <en|sv>", "language of the comments and titles (default: en)"))
    .option("--force", "replace the file if there is one")
    .addHelpText("after", example("utfall init min-satsning.yaml --lang sv"))
    .action(async (file, options) => {
      const { initCommand } = await import("./commands/init.ts");
      finished(await initCommand(file, options, io));
    });
  program
    .command("verify")
    .description("run a result again from the scenario inside it, and compare every bit")
    .argument("<result>", "the .json file that `utfall run` wrote")
    .option("--threads <n>", "threads at most (default: the cores there are)")
    .addOption(lang())
    .addHelpText("after", example("utfall verify out/school-absence.json"))
    .action(async (file, options) => {
      const { verifyCommand } = await import("./commands/verify.ts");
      finished(await verifyCommand(file, options, io));
    });
  return program;
}
