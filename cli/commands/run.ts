import type { Design } from "../../engine/design/plan.ts";
import { type Language, UtfallError } from "../../engine/issues.ts";
import type { About } from "../../engine/result/about.ts";
import type { Result } from "../../engine/result/result.ts";
import type { CsvStyle } from "../../report/csv.ts";
import { decimal } from "../../report/format.ts";
import { about as aboutOf } from "../../scenarios/about.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { printWarnings } from "../findings.ts";
import type { Io } from "../io.ts";
import { languageOf, OptionReader } from "../options.ts";
import { type Products, productsOf } from "../products.ts";
import { checkRequirements, judge, readRequirements } from "../requirements.ts";
import { checked, openScenario } from "../scenario.ts";
import { type SimulationOptions, simulateScenario, withExecutor } from "../simulate.ts";
import { standards } from "../standards.ts";
import { readTargets } from "../targets.ts";
import { word } from "../words.ts";

/** As commander gives them: texts, or true for an option without its optional value. */
export interface RunOptions {
  readonly draws?: string;
  readonly seed?: string;
  readonly threads?: string;
  readonly design?: string;
  readonly chance?: string;
  readonly option?: string;
  readonly options?: string;
  readonly lang?: string;
  readonly out?: string;
  readonly page: boolean;
  readonly full?: true;
  readonly json?: string | true;
  readonly csv?: string | true;
  readonly csvStyle?: string;
  readonly saveDraws?: string;
  readonly require?: readonly string[];
  readonly output?: readonly string[];
  readonly target?: readonly string[];
  readonly mostDraws?: string;
  readonly memory?: string;
}

/** `utfall run SCENARIO`: simulates, writes what was asked for, then says what came out. */
export async function runCommand(name: string, options: RunOptions, io: Io): Promise<ExitCode> {
  const { simulation, wanted, requirements } = readOptions(options, io);
  return withExecutor(simulation, async (executor) => {
    const scenario = checked(openScenario(name));
    const about = aboutOf(scenario, options.option);
    const language = languageOf(options.lang, io.env, about.language);
    checkRequirements(requirements, criteriaOf(about));

    const simulated = await simulateScenario(scenario, simulation, executor, io, language);
    const { result } = simulated;
    const { files, text } = await productsOf(simulated, about, language, wanted, io.stdout.columns);
    await io.files.write(files);

    // The summary holds the warnings; other forms are for programs, and those who start them should see them.
    if (wanted.json === true || wanted.csv === true) await printWarnings(result.warnings, language, io);
    await io.stderr.write(afterwards(result, simulation.target?.mostDraws ?? simulation.draws, files, language));
    const verdict = judge(requirements, result, language);
    for (const line of verdict.lines) await io.stderr.write(`${line}\n`);
    await io.stdout.write(text);
    if (result.manifest.ended === "interrupted") return exitCodes.interrupted;
    return verdict.met ? exitCodes.done : exitCodes.unmet;
  });
}

/** Throws UtfallError with all that is wrong with them. */
function readOptions(options: RunOptions, io: Io) {
  const reader = new OptionReader();
  const { targets, issues: targetIssues } = readTargets(options.target ?? []);
  const mostDraws = reader.wholeNumber("--most-draws", options.mostDraws, standards.mostDraws, 16_384, 1e9);
  if (options.draws !== undefined && targets.length > 0) reader.refuse("--target", "--draws", "--most-draws");
  if (options.mostDraws !== undefined && options.target === undefined) reader.refuse("run", "--most-draws", "--target");
  const simulation: SimulationOptions = {
    target: targets.length > 0 ? { figures: targets, mostDraws } : undefined,
    memoryBudgetMiB: reader.wholeNumber("--memory", options.memory, standards.memoryMiB, 16, 1_048_576),
    wholeColumns: options.saveDraws !== undefined,
    // It takes longer than a short run itself, and is for those who read a page.
    switching: options.out !== undefined,
    draws: reader.wholeNumber("--draws", options.draws, standards.draws, 1, 1e9),
    threads: reader.wholeNumber("--threads", options.threads, io.cores, 1, 256),
    design: reader.oneOf<Design>("--design", options.design, standards.design, ["sobol", "plain"]),
    chance: reader.oneOf<"on" | "off">("--chance", options.chance, standards.chance, ["on", "off"]),
    ...(options.option === undefined ? {} : { option: options.option }),
    options: reader.oneOf<"all" | "none">("--options", options.options, "all", ["all", "none"]),
    seed: options.seed ?? standards.seed,
    outputs: options.output ?? [],
  };
  reader.oneOf<Language>("--lang", options.lang, "en", ["en", "sv"]);
  const csvStyle = reader.oneOf<CsvStyle>("--csv-style", options.csvStyle, "plain", ["plain", "excel-sv"]);
  const { out, page, json, csv, full, saveDraws } = options;
  if (json === true && csv === true) {
    reader.issues.push({ code: "oneOutput", with: { options: "--json, --csv" } });
  }
  const { requirements, issues } = readRequirements(options.require ?? []);
  const all = [...reader.issues, ...issues, ...targetIssues];
  if (all.length > 0) throw new UtfallError(all);
  return { simulation, wanted: { out, page, json, csv, csvStyle, full, saveDraws }, requirements };
}

const criteriaOf = (about: About): readonly string[] => [...about.criteria.map(({ id }) => id), "all", "success"];

const threadsText = (n: number, language: Language): string => word(n === 1 ? "oneThread" : "threads", language, { n });

function afterwards(result: Result, draws: number, files: Products["files"], language: Language): string {
  const { manifest, run } = result;
  const lines = [
    word("ran", language, {
      draws: decimal(manifest.draws, 0, language),
      scenario: manifest.scenario,
      seconds: decimal(run?.seconds ?? 0, -1, language),
      threads: threadsText(run?.threads.length ?? 0, language),
      seed: manifest.seed,
      design: manifest.design,
    }),
    ...files.map(({ path }) => word("wrote", language, { file: path })),
  ];
  if (manifest.ended === "interrupted") {
    const counts = { draws: decimal(manifest.draws, 0, language), asked: decimal(draws, 0, language) };
    lines.push(word("interrupted", language, counts));
  }
  return `${lines.join("\n")}\n`;
}
