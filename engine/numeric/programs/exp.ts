import type { Arithmetic } from "../arithmetic.ts";
import { expCoefficients, expHighest, expLowest, ln2High, ln2Low, log2OfE } from "./coefficients.ts";

/**
 * e^x. Error below 1 ulp; below the smallest normal number rounded to the nearest subnormal, then 0; above the largest
 * number Infinity. NaN passes.
 * Method: x = k·ln 2 + r, e^x = 2^k · e^r, the scale in two factors so that subnormal results come by one rounding.
 */
export function expProgram<T>(o: Arithmetic<T>, x: T): T {
  return expOfSumProgram(o, x, o.constant(0));
}

/** e^(x + low) for |low| far below 1: what x lost to rounding is put back where it is still small. */
export function expOfSumProgram<T>(o: Arithmetic<T>, x: T, low: T): T {
  const clamped = o.max(o.constant(expLowest), o.min(o.constant(expHighest), x));
  const k = o.floor(o.add(o.multiply(clamped, o.constant(log2OfE)), o.constant(0.5)));
  const coarse = o.subtract(clamped, o.multiply(k, o.constant(ln2High)));
  const fine = o.subtract(low, o.multiply(k, o.constant(ln2Low)));
  const r = o.add(coarse, fine);
  const lost = o.add(o.subtract(coarse, r), fine);

  let p = o.constant(expCoefficients[expCoefficients.length - 1]);
  for (let i = expCoefficients.length - 2; i >= 0; i--) p = o.add(o.multiply(p, r), o.constant(expCoefficients[i]));
  p = o.add(o.multiply(p, r), o.constant(0.5));
  const y = o.add(o.constant(1), o.add(r, o.add(o.multiply(o.multiply(r, r), p), lost)));

  const normal = o.scaledNormal?.(y, k);
  if (normal !== undefined) return normal;
  const firstHalf = o.floor(o.multiply(k, o.constant(0.5)));
  return o.multiply(o.multiply(y, o.powerOfTwo(firstHalf)), o.powerOfTwo(o.subtract(k, firstHalf)));
}
