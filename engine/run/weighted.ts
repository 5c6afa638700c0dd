import { blockSize, checkpoints, fewestDraws, roundDraws } from "../design/plan.ts";
import { UtfallError } from "../issues.ts";
import { type Interpreter, interpret } from "../kernel/interpret.ts";
import { histogram } from "../result/histogram.ts";
import type { Result } from "../result/result.ts";
import type { Combined } from "../summary/combine.ts";
import { layoutOf } from "../summary/layout.ts";
import { type Weights, weightsFrom } from "../summary/weighted/weights.ts";
import { assemble, checkFailures, type FailedDraws } from "./assemble.ts";
import type { Executor, Job, TaskResult, ThreadStatistics } from "./executor.ts";
import { blocksOf } from "./executor.ts";
import type { Run, RunControl } from "./finished.ts";
import { jobOf, type RunRequest } from "./request.ts";
import { addStatistics } from "./statistics.ts";
import { replicateMeans, summariesOf } from "./summaries.ts";
import { checkpointOf, growthStops, isMet, percentileOutputs } from "./target.ts";
import { cutTasks } from "./tasks.ts";
import { columnsGraph, logWeightPlace } from "./weightedColumns.ts";
import { heldColumns } from "./weightedMemory.ts";
import { type WeightedState, WeightedSums } from "./weightedSums.ts";

/** With fewer draws' worth than this the weight lies on too few to trust any figure. */
const fewestEffective = 1000;
/** Values that can be summed up in about a second. */
const quickValues = 4_000_000;
const rememberedFailures = 10;

/**
 * Runs a model whose draws weigh differently. Whole columns are kept, as many as the memory budget allows, the others made again
 * in groups; all is summed up here in order of draws, so the result is the same, to the bit, for any executor, any cutting into
 * tasks and any memory budget. What was found is put as the run of equal weights that it is worth, see `WeightedSums`.
 *
 * @returns undefined when the signal ended it before there was a checkpoint to give
 * @throws UtfallError `memoryBudget`, `tooManyFailedDraws`, `fewEffectiveDraws`; else as `run`
 */
export async function weightedRun(
  request: RunRequest,
  executor: Executor,
  control: RunControl,
): Promise<Run | undefined> {
  const { design, target } = request;
  const stops = target
    ? growthStops(design, target.mostDraws)
    : checkpoints(design, roundDraws(design, request.draws).draws);
  if (target !== undefined) percentileOutputs(request.graph, target);
  const work = new WeightedWork(request, executor, control, stops[stops.length - 1]);
  let reached: number | undefined;
  let ended: Result["manifest"]["ended"] = target === undefined ? "fixed" : "budget";
  for (const stop of stops) {
    if (!(await work.make(reached ?? 0, stop))) {
      ended = "interrupted";
      break;
    }
    reached = stop;
    if (target === undefined) continue;
    const { state, weights } = await work.summed(stop);
    if (weights.effective < fewestEffective) continue;
    if (isMet(target, checkpointOf(request.graph, state, state.spreads))) {
      ended = "target";
      break;
    }
  }
  if (reached === undefined) return undefined;
  // Whoever ends a run waits no more than a second or so for what there is.
  const quick = stops.filter((stop) => stop <= reached && stop * request.graph.outputs.length <= quickValues);
  return work.finish(request, ended === "interrupted" ? (quick.at(-1) ?? stops[0]) : reached, ended);
}

/** What a weighted job's draws say, merged as those of equal weight. */
export async function weightedCombined(job: Job, executor: Executor): Promise<Combined> {
  const { graph, data, plan } = job;
  const work = new WeightedWork({ ...plan, graph, data, headlines: [] }, executor, {}, plan.draws);
  await work.make(0, plan.draws);
  return (await work.summed(plan.draws)).state.combined;
}

/** What of a request draws and weights depend on. */
type Drawn = Pick<
  RunRequest,
  "graph" | "data" | "seed" | "design" | "sources" | "headlines" | "blocksPerTask" | "memoryBudgetMiB" | "wholeColumns"
>;

class WeightedWork {
  private readonly request: Drawn;
  private readonly executor: Executor;
  private readonly control: RunControl;
  private readonly job: Job;
  private readonly logWeights: Float64Array;
  /** Columns that are kept, by output. */
  private readonly held: ReadonlyMap<number, Float64Array>;
  /** Outputs that are made again together. */
  private readonly again: readonly (readonly number[])[];
  private readonly threads: ThreadStatistics[] = [];

  constructor(request: Drawn, executor: Executor, control: RunControl, most: number) {
    this.request = request;
    this.executor = executor;
    this.control = control;
    const graph = columnsGraph(request.graph);
    this.job = jobOf({ ...request, graph }, most);
    const { held, again } = heldColumns(request, most);
    this.held = new Map(held.map((output) => [output, new Float64Array(most)]));
    this.again = again;
    this.logWeights = new Float64Array(most);
  }

