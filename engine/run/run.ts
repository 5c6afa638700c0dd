import { blockSize, checkpoints, type Plan, roundDraws } from "../design/plan.ts";
import { UtfallError } from "../issues.ts";
import { type Interpreter, interpret } from "../kernel/interpret.ts";
import type { Result } from "../result/result.ts";
import { combine } from "../summary/combine.ts";
import { layoutOf } from "../summary/layout.ts";
import { assemble } from "./assemble.ts";
import type { Executor, Job, Task, TaskResult, ThreadStatistics } from "./executor.ts";
import type { RunRequest } from "./request.ts";

export interface RunControl {
  /** Ends the run at the last complete checkpoint. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (drawsDone: number, draws: number) => void;
}

/** A finished run, with the draws that analyses read. */
export interface Run {
  readonly result: Result;
  readonly job: Job;
  readonly threads: readonly ThreadStatistics[];
  /** Kept columns by output id, in order of draws; NaN for failed ones. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Regenerates the inputs of any block. */
  readonly inputs: Interpreter["inputs"];
}

const defaultMemoryBudgetMiB = 2048;
/** Tasks per thread, so that threads finish together and progress is seen. */
const tasksPerThread = 16;
const mostBlocksPerTask = 64;

/**
 * Runs a model with a fixed number of draws. The result is the same, to the bit, for any executor and any cutting into tasks.
 *
 * @returns undefined when the signal ended it before the first checkpoint
 * @throws UtfallError `memoryBudget`, `tooManyFailedDraws`, `correlationImpossible`, `workerLost`; RangeError for draws that
 * are not a whole number, and for a graph with a log-weight, for which the summaries have no form yet
 */
export async function run(request: RunRequest, executor: Executor, control: RunControl = {}): Promise<Run | undefined> {
  const { draws, replicates } = roundDraws(request.design, request.draws);
  checkMemory(request, draws);
  if (request.graph.logWeight !== undefined) throw new RangeError("weighted draws have no summaries yet");
  const job = jobOf(request, draws, replicates);
  const results: TaskResult[] = [];
  const { aborted, threads } = await executor.run(job, cutTasks(request, draws, executor.threads), {
    signal: control.signal,
    onResult: (result) => results.push(result),
    onProgress: (blocks) => control.onProgress?.(Math.min(draws, blocks * blockSize), draws),
  });
  const whole = aborted ? lastCheckpoint(request, draws, results) : draws;
  if (whole === undefined) return undefined;
  const finished = whole === draws ? job : jobOf(request, whole, replicates);
  const partials = results
    .filter(({ task }) => task.firstBlock * blockSize < whole)
    .sort((left, right) => left.task.firstBlock - right.task.firstBlock)
    .map(({ partial }) => partial);
  const combined = combine(job.graph, finished.plan, partials);
  const ended = whole === draws ? "fixed" : "interrupted";
  // Made only when draws have to be made again: its tables cost as much as some thousand draws.
  let interpreter: Interpreter | undefined;
  const again = () => (interpreter ??= interpret(finished.graph, finished.data, finished.plan));
  const { result, errors } = assemble(request, finished, combined, ended, (draw) => again().locate(draw));
  if (errors.length > 0) throw new UtfallError(errors);
  const kept = layoutOf(job.graph).kept.map((output) => job.graph.outputs[output].id);
  return {
    result,
    job: finished,
    threads,
    columns: new Map(kept.map((id, k) => [id, combined.columns[k]])),
    inputs: (block, columns) => again().inputs(block, columns),
  };
}

function jobOf(request: RunRequest, draws: number, replicates: number): Job {
  const { seed, design } = request;
  const plan: Plan = { seed, design, draws, replicates, sources: request.sources ?? {} };
  return { graph: request.graph, data: request.data, plan };
}

/** Kept columns twice: as they come from the tasks, and joined. */
function checkMemory(request: RunRequest, draws: number): void {
  const outputs = layoutOf(request.graph).kept.length;
  const needed = Math.ceil((2 * draws * outputs * 8) / 1_048_576);
  const budget = request.memoryBudgetMiB ?? defaultMemoryBudgetMiB;
  if (needed > budget) throw new UtfallError([{ code: "memoryBudget", with: { draws, outputs, needed, budget } }]);
}

/** Consecutive tasks, none of which crosses a checkpoint. */
function cutTasks(request: RunRequest, draws: number, threads: number): readonly Task[] {
  const all = draws / blockSize;
  const even = Math.max(1, Math.floor(all / (threads * tasksPerThread)));
  const perTask = request.blocksPerTask ?? Math.min(mostBlocksPerTask, even);
  const tasks: Task[] = [];
  let from = 0;
  for (const checkpoint of checkpoints(request.design, draws)) {
    for (const to = checkpoint / blockSize; from < to; ) {
      const blocks = Math.min(perTask, to - from);
      tasks.push({ firstBlock: from, blocks });
      from += blocks;
    }
  }
  return tasks;
}

/** The largest checkpoint before which every block is there. */
function lastCheckpoint(request: RunRequest, draws: number, results: readonly TaskResult[]): number | undefined {
  const ends = new Map(results.map(({ task }) => [task.firstBlock, task.firstBlock + task.blocks]));
  let reached = 0;
  for (let end = ends.get(0); end !== undefined; end = ends.get(end)) reached = end;
  return checkpoints(request.design, draws).findLast((point) => point <= reached * blockSize);
}
