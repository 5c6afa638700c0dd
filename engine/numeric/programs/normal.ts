import type { Arithmetic } from "../arithmetic.ts";
import { erfcFarthest, erfcRows, erfcScale, erfcShift } from "./coefficients.ts";
import { expOfSumProgram } from "./exp.ts";
import { exactProduct } from "./power.ts";

/** The rational part of erfc for x ≥ 0: erfc(x)·e^(x²), relative error below 2^−52. Products first, one division. */
export function erfcRationalProgram<T>(o: Arithmetic<T>, x: T): T {
  let above = o.constant(erfcScale);
  let below = o.add(x, o.constant(erfcShift));
  for (const [a, b, c, d] of erfcRows) {
    above = o.multiply(above, o.add(o.multiply(o.add(x, o.constant(a)), x), o.constant(b)));
    below = o.multiply(below, o.add(o.multiply(o.add(x, o.constant(c)), x), o.constant(d)));
  }
  return o.divide(above, below);
}

/** Φ(−|z|), the smaller tail, with full relative accuracy to the edge of the double range (|z| = 37.5). */
function smallerTail<T>(o: Arithmetic<T>, z: T): T {
  const scaled = o.multiply(o.abs(z), o.constant(Math.SQRT1_2));
  const x = o.min(scaled, o.constant(erfcFarthest));
  const distance = o.min(o.abs(z), o.constant(erfcFarthest / Math.SQRT1_2));
  const square = exactProduct(o, distance, distance);
  const minusHalf = o.constant(-0.5);
  const bell = expOfSumProgram(o, o.multiply(square.product, minusHalf), o.multiply(square.error, minusHalf));
  const tail = o.multiply(o.multiply(bell, erfcRationalProgram(o, x)), o.constant(0.5));
  return o.min(tail, o.constant(0.5)); // at 0 the rational part is an ulp above 1
}

/** Φ(z), the standard normal distribution function: Φ(−|z|) directly, above the median 1 − Φ(−z). NaN passes. */
export function normalCdfProgram<T>(o: Arithmetic<T>, z: T): T {
  const tail = smallerTail(o, z);
  return o.select(o.greater(z, o.constant(0)), o.subtract(o.constant(1), tail), tail);
}
