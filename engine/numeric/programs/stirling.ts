import type { Arithmetic } from "../arithmetic.ts";
import { ln2High, ln2Low, stirlingDenominator, stirlingNumerator } from "./coefficients.ts";
import { lnSplit, lnTail } from "./ln.ts";
import { polynomial } from "./normal.ts";

/** ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x ≥ 2: what Stirling's formula lacks, within 2e-15. */
export function stirlingRemainderProgram<T>(o: Arithmetic<T>, x: T): T {
  const square = o.multiply(x, x);
  return o.divide(polynomial(o, stirlingNumerator, square), o.multiply(x, polynomial(o, stirlingDenominator, square)));
}

/**
 * r − 1 − ln r ≥ 0 for a positive r, with its own relative accuracy: the exponent of binomial and Poisson probabilities, per
 * unit of what is counted. `excess` is r − 1, known more exactly than r. Source of the idea: Loader (2000), Fast and accurate
 * computation of binomial probabilities.
 */
export function logDevianceProgram<T>(o: Arithmetic<T>, r: T, excess: T): T {
  const { k, f } = lnSplit(o, r);
  const near = o.equal(k, o.constant(0));
  const fraction = o.select(near, excess, f);
  const { halfSquare, tail } = lnTail(o, fraction);
  const rest = o.subtract(o.subtract(excess, fraction), o.multiply(k, o.constant(ln2High + ln2Low)));
  return o.add(rest, o.subtract(halfSquare, tail));
}

/** ln(1 − x) for 0 ≤ x ≤ ½, with its own relative accuracy; `complement` is 1 − x. */
export function lnComplementProgram<T>(o: Arithmetic<T>, x: T, complement: T): T {
  const { k, f } = lnSplit(o, complement);
  const fraction = o.select(o.equal(k, o.constant(0)), o.negate(x), f);
  const { halfSquare, tail } = lnTail(o, fraction);
  const rest = o.subtract(fraction, o.subtract(halfSquare, tail));
  return o.add(o.multiply(k, o.constant(ln2High + ln2Low)), rest);
}
