import type { BinScale } from "./bins.ts";

/**
 * Sums over the output columns of one block, by who made them: a compiled kernel has them faster than a loop in JavaScript. What
 * they mean is said by `columnSums`, to the bit. All but `finite`, `moments`, `hits` and `divided` are for columns whose values are all
 * finite.
 */
export interface BlockSums {
  /** Writes count, mean and m2 of an output; false, and nothing written, where a value or their sum is not finite. */
  moments(output: number, into: Float64Array, at: number): boolean;
  /** Whether every value of an output is finite. */
  finite(output: number): boolean;
  /** Draws in which an output is above zero; −1 where a value is not finite. */
  hits(output: number): number;
  /**
   * Makes a ratio NaN in draws whose divisor is not above zero, and 0 where it is not finite though the divisor is: of any columns.
   */
  divided(output: number, divisor: number): void;
  /** Adds to `into[at + y]` the draws in which an output of whole numbers from 0 to `most` is y. */
  tally(output: number, most: number, into: Float64Array, at: number): void;
  /** Writes the sum of what is below zero, and the numbers of draws below and above zero. */
  signs(output: number, into: Float64Array): void;
  /** Writes the least and the greatest value. */
  extremes(output: number, into: Float64Array): void;
  /** Sum, in order, of the distances from an edge of the values below it (`low`), or from it on (`high`). */
  beyond(output: number, tail: "low" | "high", edge: number): number;
  /** From now on `spread` sorts the values of an output into these bins, and gathers those in bins that are marked. */
  prepare(output: number, scale: BinScale, marked?: Uint8Array): void;
  /** Adds to the output's counts and gives its gathered values in order of draws, valid until the next call. */
  spread(output: number): Float64Array;
  /** Values per bin since the counts were last set to zero; to be read and changed in place. */
  counts(output: number): Int32Array;
}

/** Numbers that `signs` writes. */
export const signWidth = 3;
