import type { Arithmetic } from "../arithmetic.ts";
import type { Elementary } from "./tailDraws.ts";

/** How many times smaller than √(χ²_ν/ν) at 1 the members of a group become: e^(−h), h = ½·ln W. */
export const scaleFactor = <T>(o: Arithmetic<T>, f: Elementary<T>, h: T): T => f.exp(o.negate(h));

/** √(ν·ln(1 + y²/ν))·perQ − 9: the place of y in the table of t scores, see `dependence/tScores.ts`. */
export function stretchedScore<T>(o: Arithmetic<T>, f: Elementary<T>, y: T, nu: T, perQ: T): T {
  const logarithm = log1pProgram(o, f, o.divide(o.multiply(y, y), nu));
  return o.subtract(o.multiply(o.sqrt(o.multiply(nu, logarithm)), perQ), o.constant(9));
}

/** ln(1 + x) for x ≥ 0, with the bits of `log1p`. */
function log1pProgram<T>(o: Arithmetic<T>, f: Elementary<T>, x: T): T {
  const one = o.constant(1);
  const sum = o.add(one, x);
  const mended = o.divide(o.multiply(f.ln(sum), x), o.subtract(sum, one));
  const finite = o.less(sum, o.constant(Number.POSITIVE_INFINITY));
  return o.select(o.equal(sum, one), x, o.select(finite, mended, sum));
}

/** The size with the sign of y; without one where y is −0. */
export const withSignOf = <T>(o: Arithmetic<T>, y: T, size: T): T =>
  o.select(o.less(y, o.constant(0)), o.negate(size), size);
