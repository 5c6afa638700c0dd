import { join } from "node:path";
import type { Design } from "../../engine/design/plan.ts";
import { type Issue, type Language, UtfallError } from "../../engine/issues.ts";
import type { About } from "../../engine/result/about.ts";
import type { Result } from "../../engine/result/result.ts";
import { decimal } from "../../report/format.ts";
import { drawsCsv } from "../draws.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { printWarnings } from "../findings.ts";
import type { Io } from "../io.ts";
import { languageOf, OptionReader } from "../options.ts";
import { checkRequirements, judge, readRequirements } from "../requirements.ts";
import { aboutOf, checked, openScenario } from "../scenario.ts";
import { type Simulation, simulateScenario } from "../simulate.ts";
import { word } from "../words.ts";
import type { FileToWrite } from "../write.ts";

/** As commander gives them: texts, or true for an option without its optional value. */
export interface RunOptions {
  readonly draws?: string;
  readonly seed?: string;
  readonly threads?: string;
  readonly design?: string;
  readonly lang?: string;
  readonly out?: string;
  readonly json?: string | true;
  readonly csv?: string | true;
  readonly saveDraws?: string;
  readonly require?: readonly string[];
  readonly output?: readonly string[];
  readonly page: boolean;
}

export const standards = { draws: 65_536, seed: "1", design: "sobol" } as const;

/** `utfall run SCENARIO`: simulates, writes what was asked for, then says what came out. */
export async function runCommand(name: string, options: RunOptions, io: Io): Promise<ExitCode> {
  const asked = readOptions(options, io);
  const opened = await openScenario(name, io);
  const scenario = checked(opened);
  const about = aboutOf(scenario);
  const language = languageOf(options.lang, io.env, about.language);
  checkRequirements(asked.requirements, criteriaOf(about));

  const simulation = await simulateScenario(scenario, asked, io, language);
  const { result } = simulation;
  const { files, text } = await products(simulation, about, language, options, io);
  await io.files.write(files);

  await printWarnings(result.warnings, language, io);
  await io.stderr.write(afterwards(result, asked.draws, files, language));
  const verdict = judge(asked.requirements, result, language);
  for (const line of verdict.lines) await io.stderr.write(`${line}\n`);
  await io.stdout.write(text);
  if (result.manifest.ended === "interrupted") return exitCodes.interrupted;
  return verdict.met ? exitCodes.done : exitCodes.unmet;
}

function readOptions(options: RunOptions, io: Io) {
  const reader = new OptionReader();
  const asked = {
    draws: reader.wholeNumber("--draws", options.draws, standards.draws, 1, 1e9),
    threads: reader.wholeNumber("--threads", options.threads, io.cores, 1, 256),
    design: reader.oneOf<Design>("--design", options.design, standards.design, ["sobol", "plain"]),
    seed: options.seed ?? standards.seed,
    outputs: options.output ?? [],
  };
  reader.oneOf<Language>("--lang", options.lang, "en", ["en", "sv"]);
  const issues: Issue[] = [...reader.issues];
  if (options.json === true && options.csv === true) {
    issues.push({ code: "oneOutput", with: { options: "--json, --csv" } });
  }
  if (issues.length > 0) throw new UtfallError(issues);
  return { ...asked, requirements: readRequirements(options.require ?? []) };
}

const criteriaOf = (about: About): readonly string[] => [...about.criteria.map(({ id }) => id), "all", "success"];

/** Everything that is to be written, made before anything is. */
async function products(
  { result, columns }: Simulation,
  about: About,
  language: Language,
  options: RunOptions,
  io: Io,
): Promise<{ readonly files: readonly FileToWrite[]; readonly text: string }> {
  // Loaded when needed: the drawing of charts takes a moment to load, which neither --help nor an error should wait for.
  const { csv, page, summaryText } = await import("../../report/index.ts");
  const json = () => `${JSON.stringify(result, null, 2)}\n`;
  const files: FileToWrite[] = [];
  const { out, json: jsonTo, csv: csvTo, saveDraws } = options;
  if (out !== undefined) {
    files.push({ path: join(out, `${about.id}.json`), content: json() });
    if (options.page) files.push({ path: join(out, `${about.id}.html`), content: await page(result, about, language) });
  }
  if (typeof jsonTo === "string") files.push({ path: jsonTo, content: json() });
  if (typeof csvTo === "string") files.push({ path: csvTo, content: csv(result, about, language) });
  if (saveDraws !== undefined) {
    files.push({ path: saveDraws, content: drawsCsv(columns, result.manifest.draws) });
  }
  const text =
    jsonTo === true
      ? json()
      : csvTo === true
        ? csv(result, about, language)
        : summaryText(result, about, language, io.stdout.columns);
  return { files, text: text.endsWith("\n") ? text : `${text}\n` };
}

function afterwards(result: Result, draws: number, files: readonly FileToWrite[], language: Language): string {
  const { manifest, run } = result;
  const lines = [
    word("ran", language, {
      draws: decimal(manifest.draws, 0, language),
      scenario: manifest.scenario,
      seconds: decimal(run?.seconds ?? 0, -1, language),
      threads: run?.threads.length ?? 0,
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
