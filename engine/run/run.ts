import { blockSize, checkpoints, type Plan, roundDraws } from "../design/plan.ts";
import { type Interpreter, interpret } from "../kernel/interpret.ts";
import type { Result } from "../result/result.ts";
import { layoutOf } from "../summary/layout.ts";
import { assemble, checkFailures } from "./assemble.ts";
import { Collector, type Merged } from "./collect.ts";
import { type Draws, keptDraws, madeAgain } from "./draws.ts";
import type { Executor, Job, Task, ThreadStatistics } from "./executor.ts";
import { Memory } from "./memory.ts";
import type { RunRequest } from "./request.ts";
import { type Spreads, summarise } from "./summarise.ts";
import { checkpointOf, growthStops, isMet, percentileOutputs, type Target } from "./target.ts";

export interface RunControl {
  /**
   * Ends the run at the last complete checkpoint that can be summed up within a second; heard while draws are made and while
   * they are summed up.
   */
  readonly signal?: AbortSignal;
  /** Awaited between outputs while draws are summed up: give one that lets timers and signals have their turn (`setImmediate`). */
  readonly pause?: () => Promise<void>;
  /** For a run that grows, `draws` is its next checkpoint. */
  readonly onProgress?: (drawsDone: number, draws: number) => void;
}

/** A finished run, with the draws that analyses read. */
export interface Run {
  readonly result: Result;
  readonly job: Job;
  readonly threads: readonly ThreadStatistics[];
  /** Kept columns by output id, in order of draws; NaN for failed ones. Empty where the memory budget does not hold them. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** The same, or where they are not kept the first 65,536 draws of the headline outputs. */
  readonly firstDraws: ReadonlyMap<string, Float64Array>;
  /** Regenerates the inputs of any block. */
  readonly inputs: Interpreter["inputs"];
}

/** What analyses of draws read where columns are not kept. */
const firstDraws = 65_536;
/** Tasks per thread, so that threads finish together and progress is seen. */
const tasksPerThread = 16;
/** Not above the largest number of replicates: a growing run wants every replicate once a task at most. */
const mostBlocksPerTask = 64;

/**
 * Runs a model with a fixed number of draws, or until its target is met. The result is the same, to the bit, for any executor,
 * any cutting into tasks and any memory budget; that of a run that grew is that of the fixed run of as many draws, but for
 * `ended`. Where the budget does not hold the columns, draws are made again for the percentiles.
 *
 * @returns undefined when the signal ended it before there was a checkpoint to give
 * @throws UtfallError `memoryBudget`, `tooManyFailedDraws`, `correlationImpossible`, `workerLost`; RangeError for draws that
 * are not a whole number, a target on what is not there, and a graph with a log-weight, for which the summaries have no form yet
 */
export async function run(request: RunRequest, executor: Executor, control: RunControl = {}): Promise<Run | undefined> {
  if (request.graph.logWeight !== undefined) throw new RangeError("weighted draws have no summaries yet");
  const { graph, design, target } = request;
  const stops = target
    ? growthStops(design, target.mostDraws)
    : checkpoints(design, roundDraws(design, request.draws).draws);
  const most = stops[stops.length - 1];
  const job = jobOf(request, most);
  const work: Work = {
    request,
    executor,
    control,
    stops,
    job,
    memory: new Memory(request, most),
    collector: new Collector(graph, stops, (draws) => roundDraws(design, draws).replicates),
    threads: [],
  };
  const how = target === undefined ? await fixed(work, most) : await grow(work, target);
  const { checkpoint, quickCheckpoint } = work.collector;
  // A run that was ended has a second left: enough for a checkpoint whose columns are kept and not too many.
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
  readonly job: Job;
  readonly memory: Memory;
  readonly collector: Collector;
  /** Of all that the executor has done. */
  readonly threads: ThreadStatistics[];
}

async function fixed(work: Work, draws: number): Promise<Ended> {
  await drawTo(work, 0, draws);
  return work.collector.checkpoint?.draws === draws ? "fixed" : "interrupted";
}

async function grow(work: Work, target: Target): Promise<Ended> {
  const { request, stops, collector } = work;
  const wanted = percentileOutputs(request.graph, target);
  let from = 0;
  for (const stop of stops) {
    if (!(await drawTo(work, from, stop))) return "interrupted";
    from = stop;
    const spreads = await spreadsOf(work, stop, wanted);
    if (spreads === undefined) return "interrupted";
    if (isMet(target, checkpointOf(request.graph, stop, collector.checkpoint!.combined, spreads))) return "target";
  }
  return "budget";
}

