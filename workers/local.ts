import { blockSize } from "../engine/design/plan.ts";
import { blockCount, type Executor, type Job } from "../engine/run/executor.ts";
import { type PreparedJob, prepareJob } from "../engine/run/task.ts";
import { type PackedJob, packedJobs } from "./packedJobs.ts";
import { TaskQueue } from "./taskQueue.ts";
import type { Threads } from "./threads.ts";

export interface LocalOptions {
  /** Threads at most, this one among them. */
  readonly threads: number;
  /** @internal Another entry for the threads, what it is given, and the same for this thread: for tests. */
  readonly workerFile?: string;
  /** @internal */
  readonly workerData?: unknown;
  /** @internal */
  readonly prepareJob?: (job: Job) => Pick<PreparedJob, "steps">;
  /** @internal Milliseconds from some moment on. */
  readonly now?: () => number;
}

export interface LocalExecutor extends Executor {
  /** Starts the threads now, for a run that is known to be long: they load while the caller gets ready. */
  warm(): void;
}

/** About what a thread takes until it can begin: it has to load, and to compile what it loads. */
const startMs = 80;
/** Threads are taken where what is left would take this many times what they cost; with less they hardly come to work. */
const worthwhile = 2;
/** This thread works so long without looking up: signals, progress and other threads' answers wait no longer. */
const turnMs = 2;
/** This thread's number in a run's statistics, before all others'. */
const ownThread = 0;

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Runs blocks in this thread, and takes others to help only where a run is long enough to pay for them, by the time that its own
 * blocks have taken. The result does not depend on it. Threads, compiled models and tables stay for the next run until it is
 * closed.
 */
export function localExecutor(options: LocalOptions): LocalExecutor {
  if (!Number.isInteger(options.threads) || options.threads < 1) {
    throw new RangeError(`threads must be a whole number, 1 or more; got ${options.threads}`);
  }
  const { now = () => performance.now() } = options;
  const helpers = new Helpers(options);
  /** Jobs as this thread has them, those that nobody works on: a prepared job takes one task at a time. */
  const idle = new WeakMap<Job, OwnJob[]>();
  const blockTimes = new WeakMap<Job["graph"], number>();
  const packed = packedJobs();
  let closed = false;

  function borrow(job: Job): OwnJob {
    const known = idle.get(job)?.pop();
    if (known !== undefined) return known;
    const started = now();
    const prepared = (options.prepareJob ?? prepareJob)(job);
    // Another seed or other data take as long.
    return { prepared, prepareMs: now() - started, blockMs: blockTimes.get(job.graph) ?? Number.POSITIVE_INFINITY };
  }

  function giveBack(job: Job, own: OwnJob): void {
    idle.set(job, [...(idle.get(job) ?? []), own]);
    blockTimes.set(job.graph, own.blockMs);
  }

  return {
    threads: options.threads,
    warm: () => void helpers.start().catch(() => {}),
    async run(job, tasks, control) {
      if (closed) throw new Error("the executor is closed");
      const queue = new TaskQueue(tasks, control);
      let helped = false;
      const askForHelp = (own: OwnJob, blocksLeft: number) => {
        if (helped || !helpers.pay(own, blocksLeft)) return;
        helped = true;
        helpers.join(packed(job), queue);
      };
      async function ownShare(): Promise<void> {
        if (queue.cancelled) return;
        const own = borrow(job);
        try {
          const blocks = queue.blocksLeft;
          // The run that these blocks are of: others of its job will follow, and a thread can get ready meanwhile.
          askForHelp(own, Math.max(blocks, job.plan.draws / blockSize));
          await ownLane(own, queue, askForHelp, now);
          if (!helped) helpers.miss(own, blocks);
        } finally {
          giveBack(job, own);
        }
      }
      await queue.run(() => queue.add(ownShare()));
      return queue.outcome([ownThread]);
    },
    async close() {
      closed = true;
      await helpers.close();
    },
  };
}

/** A job as this thread has it. */
interface OwnJob {
  readonly prepared: Pick<PreparedJob, "steps">;
  /** What it took to make it ready: as much on another thread. */
  readonly prepareMs: number;
  /** A block's time in the best turn so far: the first are slow while the code is still being compiled. */
  blockMs: number;
}

/** This thread's share of a run: piece after piece, looking up now and then. */
async function ownLane(
  job: OwnJob,
  queue: TaskQueue,
  askForHelp: (job: OwnJob, blocksLeft: number) => void,
  now: () => number,
): Promise<void> {
  let turn = now();
  let blocks = 0;
  for (let piece = queue.take(); piece !== undefined; piece = queue.take()) {
    const steps = job.prepared.steps(queue.task(piece));
    let left = blockCount(queue.task(piece));
    let ended = steps.next();
    for (; !ended.done; ended = steps.next()) {
      queue.countBlock(piece);
      left--;
      blocks++;
      const passed = now() - turn;
      if (passed < turnMs) continue;
      job.blockMs = Math.min(job.blockMs, passed / blocks);
      askForHelp(job, queue.blocksLeft + left);
      await nextTurn();
      if (queue.cancelled) break;
      turn = now();
      blocks = 0;
    }
    queue.finish(piece, ownThread, ended.done ? ended.value : undefined);
  }
}

/** The other threads, started when they are first needed. */
class Helpers {
  private readonly options: LocalOptions;
  private threads: Promise<Threads> | undefined;
  private missedMs = 0;

  constructor(options: LocalOptions) {
    this.options = options;
  }

  /**
   * Whether they would save more than they cost. What they would have saved before, had they stood ready, counts as paid for their
   * start: who makes many short runs waits for them no more than twice as long as need be.
   */
  pay({ prepareMs, blockMs }: OwnJob, blocksLeft: number): boolean {
    if (this.options.threads === 1 || blockMs === Number.POSITIVE_INFINITY) return false;
    const start = this.threads === undefined ? Math.max(0, startMs - this.missedMs) : 0;
    return blocksLeft * blockMs > worthwhile * (start + prepareMs);
  }

  /** Blocks that they did not help with. */
  miss({ blockMs }: OwnJob, blocks: number): void {
    const { threads } = this.options;
    if (blockMs !== Number.POSITIVE_INFINITY) this.missedMs += blocks * blockMs * (1 - 1 / threads);
  }

  start(): Promise<Threads> {
    this.threads ??= this.load();
    return this.threads;
  }

  /** Lets each thread take pieces as soon as it is ready; nobody waits for one that comes too late. */
  join(job: PackedJob, queue: TaskQueue): void {
    for (let k = 1; k < this.options.threads; k++) void this.joinOne(job, queue);
  }

  private async joinOne(job: PackedJob, queue: TaskQueue): Promise<void> {
    try {
      const threads = await this.start();
      await threads.run({ ...job, control: queue.shared, piece: 0 });
      const { lanesPerThread, threadLane } = await import("./threadLane.ts");
      for (let lane = 0; lane < lanesPerThread; lane++) queue.add(threadLane(threads, job, queue));
    } catch {
      // A thread that cannot even start leaves its share to the others.
    }
  }

  async close(): Promise<void> {
    await (await this.threads)?.close();
  }

  private async load(): Promise<Threads> {
    // Loaded when it is needed: most runs end before a thread could have begun.
    const [{ Threads }, { workerFile }] = await Promise.all([import("./threads.ts"), import("./workerFile.ts")]);
    const { threads, workerData, workerFile: asked } = this.options;
    return new Threads({ threads: threads - 1, file: asked ?? workerFile, workerData });
  }
}
