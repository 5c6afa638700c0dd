import { blockSize, checkpoints, type Design, fewestDraws, roundDraws } from "../design/plan.ts";
import { broughtColumns } from "../kernel/broughtColumns.ts";
import { type Interpreter, interpret } from "../kernel/interpret.ts";
import { histogram } from "../result/histogram.ts";
import { spreadRequest } from "../result/number.ts";
import type { Result } from "../result/result.ts";
import { binsFor } from "../summary/bins.ts";
import { layoutOf } from "../summary/layout.ts";
import { SpreadStore, type SpreadWish } from "../summary/spreadStore.ts";
import type { Wanted } from "../summary/wantedRanks.ts";
import { assemble, checkFailures } from "./assemble.ts";
import { Collector, type Merged } from "./collect.ts";
import { joined, makeColumns } from "./columns.ts";
import type { Executor, Job, Task, ThreadStatistics } from "./executor.ts";
import type { Run, RunControl } from "./finished.ts";
import { type Memory, memoryOf } from "./memory.ts";
import { jobOf, type RunRequest } from "./request.ts";
import { type Spreads, spreadsOf } from "./spreads.ts";
import { addStatistics } from "./statistics.ts";
import { failedOf, replicateMeans, summariesOf } from "./summaries.ts";
import { checkpointOf, growthStops, isMet, percentileOutputs, type Target } from "./target.ts";
import { cutTasks } from "./tasks.ts";
import { weightedRun } from "./weighted.ts";

export type { Run, RunControl } from "./finished.ts";

/** Blocks that are made first: from them it is chosen how the values of outputs are sorted into bins. */
const firstBlocks = fewestDraws / blockSize;
/**
 * How far from where the first blocks put them the order statistics of a run are looked for, in standard errors of plain draws;
 * Sobol' points lie closer. Beyond that the draws are made again.
 */
const reach: Readonly<Record<Design, number>> = { sobol: 3, plain: 4.5 };

/**
 * Runs a model with a fixed number of draws, or until its target is met. The result is the same, to the bit, for any executor,
 * any cutting into tasks and any memory budget; that of a run that grew is that of the fixed run of as many draws, but for
 * `ended`. What percentiles need is gathered while draws are made, or by making them again.
 *
 * @returns undefined when the signal ended it before there was a checkpoint to give
 * @throws UtfallError `memoryBudget`, `tooManyFailedDraws`, `fewEffectiveDraws`, `correlationImpossible`, `workerLost`; RangeError for draws that
 * are not a whole number and a target on what is not there
 */
export async function run(request: RunRequest, executor: Executor, control: RunControl = {}): Promise<Run | undefined> {
  if (request.graph.logWeight !== undefined) return weightedRun(request, executor, control);
  const { design, target } = request;
  const stops = target
    ? growthStops(design, target.mostDraws)
    : checkpoints(design, roundDraws(design, request.draws).draws);
  const work = await begin(request, executor, control, stops);
  if (work === undefined) return undefined;
  const how = target === undefined ? await fixed(work) : await grow(work, target);
  const { checkpoint, quickCheckpoint } = work.collector;
  // A run that was ended has a second left: enough for a checkpoint of not too many draws.
  const whole = how === "interrupted" || checkpoint === undefined ? undefined : await finish(work, checkpoint, how);
  return whole ?? (quickCheckpoint && finish(work, quickCheckpoint, "interrupted"));
}

type Ended = Result["manifest"]["ended"];

/** A run under way. */
interface Work {
  readonly request: RunRequest;
  readonly executor: Executor;
  readonly control: RunControl;
  readonly stops: readonly number[];
  /** Of the largest run. */
  readonly job: Job;
  readonly memory: Memory;
  readonly wanted: readonly Wanted[];
  readonly store: SpreadStore;
  readonly collector: Collector;
  /** Of all that the executor has done. */
  readonly threads: ThreadStatistics[];
  /** Columns of kept outputs for the first blocks. */
  readonly first: readonly Float64Array[];
}

