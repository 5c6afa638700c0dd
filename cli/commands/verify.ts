import type { Language } from "../../engine/issues.ts";
import type { Result } from "../../engine/result/result.ts";
import { decimal } from "../../report/format.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { firstDifference } from "../differences.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Io } from "../io.ts";
import { followUpsOf } from "../observed.ts";
import { languageOf, OptionReader } from "../options.ts";
import { checkEngine, readResult, type StoredResult } from "../resultFile.ts";
import { simulateScenario, simulateUpdate, withExecutor } from "../simulate.ts";
import { word } from "../words.ts";

export interface VerifyOptions {
  readonly lang?: string;
  readonly threads?: string;
}

/** `utfall verify RESULT.json`: runs it again from the scenario inside it and compares every bit. */
export async function verifyCommand(file: string, options: VerifyOptions, io: Io): Promise<ExitCode> {
  const reader = new OptionReader();
  const threads = reader.wholeNumber("--threads", options.threads, io.cores, 1, 256);
  reader.oneOf<Language>("--lang", options.lang, "en", ["en", "sv"]);
  reader.done();
  const stored = await readResult(file, io);
  checkEngine(stored.result, file);
  const language = languageOf(options.lang, io.env, stored.scenario.content.language);

  const { seed, design, draws, ended, chance } = stored.result.manifest;
  const request = {
    ...{ seed, design, chance, draws: askedDraws(stored.result), outputs: extraOutputs(stored) },
    ...comparedOf(stored.result),
    switching: stored.result.switching !== undefined,
  };
  const again = await withExecutor({ ...request, threads }, (executor) =>
    stored.result.update === undefined
      ? simulateScenario(stored.scenario, request, executor, io, language)
      : simulateUpdate({ ...request, ...updatesOf(stored) }, executor, io, language),
  );
  // A run that was stopped is a whole run of the draws it came to, but its variance was not parted.
  const fresh = {
    ...again.result,
    manifest: { ...again.result.manifest, ended },
    ...(ended === "interrupted" ? { varianceByLevel: undefined } : {}),
  };
  const difference = firstDifference(compared(stored.result), compared(fresh));
  if (difference) {
    const values = { path: difference.path, stored: shown(difference.stored), fresh: shown(difference.fresh), file };
    await io.stdout.write(`${word("differs", language, values)}\n`);
    return exitCodes.unmet;
  }
  const outputs = Object.keys(stored.result.outputs).length;
  await io.stdout.write(`${word("same", language, { outputs, draws: decimal(draws, 0, language), file })}\n`);
  return exitCodes.done;
}

/** What an updated result was made from: all follow-ups, and the updates before the last. */
function updatesOf({ result, scenario }: StoredResult) {
  return { scenario, followUps: followUpsOf(result, scenario), trail: result.update!.trail.slice(0, -1) };
}

/** Figures that were asked for beyond those which every run of the scenario gives. */
function extraOutputs({ result, scenario }: StoredResult): readonly string[] {
  const { graph, derived } = compile(scenario, { outputs: [], ...comparedOf(result) });
  const standard = new Set(graph.outputs.map(({ id }) => id));
  // What is made from means alone has no percentiles, unless it was asked for draw by draw.
  const isWhole = (id: string) => "percentiles" in (result.outputs[id] ?? {});
  for (const { id } of derived) if (!isWhole(id)) standard.add(id);
  return Object.keys(result.outputs).filter((id) => !standard.has(id));
}

/** Which option led, and whether the others stood beside it. */
const comparedOf = ({ manifest, options }: Result) =>
  ({ option: manifest.option, options: options === undefined ? "none" : "all" }) as const;

/** The number of draws that was asked for, where rounding changed it: what is said of that is part of the result. */
function askedDraws({ manifest, warnings }: Result): number {
  const asked = warnings.find(({ code }) => code === "drawsRounded")?.with?.asked;
  return typeof asked === "number" && asked <= manifest.draws ? asked : manifest.draws;
}

/** The compared part, as JSON gives it. Where a finding stood in the file, and so in which order they came, is not known any more. */
function compared({ run: _, ...result }: Result): unknown {
  const warnings = result.warnings.map(({ at: _, ...issue }) => JSON.stringify(issue)).sort();
  return JSON.parse(JSON.stringify({ ...result, warnings }));
}

const shown = (value: unknown): string => (value === undefined ? "–" : JSON.stringify(value).slice(0, 80));
