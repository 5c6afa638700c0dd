import {
  blockCount,
  type ExecutorControl,
  type Task,
  type TaskResult,
  type ThreadStatistics,
} from "../engine/run/executor.ts";
import { cancelCell, doneCell } from "./protocol.ts";

/** Milliseconds between two looks at how far a run has come. */
const progressEveryMs = 100;

/** How a run of tasks ended; see `Executor.run`. */
export interface Outcome {
  readonly aborted: boolean;
  readonly threads: readonly ThreadStatistics[];
}

/** The tasks of one run, taken by whoever is free, with what has come of them. */
export class TaskQueue {
  /** What threads see of the run; see `ToWorker.control`. */
  readonly shared: SharedArrayBuffer;
  private readonly tasks: readonly Task[];
  private readonly control: ExecutorControl;
  private readonly cells: Int32Array;
  private readonly lanes: Promise<void>[] = [];
  private readonly work = new Map<number, Omit<ThreadStatistics, "thread">>();
  private next = 0;
  private unfinished = false;

  constructor(tasks: readonly Task[], control: ExecutorControl) {
    this.tasks = tasks;
    this.control = control;
    this.shared = new SharedArrayBuffer(4 * (1 + tasks.length));
    this.cells = new Int32Array(this.shared);
  }

  /** The next piece of the run, by its number; undefined where there is none left, or the run is cancelled. */
  take(): number | undefined {
    return this.next < this.tasks.length && !this.cancelled ? this.next++ : undefined;
  }

  task(piece: number): Task {
    return this.tasks[piece];
  }

  /** Blocks that nobody has taken yet. */
  get blocksLeft(): number {
    return this.tasks.slice(this.next).reduce((sum, task) => sum + blockCount(task), 0);
  }

  get cancelled(): boolean {
    return Atomics.load(this.cells, cancelCell) !== 0;
  }

  cancel(): void {
    Atomics.store(this.cells, cancelCell, 1);
  }

  /** A block of a piece is done; threads count for themselves. */
  countBlock(piece: number): void {
    Atomics.add(this.cells, doneCell(piece), 1);
  }

  /** A piece begins anew, whatever was counted of it. */
  forget(piece: number): void {
    Atomics.store(this.cells, doneCell(piece), 0);
  }

  /** Passes on what a thread has made of a piece; undefined where it was cancelled on the way. */
  finish(piece: number, thread: number, result: TaskResult | undefined): void {
    if (result === undefined) {
      this.unfinished = true;
      return;
    }
    const before = this.work.get(thread) ?? { tasks: 0, blocks: 0 };
    const blocks = before.blocks + blockCount(this.tasks[piece]);
    this.work.set(thread, { tasks: before.tasks + 1, blocks, kernel: result.kernel });
    this.control.onResult(result);
  }

  /** Adds someone who takes pieces until there are none: what it throws cancels the run, and ends it once all lanes have ended. */
  add(lane: Promise<void>): void {
    lane.catch(() => this.cancel());
    this.lanes.push(lane);
  }

  /** Runs until every lane has ended, those added meanwhile too, showing progress and hearing the signal. */
  async run(begin: () => void): Promise<void> {
    const { signal, onProgress } = this.control;
    const cancel = () => this.cancel();
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel);
    const progress = () => onProgress?.(this.cells.subarray(1).reduce((sum, blocks) => sum + blocks, 0));
    const timer = onProgress && setInterval(progress, progressEveryMs);
    try {
      begin();
      const failures: unknown[] = [];
      for (let k = 0; k < this.lanes.length; k++) await this.lanes[k].catch((error) => failures.push(error));
      if (failures.length > 0) throw failures[0];
      progress();
    } finally {
      clearInterval(timer);
      signal?.removeEventListener("abort", cancel);
    }
  }

  /** What came of it, with what each thread did: those that stand ready, and those that were lost on the way. */
  outcome(ready: readonly number[]): Outcome {
    const ids = [...new Set([...ready, ...this.work.keys()])].sort((a, b) => a - b);
    return {
      aborted: this.unfinished || this.next < this.tasks.length,
      threads: ids.map((id, index) => ({
        thread: String(index + 1),
        ...(this.work.get(id) ?? { tasks: 0, blocks: 0 }),
      })),
    };
  }
}