/** Makes the first blocks; undefined where the signal ended it. */
async function begin(
  request: RunRequest,
  executor: Executor,
  control: RunControl,
  stops: readonly number[],
): Promise<Work | undefined> {
  const { graph, design, target } = request;
  const most = stops[stops.length - 1];
  const job = jobOf(request, most);
  const { replicates } = job.plan;
  const memory = memoryOf(request, most);
  const layout = layoutOf(graph);
  const headlines = new Set(request.headlines.map((id) => layout.keptPlaces.get(id)));
  const wanted = layout.kept.map((output, place): SpreadWish => {
    const declared = graph.outputs[output];
    const worse = declared.kind === "figure" ? declared.worse : "low";
    return { ...spreadRequest(worse), extremes: headlines.has(place) };
  });
  const threads: ThreadStatistics[] = [];
  const columns = layout.kept.map((_, k) => k);
  const even = Math.ceil(firstBlocks / executor.threads);
  const cut = {
    replicates,
    threads: executor.threads,
    blocks: Math.min(request.blocksPerTask ?? even, even),
    byRow: true,
  };
  const made = await makeColumns(executor, job, cutTasks(0, firstBlocks, cut, { columns }), control.signal);
  addStatistics(threads, made.threads);
  if (made.aborted) return undefined;
  const first = made.columns;
  const store = new SpreadStore(wanted, replicates, first, binsFor(columns.length, replicates, most));
  const blocks = Array.from({ length: firstBlocks }, (_, block) => block);
  const atFirst = target === undefined ? most : stops[0];
  const until = target === undefined ? (stops.find((stop) => stop > fewestDraws) ?? most) : stops[0];
  const atFirstReplicates = roundDraws(design, atFirst).replicates;
  const mark = () => store.mark(until, atFirst, atFirstReplicates, reach[design], memory.gatheredBytes);
  store.addColumns(first, blocks, mark, broughtColumns(first.length));
  const collector = new Collector(
    graph,
    stops,
    (draws) => roundDraws(design, draws).replicates,
    store,
    request.wholeColumns ?? false,
    control.signal !== undefined || target !== undefined,
  );
  for (const result of made.results) collector.add(result);
  return { request, executor, control, stops, job, memory, wanted, store, collector, threads, first };
}

async function fixed(work: Work): Promise<Ended> {
  const { request, stops, store, job, memory, collector } = work;
  const most = stops[stops.length - 1];
  let from = fewestDraws;
  for (const stop of stops) {
    if (stop <= from) continue;
    // What has been drawn narrows down where to look in the rest: it pays to wait for it.
    if (from > fewestDraws) store.mark(stop, most, job.plan.replicates, reach[request.design], memory.gatheredBytes);
    if (!(await make(work, tasksTo(work, from, stop, { spread: store.settings }), from, most))) break;
    from = stop;
  }
  return collector.checkpoint?.draws === most ? "fixed" : "interrupted";
}

async function grow(work: Work, target: Target): Promise<Ended> {
  const { request, stops, store, collector, memory } = work;
  const { graph, design } = request;
  const named = percentileOutputs(graph, target);
  const { keptPlaces } = layoutOf(graph);
  const outputs = [...new Set(Array.from(named, (id) => keptPlaces.get(id)!))];
  let from = fewestDraws;
  for (const stop of stops) {
    if (stop > from) {
      store.mark(stop, stop, roundDraws(design, stop).replicates, reach[design], memory.gatheredBytes);
      if (!(await make(work, tasksTo(work, from, stop, { spread: store.settings }), from, stop))) return "interrupted";
      from = stop;
    }
    const merged = collector.checkpoint!;
    const spreads = await summarise(work, merged, outputs);
    if (spreads === undefined) return "interrupted";
    if (isMet(target, checkpointOf(graph, merged, spreads))) return "target";
  }
  return "budget";
}

function tasksTo(
  { request, executor, job, collector }: Work,
  from: number,
  to: number,
  { spread }: Pick<Task, "spread">,
): readonly Task[] {
  const { graph, wholeColumns, blocksPerTask } = request;
  const { replicates } = job.plan;
  const columns = wholeColumns ? layoutOf(graph).kept.map((_, k) => k) : undefined;
  const cut = { replicates, threads: executor.threads, blocks: blocksPerTask, byRow: collector.countsByFewer };
  return from < to ? cutTasks(from / blockSize, to / blockSize, cut, { columns, spread }) : [];
}

