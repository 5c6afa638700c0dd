import { UtfallError } from "../engine/issues.ts";
import { toError } from "./failure.ts";
import type { PackedJob } from "./packedJobs.ts";
import type { FromWorker } from "./protocol.ts";
import type { TaskQueue } from "./taskQueue.ts";
import type { Threads } from "./threads.ts";

/** Threads lost on one and the same task before the run gives up. */
const lossesAllowed = 3;

/**
 * Lanes for each thread: while it works on one piece the next waits at its door. A third would help only where pieces are shorter
 * than a turn of the main thread.
 */
export const lanesPerThread = 2;

/** Takes pieces of a run and has them done by threads until there are none left. Throws what a task throws, and `workerLost`. */
export async function threadLane(threads: Threads, job: PackedJob, queue: TaskQueue): Promise<void> {
  for (let piece = queue.take(); piece !== undefined; piece = queue.take()) {
    const answer = await answerOn(threads, job, queue, piece);
    if (answer?.type === "failed") throw toError(answer.failure);
    if (answer?.type === "done") queue.finish(piece, answer.thread, answer.result);
    else queue.finish(piece, 0, undefined);
  }
}

/** The answer on a piece of work, from as many threads as it takes; undefined where the run was cancelled between two of them. */
async function answerOn(
  threads: Threads,
  job: PackedJob,
  queue: TaskQueue,
  piece: number,
): Promise<FromWorker | undefined> {
  const work = { ...job, task: queue.task(piece), control: queue.shared, piece };
  for (let losses = 1; !queue.cancelled; losses++) {
    try {
      return await threads.run(work);
    } catch (error) {
      if (threads.closed) throw error;
      if (losses === lossesAllowed) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new UtfallError([{ code: "workerLost", with: { times: losses, reason } }]);
      }
      queue.forget(piece);
    }
  }
  return undefined;
}