  /** Makes draws; false where the signal ended it before all were there. */
  async make(from: number, to: number): Promise<boolean> {
    const columns = new Map([...this.held, [logWeightPlace(this.request.graph), this.logWeights]]);
    return this.fill(columns, from, to, this.control.signal);
  }

  private async fill(
    columns: ReadonlyMap<number, Float64Array>,
    from: number,
    to: number,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const { executor, job, control, request } = this;
    const { replicates } = job.plan;
    const { keptPlaces } = layoutOf(job.graph);
    const places = Array.from(columns.keys(), (output) => keptPlaces.get(job.graph.outputs[output].id)!);
    const keeping = { columns: places, again: { gather: [] } };
    const cut = { replicates, threads: executor.threads, blocks: request.blocksPerTask, byRow: true };
    const into = [...columns.values()];
    const outcome = await executor.run(job, cutTasks(from / blockSize, to / blockSize, cut, keeping), {
      signal,
      onResult: (result) => place(result, into),
      onProgress: (blocks) => control.onProgress?.(Math.min(to, from + blocks * blockSize), to),
    });
    addStatistics(this.threads, outcome.threads);
    return !outcome.aborted;
  }

  /** What the first draws say. */
  async summed(
    draws: number,
    onColumn?: (output: number, column: Float64Array) => void,
  ): Promise<{ readonly state: WeightedState; readonly weights: Weights }> {
    const { request, control } = this;
    const { replicates } = roundDraws(request.design, draws);
    const weights = weightsFrom(this.logWeights.subarray(0, draws), replicates);
    const sums = new WeightedSums(request.graph, weights, request.headlines, this.failedOf(draws));
    const add = async (columns: ReadonlyMap<number, Float64Array>) => {
      for (const [output, column] of columns) {
        await control.pause?.();
        sums.add(output, column.subarray(0, draws));
        onColumn?.(output, column.subarray(0, draws));
      }
    };
    await add(this.held);
    for (const group of this.again) {
      const columns = new Map(group.map((output) => [output, new Float64Array(draws)]));
      await this.fill(columns, 0, draws);
      await add(columns);
    }
    return { state: sums.finish(), weights };
  }

  private failedOf(draws: number): FailedDraws {
    const first: number[] = [];
    let count = 0;
    for (let draw = 0; draw < draws; draw++) {
      if (!Number.isNaN(this.logWeights[draw])) continue;
      count++;
      if (first.length < rememberedFailures) first.push(draw);
    }
    return { draws: count, first };
  }

  async finish(request: RunRequest, draws: number, ended: Result["manifest"]["ended"]): Promise<Run> {
    const { threads } = this;
    const { graph } = request;
    const job = jobOf(request, draws);
    const { replicates } = job.plan;
    let interpreter: Interpreter | undefined;
    const inColumns = () => (interpreter ??= interpret(this.job.graph, job.data, job.plan));
    const locate = (draw: number) => inColumns().locate(draw);
    checkFailures(this.failedOf(draws), draws, locate);
    const { keptPlaces, kept } = layoutOf(graph);
    const planes = (request.costEffectiveness ?? []).flatMap(({ net, effect }) => [net, effect]);
    const wanted = new Set([...request.headlines, ...planes, ...(request.firstDrawsOf ?? [])]);
    const few = Math.max(fewestDraws, Math.min(draws, replicates * blockSize));
    const columns = new Map<string, Float64Array>();
    const firstDraws = new Map<string, Float64Array>();
    const { state, weights } = await this.summed(draws, (output, column) => {
      for (const [id, place] of keptPlaces) {
        if (kept[place] !== output) continue;
        if (request.wholeColumns) columns.set(id, column);
        if (wanted.has(id)) firstDraws.set(id, column.slice(0, few));
      }
    });
    const { effective, largestShare } = weights;
    if (!(effective >= fewestEffective))
      throw new UtfallError([{ code: "fewEffectiveDraws", with: { effective: Math.floor(effective), draws } }]);
    const { combined, spreads, bars } = state;
    const toBars = (kept: number) => {
      const found = bars.get(kept);
      return found && histogram(found.counted, found.least, found.greatest);
    };
    const summaries = summariesOf(graph, job.plan, combined, spreads, toBars, state.failed);
    const result = assemble(request, job, summaries, ended, locate);
    return {
      result: { ...result, weights: { effectiveDraws: effective, largestShare, logMean: state.logMean } },
      job,
      threads,
      columns,
      firstDraws,
      firstWeights: weights.each.slice(0, few),
      inputs: (block, into) => inColumns().inputs(block, into),
      meansOf: (id) => replicateMeans(graph, combined, id),
    };
  }
}

function place({ task, partial }: TaskResult, into: readonly Float64Array[]): void {
  blocksOf(task).forEach((block, n) => {
    partial.columns.forEach((column, k) => {
      into[k].set(column.subarray(n * blockSize, (n + 1) * blockSize), block * blockSize);
    });
  });
}