/** Draws from one checkpoint to a later one; false where the signal ended it before. */
async function drawTo(work: Work, from: number, to: number): Promise<boolean> {
  const { request, executor, control, stops, job, memory, collector, threads } = work;
  const room = stops.findLast((stop) => stop <= to && memory.holds(stop)) ?? 0;
  collector.keep(room);
  const tasks = cutTasks(request, stops, from, to, executor.threads).map((task) =>
    task.firstBlock * blockSize < room ? task : { ...task, columns: [] },
  );
  const outcome = await executor.run(job, tasks, {
    signal: control.signal,
    onResult: (result) => collector.add(result),
    onProgress: (blocks) => control.onProgress?.(Math.min(to, from + blocks * blockSize), to),
  });
  addStatistics(threads, outcome.threads);
  return !outcome.aborted;
}

function drawsOf({ request, executor, control, job, collector, threads }: Work, draws: number): Draws {
  const { replicates } = roundDraws(request.design, draws);
  if (draws <= collector.room) return keptDraws(collector.columns(draws), draws, replicates);
  let done = 0;
  return madeAgain(job, draws, replicates, executor, {
    signal: control.signal,
    onBlocks(blocks) {
      done = (done + blocks * blockSize) % draws;
      control.onProgress?.(done, draws);
    },
    onThreads: (more) => addStatistics(threads, more),
  });
}

async function spreadsOf(work: Work, draws: number, wanted?: ReadonlySet<string>): Promise<Spreads | undefined> {
  const { request, collector, control, memory } = work;
  const goOn = async () => {
    await control.pause?.();
    return collector.isQuick(draws) || !control.signal?.aborted;
  };
  return summarise(request.graph, drawsOf(work, draws), request.headlines, memory.left(collector.room), goOn, wanted);
}

/** The run up to a checkpoint; undefined where it was ended before its draws had been read. */
async function finish(work: Work, { draws, combined }: Merged, ended: Ended): Promise<Run | undefined> {
  const { request, collector, threads } = work;
  const job = jobOf(request, draws);
  // Made only when draws have to be made again: its tables cost as much as some thousand draws.
  let interpreter: Interpreter | undefined;
  const again = () => (interpreter ??= interpret(job.graph, job.data, job.plan));
  const locate = (draw: number) => again().locate(draw);
  checkFailures(combined, draws, locate);
  const spreads = await spreadsOf(work, draws);
  const keptIds = layoutOf(request.graph).kept.map((output) => request.graph.outputs[output].id);
  const kept = draws <= collector.room ? collector.columns(draws) : [];
  const columns = new Map(kept.map((column, k) => [keptIds[k], column]));
  const first = columns.size > 0 ? columns : await readFirst(work, Math.min(draws, firstDraws), keptIds);
  if (spreads === undefined || first === undefined) return undefined;
  return {
    result: assemble(request, job, combined, spreads, ended, locate),
    job,
    threads,
    columns,
    firstDraws: first,
    inputs: (block, into) => again().inputs(block, into),
  };
}

/** The first draws of the headline outputs, made again. */
async function readFirst(
  work: Work,
  draws: number,
  keptIds: readonly string[],
): Promise<ReadonlyMap<string, Float64Array> | undefined> {
  const ids = work.request.headlines.filter((id) => keptIds.includes(id));
  const columns = new Map(ids.map((id) => [id, new Float64Array(draws)]));
  let at = 0;
  const whole = await drawsOf(work, draws).read([
    {
      kept: ids.map((id) => keptIds.indexOf(id)),
      read(_, values) {
        ids.forEach((id, k) => {
          columns.get(id)!.set(values[k], at);
        });
        at += blockSize;
      },
    },
  ]);
  return whole ? columns : undefined;
}

function jobOf(request: RunRequest, draws: number): Job {
  const { seed, design } = request;
  const { replicates } = roundDraws(design, draws);
  const plan: Plan = { seed, design, draws, replicates, sources: request.sources ?? {} };
  return { graph: request.graph, data: request.data, plan };
}

/** Consecutive tasks, none of which crosses a checkpoint. */
function cutTasks(request: RunRequest, stops: readonly number[], from: number, to: number, threads: number): Task[] {
  const even = Math.max(1, Math.floor((to - from) / blockSize / (threads * tasksPerThread)));
  const asked = request.blocksPerTask ?? Math.min(mostBlocksPerTask, even);
  const perTask = request.target === undefined ? asked : Math.min(mostBlocksPerTask, asked);
  const tasks: Task[] = [];
  let next = from / blockSize;
  for (const stop of stops.filter((one) => one > from && one <= to)) {
    for (const end = stop / blockSize; next < end; ) {
      const blocks = Math.min(perTask, end - next);
      tasks.push({ firstBlock: next, blocks });
      next += blocks;
    }
  }
  return tasks;
}

function addStatistics(all: ThreadStatistics[], more: readonly ThreadStatistics[]): void {
  for (const { thread, tasks, blocks, kernel } of more) {
    const at = all.findIndex((one) => one.thread === thread);
    if (at < 0) all.push({ thread, tasks, blocks, kernel });
    else
      all[at] = {
        thread,
        tasks: all[at].tasks + tasks,
        blocks: all[at].blocks + blocks,
        kernel: kernel ?? all[at].kernel,
      };
  }
}
