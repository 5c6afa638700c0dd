import {
  type Design,
  type Executor,
  type Language,
  type Result,
  type RunControl,
  simulate,
  UtfallError,
} from "../engine/index.ts";
import type { CheckedScenario } from "../scenarios/checked.ts";
import { compile } from "../scenarios/compile/index.ts";
import type { UpdateRequest } from "../scenarios/updating/updateForecast.ts";
import { localExecutor } from "../workers/local.ts";
import type { Io } from "./io.ts";
import { progressOn } from "./progress.ts";
import { targetFigures, type WrittenTarget } from "./targets.ts";
import { word } from "./words.ts";

export interface SimulationOptions {
  readonly seed: string;
  readonly design: Design;
  readonly draws: number;
  readonly threads: number;
  /** Figures beyond those that criteria and page ask for. */
  readonly outputs: readonly string[];
  /** The option that leads; the file as it stands where absent. */
  readonly option?: string;
  /** `none` leaves the other options out. */
  readonly options?: "all" | "none";
  /** Whether people and cases are drawn as whole numbers. */
  readonly chance?: "on" | "off";
  /** Grows the run from its first checkpoint, whatever `draws` says. */
  readonly target?: { readonly figures: readonly WrittenTarget[]; readonly mostDraws: number };
  readonly memoryBudgetMiB?: number;
  /** Whether it is found how far the strongest assumptions may go. */
  readonly switching?: boolean;
  /** True where every draw is to be written. */
  readonly wholeColumns?: boolean;
}

export interface Simulation {
  readonly result: Result;
  /** Every draw of the figures that have percentiles, by id; none where they do not fit in memory. */
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/** Lets signals be heard between two pieces of work of this thread. */
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Runs of so many draws take other threads for certain. */
const manyDraws = 4_194_304;

/**
 * Gives work something to run on. Where it will be much, the threads load from now on, beside the checking of the scenario and
 * all else that comes before the first draw.
 */
export async function withExecutor<T>(
  { threads, draws, target }: Pick<SimulationOptions, "threads" | "draws" | "target">,
  work: (executor: Executor) => Promise<T>,
): Promise<T> {
  const executor = localExecutor({ threads });
  if (target === undefined && draws >= manyDraws) executor.warm();
  try {
    return await work(executor);
  } finally {
    await executor.close();
  }
}

/** Runs a checked scenario, with progress on stderr. Throws UtfallError, `interruptedEarly` among them. */
export async function simulateScenario(
  scenario: CheckedScenario,
  { outputs, chance = "off", option, options: others, target: wanted, ...options }: Omit<SimulationOptions, "threads">,
  executor: Executor,
  io: Io,
  language: Language,
): Promise<Simulation> {
  const compiled = compile(scenario, { outputs, chance, option, options: others });
  const target = wanted && { ...wanted, figures: targetFigures(wanted.figures, compiled.graph) };
  const request = { ...compiled, ...options, target };
  const { done, seconds } = await withProgress(io, language, (control) => simulate(request, executor, control));
  return {
    result: { ...done.result, run: { seconds, threads: done.threads, machine: io.machine } },
    columns: done.columns,
  };
}

/** Forecasts again from what has been seen, with progress on stderr. Throws as `simulateScenario`. */
export async function simulateUpdate(
  request: UpdateRequest,
  executor: Executor,
  io: Io,
  language: Language,
): Promise<Simulation> {
  // Loaded when needed: few commands update.
  const { updateForecast } = await import("../scenarios/updating/updateForecast.ts");
  const { done, seconds } = await withProgress(io, language, (control) => updateForecast(request, executor, control));
  return {
    result: { ...done.result, run: { seconds, threads: done.threads, machine: io.machine } },
    columns: new Map(),
  };
}

/** Work that tells how far it has come, and that a signal ends. */
async function withProgress<T>(
  io: Io,
  language: Language,
  work: (control: RunControl) => Promise<T | undefined>,
): Promise<{ readonly done: T; readonly seconds: number }> {
  const progress = progressOn(io, language);
  const signal = io.stopSignal();
  const sayStopping = () => progress.note(word("stopping", language));
  signal.addEventListener("abort", sayStopping);
  const started = io.now();
  try {
    const done = await work({ signal, pause: nextTurn, onProgress: progress.update });
    if (done === undefined) throw new UtfallError([{ code: "interruptedEarly" }]);
    return { done, seconds: (io.now() - started) / 1000 };
  } finally {
    signal.removeEventListener("abort", sayStopping);
    await progress.end();
  }
}
