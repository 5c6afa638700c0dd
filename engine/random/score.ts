import { decodeDoubles } from "../numeric/decodeDoubles.ts";
import { scoreCoefficients } from "./scoreCoefficients.ts";

/*
 * 32 bits become a standard normal score. An integer n, read as signed, stands for the signed tail w = −(n + ½)/2^32: negative
 * below the median, |w| being the probability of the nearer tail. The score is Φ⁻¹ of it, by cubic pieces in |w|: 32 octaves of
 * 64 cells, each through the exact values at its four Chebyshev nodes (`fitScores.ts`). Measured error below 2e-10 everywhere.
 * The table is part of the meaning of a draw, for the interpreter and the compiled kernel alike.
 */
/** Upper word of a double, shifted so that exponent and six mantissa bits remain, of the smallest tail 2^-33. */
export const firstCell = (1023 - 33) << 6;
/** No score of 32 bits lies farther from 0. */
export const largestScore = 6.34;

let table: Float64Array | undefined;

/** c0 … c3 per cell, for z = c0 + d(c1 + d(c2 + d·c3)), d = |w| − left end of the cell. */
export function scoreTable(): Float64Array {
  table ??= decodeDoubles(scoreCoefficients);
  return table;
}

/** Scores of integers: `scores[j]` from `integers[j]`, both of the same length. */
export function fillScores(integers: Int32Array, scores: Float64Array): void {
  const coefficients = scoreTable();
  for (let j = 0; j < integers.length; j++) {
    const side = integers[j] >> 31;
    // |w| is an odd number of 2^-33. Its first bit is its octave, the next six are its cell.
    const tail = ((integers[j] ^ side) << 1) | 1;
    const zeros = Math.clz32(tail);
    const aligned = tail << zeros;
    const at = (((30 - zeros) << 6) + (aligned >>> 25)) << 2;
    const d = ((aligned & 0x1ffffff) >>> zeros) * 1.1641532182693481e-10; // 2^-33
    const z = coefficients[at] + d * (coefficients[at + 1] + d * (coefficients[at + 2] + d * coefficients[at + 3]));
    scores[j] = z * (-1 - 2 * side); // side is −1 above the median, where w is positive
  }
}
