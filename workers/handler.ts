import type { Job, Task, TaskResult } from "../engine/run/executor.ts";
import { toFailure } from "./failure.ts";
import { unpack } from "./pack.ts";
import { cancelCell, doneCell, type FromWorker, type ToWorker } from "./protocol.ts";

/** What a thread needs of the engine: a job made ready once, then any number of tasks on it. */
export interface Engine<Prepared> {
  readonly prepareJob: (job: Job) => Prepared;
  /** Undefined where `cancelled` ended it before its last block. */
  readonly runPrepared: (
    prepared: Prepared,
    task: Task,
    control: { readonly cancelled: () => boolean; readonly onBlock: () => void },
  ) => TaskResult | undefined;
}

/** Prepared jobs that a thread keeps: a run and what is compared with it take turns on the same threads. */
const keptJobs = 4;

/** What a thread does with each piece of work. Never throws: a failure is an answer. */
export function taskHandler<Prepared>(engine: Engine<Prepared>, thread: number): (work: ToWorker) => FromWorker {
  const prepared = new Map<number, Prepared>();
  const ready = (work: ToWorker): Prepared => {
    const known = prepared.get(work.job) ?? engine.prepareJob(unpack(work.packed));
    prepared.delete(work.job); // put in anew, so that the map's order is the order of use
    prepared.set(work.job, known);
    if (prepared.size > keptJobs) prepared.delete(prepared.keys().next().value!);
    return known;
  };
  return (work) => {
    try {
      const cells = new Int32Array(work.control);
      const cancelled = () => Atomics.load(cells, cancelCell) !== 0;
      if (cancelled()) return { thread, type: "cancelled" };
      const onBlock = () => {
        Atomics.add(cells, doneCell(work.piece), 1);
      };
      const result = engine.runPrepared(ready(work), work.task, { cancelled, onBlock });
      return result === undefined ? { thread, type: "cancelled" } : { thread, type: "done", result };
    } catch (error) {
      return { thread, type: "failed", failure: toFailure(error) };
    }
  };
}
