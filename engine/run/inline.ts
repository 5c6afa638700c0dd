import type { Executor, Job, TaskResult } from "./executor.ts";
import { type PreparedJob, prepareJob } from "./task.ts";

/**
 * Runs everything in this thread.
 *
 * @param pause awaited between tasks: give one that lets timers and signals have their turn (`setImmediate`), so that progress
 * is shown and an abort is heard; the engine itself has no clock
 */
export function inline(pause: () => Promise<void> = () => Promise.resolve()): Executor {
  /** The job that was run last: a run hands out its tasks in several goes. */
  let last: { readonly job: Job; readonly run: PreparedJob } | undefined;
  return {
    threads: 1,
    async run(job, tasks, control) {
      if (last?.job !== job) last = { job, run: prepareJob(job) };
      const { run } = last;
      let blocks = 0;
      let done = 0;
      let aborted = false;
      for (const task of tasks) {
        await pause();
        if (control.signal?.aborted) {
          aborted = true;
          break;
        }
        const result = run(task, { cancelled: () => control.signal?.aborted ?? false, onBlock: () => blocks++ });
        if (result === undefined) {
          aborted = true;
          break;
        }
        done++;
        control.onResult(result);
        control.onProgress?.(blocks);
      }
      return { aborted, threads: [{ thread: "inline", tasks: done, blocks, kernel: run.kernel }] };
    },
    close: async () => {},
  };
}

/** Runs in this thread, but copies everything as a thread would: finds what cannot cross. */
export function copying(inner: Executor): Executor {
  return {
    threads: inner.threads,
    run: (job, tasks, control) =>
      inner.run(structuredClone(job) as Job, structuredClone(tasks), {
        ...control,
        onResult: (result: TaskResult) => control.onResult(structuredClone(result)),
      }),
    close: () => inner.close(),
  };
}
