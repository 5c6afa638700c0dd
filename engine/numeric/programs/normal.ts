import type { Arithmetic } from "../arithmetic.ts";
import { farthestScore, tailDenominator, tailNumerator } from "./coefficients.ts";
import { expOfSumProgram } from "./exp.ts";
import { exactProduct } from "./power.ts";

/** c0 + x·(c1 + x·(c2 + …)). */
export function polynomial<T>(o: Arithmetic<T>, coefficients: readonly number[], x: T): T {
  let p = o.constant(coefficients[coefficients.length - 1]);
  for (let i = coefficients.length - 2; i >= 0; i--) p = o.add(o.multiply(p, x), o.constant(coefficients[i]));
  return p;
}

/** Φ(−|z|), the smaller tail: some 5 ulp to the edge of the normal range (|z| = 37.5), then subnormal, then 0. */
export function normalTailProgram<T>(o: Arithmetic<T>, z: T): T {
  const size = o.min(o.abs(z), o.constant(farthestScore));
  const square = exactProduct(o, size, size);
  const minusHalf = o.constant(-0.5);
  const bell = expOfSumProgram(o, o.multiply(square.product, minusHalf), o.multiply(square.error, minusHalf));
  return o.multiply(bell, normalTailRatio(o, size));
}

/** Φ(−z)·e^(z²/2) for 0 ≤ z ≤ 40: the tail without its exponential. */
export function normalTailRatio<T>(o: Arithmetic<T>, z: T): T {
  return o.divide(polynomial(o, tailNumerator, z), polynomial(o, tailDenominator, z));
}

/** Φ(z), the standard normal distribution function: Φ(−|z|) directly, above the median 1 − Φ(−z). NaN passes. */
export function normalCdfProgram<T>(o: Arithmetic<T>, z: T): T {
  const tail = normalTailProgram(o, z);
  return o.select(o.greater(z, o.constant(0)), o.subtract(o.constant(1), tail), tail);
}
