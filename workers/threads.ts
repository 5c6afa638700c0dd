import { Piscina } from "piscina";
import type { FromWorker, ToWorker } from "./protocol.ts";

export interface ThreadsOptions {
  readonly threads: number;
  /** Path of the file each thread loads. */
  readonly file: string;
  readonly workerData?: unknown;
  readonly resourceLimits?: { readonly maxOldGenerationSizeMb?: number };
}

/**
 * A fixed number of threads. Where one is lost a new one takes its place; `run` then rejects with the reason. Where all are lost
 * and none can be started (Piscina gives up, and what is queued would wait for ever), `run` rejects as well, and the next call
 * starts afresh.
 */
export class Threads {
  readonly #options: ThreadsOptions;
  #group: Group;
  #closed = false;

  constructor(options: ThreadsOptions) {
    this.#options = options;
    this.#group = startGroup(options); // at once, so that they load while the caller gets ready
  }

  /** Rejects only where a thread was lost: what goes wrong in the work itself is an answer. */
  async run(work: ToWorker): Promise<FromWorker> {
    if (this.#closed) throw new Error("the threads are closed");
    if (this.#group.dead) this.#group = startGroup(this.#options);
    return this.#group.run(work);
  }

  /** Numbers of the threads that stand ready. */
  get ids(): readonly number[] {
    return this.#group.ids();
  }

  get closed(): boolean {
    return this.#closed;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#group.end();
  }
}

interface Group {
  readonly dead: boolean;
  run(work: ToWorker): Promise<FromWorker>;
  ids(): readonly number[];
  end(): Promise<void>;
}

function startGroup({ threads, file, workerData, resourceLimits }: ThreadsOptions): Group {
  const pool = new Piscina<ToWorker, FromWorker>({
    filename: file,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: 5_000,
    workerData,
    resourceLimits,
  });
  let dead = false;
  let reason: unknown = new Error("no worker thread could be started");
  const waiting = new Set<(error: unknown) => void>();
  pool.on("error", (error) => {
    reason = error;
  });
  // A lost thread is replaced at once; none left a moment later means that Piscina has given up on replacing.
  pool.on("workerDestroy", () =>
    setImmediate(() => {
      if (pool.threads.length > 0) return;
      dead = true;
      for (const reject of waiting) reject(reason);
    }),
  );
  return {
    get dead() {
      return dead;
    },
    run(work) {
      return new Promise((resolve, reject) => {
        waiting.add(reject);
        const settle = () => waiting.delete(reject);
        pool.run(work).then(
          (answer) => {
            settle();
            resolve(answer);
          },
          (error) => {
            settle();
            reject(error);
          },
        );
      });
    },
    ids: () => pool.threads.map((worker) => worker.threadId),
    end: () => pool.destroy(),
  };
}
