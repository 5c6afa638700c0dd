import type { Plan } from "../design/plan.ts";
import type { KernelKind } from "../kernel/kernel.ts";
import type { ModelData, ModelGraph } from "../model/graph.ts";
import type { Keeping } from "../summary/keeping.ts";
import type { Partial } from "../summary/partial.ts";

/** All that a thread needs to run any block: plain data, so that it crosses to threads, processes and machines. */
export interface Job {
  readonly graph: ModelGraph;
  readonly data: ModelData;
  readonly plan: Plan;
}

/** Some blocks, and what of their draws shall come back. */
export interface Task extends Keeping {
  /** The blocks are firstBlock, firstBlock + every, … */
  readonly firstBlock: number;
  readonly blocks: number;
  /** 1 where absent. */
  readonly every?: number;
  /** So many times as many blocks: each run of them begins one block after the one before. 1 where absent. */
  readonly runs?: number;
}

export const blockCount = ({ blocks, runs = 1 }: Task): number => blocks * runs;

/** Numbers of a task's blocks, in the order in which they are run. */
export function blocksOf({ firstBlock, blocks, every = 1, runs = 1 }: Task): readonly number[] {
  return Array.from({ length: blocks * runs }, (_, k) => firstBlock + Math.floor(k / blocks) + every * (k % blocks));
}

export interface TaskResult {
  readonly task: Task;
  readonly partial: Partial;
  /** What ran its blocks. */
  readonly kernel?: KernelKind;
}

/** What one thread did; stands outside the compared part of a result. */
export interface ThreadStatistics {
  readonly thread: string;
  readonly tasks: number;
  readonly blocks: number;
  /** What ran its blocks: `interpreted` where the platform can't run the compiled kernel. Absent where it ran none. */
  readonly kernel?: KernelKind;
}

export interface ExecutorControl {
  /** Ends the work within one block; results already given stay good. */
  readonly signal?: AbortSignal;
  /** Called with each task's result, in any order. */
  readonly onResult: (result: TaskResult) => void;
  /** Called now and then with the number of blocks finished so far, tasks under way included. */
  readonly onProgress?: (blocksDone: number) => void;
}

/**
 * Where blocks are run: in this thread (`inline`), in this thread but with everything copied as a thread would (`copying`), or
 * in worker threads (room `workers`). The result of a run is the same, to the bit, whichever is used and however tasks are cut.
 */
export interface Executor {
  readonly threads: number;
  /** Runs all tasks, or as many as there was time for when the signal ends it: then it resolves with `aborted: true`. */
  run(
    job: Job,
    tasks: readonly Task[],
    control: ExecutorControl,
  ): Promise<{ readonly aborted: boolean; readonly threads: readonly ThreadStatistics[] }>;
  close(): Promise<void>;
}