/** Makes draws; false where the signal ended it before all were there. */
async function make(work: Work, tasks: readonly Task[], from: number, to: number): Promise<boolean> {
  if (tasks.length === 0) return true;
  const { executor, control, job, collector, threads } = work;
  const outcome = await executor.run(job, tasks, {
    signal: control.signal,
    onResult: (result) => collector.add(result),
    onProgress: (blocks) => control.onProgress?.(Math.min(to, from + blocks * blockSize), to),
  });
  addStatistics(threads, outcome.threads);
  return !outcome.aborted;
}

/** Percentiles and tails of some kept outputs. */
function summarise(work: Work, merged: Merged, outputs: readonly number[]): Promise<Spreads | undefined> {
  const { request, executor, control, collector, memory, wanted, job, threads } = work;
  const quick = collector.isQuick(merged.draws);
  return spreadsOf(merged, outputs, {
    executor,
    job: merged.replicates === job.plan.replicates ? job : jobOf(request, merged.draws),
    wanted,
    budgetMiB: memory.againMiB,
    mostMiB: memory.mostAgainMiB,
    signal: quick ? undefined : control.signal,
    goOn: async () => {
      await control.pause?.();
      return quick || !control.signal?.aborted;
    },
    onProgress: control.onProgress,
    onThreads: (more) => addStatistics(threads, more),
  });
}

/** The run up to a checkpoint; undefined where it was ended before its draws had been summed up. */
async function finish(work: Work, merged: Merged, ended: Ended): Promise<Run | undefined> {
  const { request, collector, threads, wanted } = work;
  const { draws, combined } = merged;
  const job = jobOf(request, draws);
  // Made only when draws have to be made again: its tables cost as much as some thousand draws.
  let interpreter: Interpreter | undefined;
  const again = () => (interpreter ??= interpret(job.graph, job.data, job.plan));
  const locate = (draw: number) => again().locate(draw);
  checkFailures(failedOf(combined), draws, locate);
  const spreads = await summarise(work, merged, [...wanted.keys()]);
  const firstDraws = spreads && (await headlines(work, merged));
  if (spreads === undefined || firstDraws === undefined) return undefined;
  const { spread, replicates } = merged;
  const bars = (kept: number) => histogram(spread.spread(kept, replicates), spread.least[kept], spread.greatest[kept]);
  const summaries = summariesOf(job.graph, job.plan, combined, spreads, bars);
  const { keptPlaces } = layoutOf(request.graph);
  const columns = collector.columns.map((column) => column.subarray(0, draws));
  return {
    result: assemble(request, job, summaries, ended, locate),
    job,
    threads,
    columns: new Map(request.wholeColumns ? Array.from(keptPlaces, ([id, place]) => [id, columns[place]]) : []),
    firstDraws,
    inputs: (block, into) => again().inputs(block, into),
    meansOf: (output) => replicateMeans(request.graph, combined, output),
  };
}

/** The first draws of the headline outputs: those that were made first, and where there are more replicates a block of each. */
async function headlines(work: Work, { draws, replicates }: Merged): Promise<Run["firstDraws"] | undefined> {
  const { request, executor, job, first, threads } = work;
  const { keptPlaces } = layoutOf(request.graph);
  const planes = (request.costEffectiveness ?? []).flatMap(({ net, effect }) => [net, effect]);
  const wanted = [...new Set([...request.headlines, ...planes, ...(request.firstDrawsOf ?? [])])];
  const kept = wanted.filter((id) => keptPlaces.has(id));
  const places = kept.map((id) => keptPlaces.get(id)!);
  const more = Math.min(draws / blockSize, replicates);
  if (more <= firstBlocks) return new Map(kept.map((id, at) => [id, first[places[at]]]));
  const cut = { replicates, threads: executor.threads, byRow: true };
  const columns = [...new Set(places)];
  const tasks = cutTasks(firstBlocks, more, cut, { columns, again: { gather: [] } });
  const rest = await makeColumns(executor, job, tasks);
  addStatistics(threads, rest.threads);
  if (rest.aborted) return undefined;
  const whole = new Map(columns.map((place, k) => [place, joined([first[place], rest.columns[k]])]));
  return new Map(kept.map((id, at) => [id, whole.get(places[at])!]));
}
