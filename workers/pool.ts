import type { Executor } from "../engine/run/executor.ts";
import { packedJobs } from "./packedJobs.ts";
import { TaskQueue } from "./taskQueue.ts";
import { lanesPerThread, threadLane } from "./threadLane.ts";
import { Threads } from "./threads.ts";
import { workerFile } from "./workerFile.ts";

export interface PoolOptions {
  /** Worker threads, 1 or more. */
  readonly threads: number;
  /** @internal Another entry for the threads, and what it is given: for tests of what happens when threads are lost. */
  readonly workerFile?: string;
  /** @internal */
  readonly workerData?: unknown;
  /** @internal */
  readonly resourceLimits?: { readonly maxOldGenerationSizeMb?: number };
}

/**
 * Runs blocks in worker threads, which start at once and stay until it is closed. A lost thread (out of memory, ended from
 * outside) costs time only: its task is run again on another. Throws UtfallError `workerLost` where one task loses three threads,
 * and what a task itself throws, with its fields.
 */
export function workerPool(options: PoolOptions): Executor {
  if (!Number.isInteger(options.threads) || options.threads < 1) {
    throw new RangeError(`threads must be a whole number, 1 or more; got ${options.threads}`);
  }
  const threads = new Threads({ ...options, file: options.workerFile ?? workerFile });
  const packed = packedJobs();
  return {
    threads: options.threads,
    async run(job, tasks, control) {
      const given = packed(job);
      const queue = new TaskQueue(tasks, control);
      await queue.run(() => {
        const lanes = Math.min(lanesPerThread * options.threads, tasks.length);
        for (let k = 0; k < lanes; k++) queue.add(threadLane(threads, given, queue));
      });
      return queue.outcome(threads.ids);
    },
    close: () => threads.close(),
  };
}
