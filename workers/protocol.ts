import type { Issue } from "../engine/issues.ts";
import type { Task, TaskResult } from "../engine/run/executor.ts";

/**
 * One piece of work for a thread: plain data and shared memory, never functions. A job is packed once per pool and read once
 * per thread.
 */
export interface ToWorker {
  /** Number of the job within its pool: the key of a thread's prepared jobs. */
  readonly job: number;
  /** The job as bytes, shared by all threads; see `pack.ts`. */
  readonly packed: SharedArrayBuffer;
  /** Absent where the thread is to make itself and the job ready, and no more. */
  readonly task?: Task;
  /** Int32 cells: [0] is 1 once the run is cancelled, [1 + k] counts the blocks done of piece k. */
  readonly control: SharedArrayBuffer;
  /** Which piece of the run this is: k above. */
  readonly piece: number;
}

/** How a piece of work ended. Failures are values: what is thrown across threads would lose its own fields. */
export type FromWorker = { readonly thread: number } & (
  | { readonly type: "ready" }
  | { readonly type: "done"; readonly result: TaskResult }
  | { readonly type: "cancelled" }
  | { readonly type: "failed"; readonly failure: Failure }
);

/** An error as plain data. */
export type Failure =
  | { readonly kind: "issues"; readonly issues: readonly Issue[] }
  | {
      readonly kind: "fault";
      readonly name: string;
      readonly message: string;
      readonly stack?: string;
      /** The error's own fields (`code`, …), as far as they can cross. */
      readonly fields: Readonly<Record<string, unknown>>;
    };

/** The cell of `ToWorker.control` that says whether the run is cancelled. */
export const cancelCell = 0;
/** The cell of `ToWorker.control` that counts the blocks done of a piece. */
export const doneCell = (piece: number): number => 1 + piece;
