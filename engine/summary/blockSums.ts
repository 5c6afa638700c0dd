/**
 * Sums over the columns of one block, by who made them: a compiled kernel has them ready faster than a loop in JavaScript. The
 * values are those of `blockMoments` and of counting, to the bit.
 */
export interface BlockSums {
  /** Writes count, mean and m2 of an output; false, and nothing written, where a value or their sum is not finite. */
  moments(output: number, into: Float64Array, at: number): boolean;
  /** Whether every value of an output is finite. */
  finite(output: number): boolean;
  /** Draws in which an output is above zero. */
  hits(output: number): number;
}
