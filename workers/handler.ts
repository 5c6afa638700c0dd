import type { Job } from "../engine/run/executor.ts";
import type { PreparedJob } from "../engine/run/task.ts";
import { toFailure } from "./failure.ts";
import { unpack } from "./pack.ts";
import { cancelCell, doneCell, type FromWorker, type ToWorker } from "./protocol.ts";

/** Prepared jobs that a thread keeps: a run and what is compared with it take turns on the same threads. */
const keptJobs = 4;

/** What a thread does with each piece of work. Never throws: a failure is an answer. */
export function taskHandler(prepareJob: (job: Job) => PreparedJob, thread: number): (work: ToWorker) => FromWorker {
  const prepared = new Map<number, PreparedJob>();
  const ready = (work: ToWorker): PreparedJob => {
    const run = prepared.get(work.job) ?? prepareJob(unpack(work.packed));
    prepared.delete(work.job); // put in anew, so that the map's order is the order of use
    prepared.set(work.job, run);
    if (prepared.size > keptJobs) prepared.delete(prepared.keys().next().value!);
    return run;
  };
  return (work) => {
    try {
      const cells = new Int32Array(work.control);
      const cancelled = () => Atomics.load(cells, cancelCell) !== 0;
      if (cancelled()) return { thread, type: "cancelled" };
      const onBlock = () => {
        Atomics.add(cells, doneCell(work.piece), 1);
      };
      const run = ready(work);
      if (work.task === undefined) return { thread, type: "ready" };
      const result = run(work.task, { cancelled, onBlock });
      return result === undefined ? { thread, type: "cancelled" } : { thread, type: "done", result };
    } catch (error) {
      return { thread, type: "failed", failure: toFailure(error) };
    }
  };
}
