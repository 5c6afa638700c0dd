import type { KernelKind } from "../kernel/kernel.ts";
import { kernelFor } from "../kernel/kernelFor.ts";
import { accumulate } from "../summary/accumulate.ts";
import { blockCount, blocksOf, type Job, type Task, type TaskResult } from "./executor.ts";

/** A job ready to run on this thread: tables built, buffers made. Make it once per thread and job. */
export interface PreparedJob {
  (task: Task, control?: TaskControl): TaskResult | undefined;
  /** The same block by block, for a thread that has other things to do in between. One task at a time: they share memory. */
  steps(task: Task): Iterator<undefined, TaskResult>;
  /** What runs its blocks. The values are the same; the time is not. */
  readonly kernel: KernelKind;
}

export interface TaskControl {
  /** Asked before each block, and at the end; true ends the task without a result. */
  readonly cancelled?: () => boolean;
  /** Called after each block. */
  readonly onBlock?: () => void;
}

/**
 * Pure and synchronous: the same task of the same job gives the same bits on any thread.
 *
 * @throws UtfallError for correlations or copulas that contradict each other; RangeError for data that do not fit the graph
 */
export function prepareJob(job: Job): PreparedJob {
  const kernel = kernelFor(job.graph, job.data, job.plan);
  const { columns, sums } = kernel;
  function* steps(task: Task): Generator<undefined, TaskResult> {
    const { columns: kept, spread, again } = task;
    const keeping = { columns: kept, spread, again };
    const accumulator = accumulate(job.graph, job.plan.replicates, blockCount(task), keeping, columns, sums);
    for (const block of blocksOf(task)) {
      kernel.run(block, columns);
      accumulator.add(block);
      yield;
    }
    return { task, partial: accumulator.finish(), kernel: kernel.kind };
  }
  const run = (task: Task, control?: TaskControl): TaskResult | undefined => {
    const making = steps(task);
    while (!control?.cancelled?.()) {
      const { done, value } = making.next();
      if (done) return value;
      control?.onBlock?.();
    }
    return undefined;
  };
  return Object.assign(run, { steps, kernel: kernel.kind });
}
