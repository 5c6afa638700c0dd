import type { Interpreter } from "../kernel/interpret.ts";
import type { Result } from "../result/result.ts";
import type { Job, ThreadStatistics } from "./executor.ts";

export interface RunControl {
  /**
   * Ends the run at the last complete checkpoint that can be summed up within a second; heard while draws are made and while
   * they are summed up.
   */
  readonly signal?: AbortSignal;
  /** Awaited between outputs while draws are summed up: give one that lets timers and signals have their turn (`setImmediate`). */
  readonly pause?: () => Promise<void>;
  /** For a run that grows, `draws` is its next checkpoint. */
  readonly onProgress?: (drawsDone: number, draws: number) => void;
}

/** A finished run, with the draws that analyses read. */
export interface Run {
  readonly result: Result;
  readonly job: Job;
  readonly threads: readonly ThreadStatistics[];
  /** Whole columns of kept outputs by id, in order of draws, where the request asked for them; NaN for failed draws. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** The first draws of the headline outputs and of what is set against each other: 16,384, or a block of every replicate where that is more. */
  readonly firstDraws: ReadonlyMap<string, Float64Array>;
  /** What each of the first draws weighs, the heaviest of the run 1; absent where all weigh the same. */
  readonly firstWeights?: Float64Array;
  /** Regenerates the inputs of any block. */
  readonly inputs: Interpreter["inputs"];
  /** The mean of an output of kind `figure` or `mean` in each replicate. @throws RangeError for what is none */
  readonly meansOf: (output: string) => readonly number[];
}
