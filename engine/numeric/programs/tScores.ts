import type { Arithmetic } from "../arithmetic.ts";

/** y²/ν. */
export const squarePerDegree = <T>(o: Arithmetic<T>, y: T, nu: T): T => o.divide(o.multiply(y, y), nu);

/**
 * √(ν·ln(1 + r))·perQ − 9, r = y²/ν: the place of y in the table of t scores, see `dependence/tScores.ts`. ln(1 + r) has the bits of
 * `log1p`.
 *
 * @param logarithm ln of the rounded 1 + r
 */
export function stretchedScore<T>(o: Arithmetic<T>, r: T, logarithm: T, nu: T, perQ: T): T {
  const one = o.constant(1);
  const sum = o.add(one, r);
  const mended = o.divide(o.multiply(logarithm, r), o.subtract(sum, one));
  const finite = o.less(sum, o.constant(Number.POSITIVE_INFINITY));
  const log1p = o.select(o.equal(sum, one), r, o.select(finite, mended, sum));
  return o.subtract(o.multiply(o.sqrt(o.multiply(nu, log1p)), perQ), o.constant(9));
}

/** The size with the sign of y; without one where y is −0. */
export const withSignOf = <T>(o: Arithmetic<T>, y: T, size: T): T =>
  o.select(o.less(y, o.constant(0)), o.negate(size), size);
