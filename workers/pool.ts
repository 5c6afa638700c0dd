import { fileURLToPath } from "node:url";
import { UtfallError } from "../engine/issues.ts";
import {
  blockCount,
  type Executor,
  type ExecutorControl,
  type Job,
  type Task,
  type ThreadStatistics,
} from "../engine/run/executor.ts";
import { toError } from "./failure.ts";
import { pack } from "./pack.ts";
import { cancelCell, doneCell, type FromWorker } from "./protocol.ts";
import { Threads } from "./threads.ts";

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

/** Threads lost on one and the same task before the run gives up. */
const lossesAllowed = 3;
/** Milliseconds between two looks at how far the threads have come. */
const progressEveryMs = 100;

// Threads run built JavaScript (Node 20 cannot load TypeScript), also where this file itself runs from source.
const workerUrl = import.meta.url.endsWith(".ts")
  ? new URL("../dist/workers/worker.js", import.meta.url)
  : new URL("../workers/worker.js", import.meta.url);

/**
 * Runs blocks in worker threads. A lost thread (out of memory, ended from outside) costs time only: its task is run again on
 * another. Throws UtfallError `workerLost` where one task loses three threads, and what a task itself throws, with its fields.
 */
export function workerPool(options: PoolOptions): Executor {
  if (!Number.isInteger(options.threads) || options.threads < 1) {
    throw new RangeError(`threads must be a whole number, 1 or more; got ${options.threads}`);
  }
  const threads = new Threads({ ...options, file: options.workerFile ?? fileURLToPath(workerUrl) });
  const packedJobs = new WeakMap<Job, { readonly id: number; readonly packed: SharedArrayBuffer }>();
  let jobs = 0;
  const packedOnce = (job: Job) => {
    let known = packedJobs.get(job);
    if (known === undefined) {
      known = { id: jobs++, packed: pack(job) };
      packedJobs.set(job, known);
    }
    return known;
  };

  return {
    threads: options.threads,
    async run(job, tasks, control) {
      const { id, packed } = packedOnce(job);
      return runTasks(threads, { job: id, packed }, tasks, control, options.threads);
    },
    close: () => threads.close(),
  };
}

async function runTasks(
  threads: Threads,
  job: { readonly job: number; readonly packed: SharedArrayBuffer },
  tasks: readonly Task[],
  { signal, onResult, onProgress }: ExecutorControl,
  threadCount: number,
): Promise<{ readonly aborted: boolean; readonly threads: readonly ThreadStatistics[] }> {
  const shared = new SharedArrayBuffer(4 * (1 + tasks.length));
  const cells = new Int32Array(shared);
  const cancel = () => Atomics.store(cells, cancelCell, 1);
  const cancelled = () => Atomics.load(cells, cancelCell) !== 0;
  const work = new Map<number, Omit<ThreadStatistics, "thread">>();
  let unfinished = false;

  /** The answer on a piece of work, from as many threads as it takes; undefined where the run was cancelled between two of them. */
  async function answerOn(piece: number): Promise<FromWorker | undefined> {
    for (let losses = 1; !cancelled(); losses++) {
      try {
        return await threads.run({ ...job, task: tasks[piece], control: shared, piece });
      } catch (error) {
        if (threads.closed) throw error;
        if (losses === lossesAllowed) {
          throw new UtfallError([{ code: "workerLost", with: { times: losses, reason: messageOf(error) } }]);
        }
        Atomics.store(cells, doneCell(piece), 0);
      }
    }
    return undefined;
  }

  async function finish(piece: number): Promise<void> {
    const answer = await answerOn(piece);
    if (answer?.type === "failed") throw toError(answer.failure);
    if (answer?.type !== "done") {
      unfinished = true;
      return;
    }
    const before = work.get(answer.thread) ?? { tasks: 0, blocks: 0 };
    const blocks = before.blocks + blockCount(tasks[piece]);
    work.set(answer.thread, { tasks: before.tasks + 1, blocks, kernel: answer.result.kernel });
    onResult(answer.result);
  }

  let next = 0;
  async function lane(): Promise<void> {
    while (next < tasks.length && !cancelled()) await finish(next++);
  }

  if (signal?.aborted) cancel();
  signal?.addEventListener("abort", cancel);
  const progress = () => onProgress?.(cells.subarray(1).reduce((sum, blocks) => sum + blocks, 0));
  const timer = onProgress && setInterval(progress, progressEveryMs);
  try {
    // Two lanes a thread: while one task runs the next waits at the thread's door.
    const lanes = Array.from({ length: Math.min(2 * threadCount, tasks.length) }, () => lane());
    for (const one of lanes) one.catch(cancel);
    const ends = await Promise.allSettled(lanes);
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    progress();
  } finally {
    clearInterval(timer);
    signal?.removeEventListener("abort", cancel);
  }
  const ids = [...new Set([...threads.ids, ...work.keys()])].sort((a, b) => a - b);
  return {
    aborted: unfinished || next < tasks.length,
    threads: ids.map((id, index) => ({ thread: String(index + 1), ...(work.get(id) ?? { tasks: 0, blocks: 0 }) })),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
