import type { Arithmetic } from "../arithmetic.ts";
import { normalDraw } from "./draws.ts";
import { expProgram } from "./exp.ts";
import { lnProgram } from "./ln.ts";
import { normalTailProgram, polynomial } from "./normal.ts";

/*
 * Draws by the tail of a standard normal score z, and by logarithms and exponentials of it: x as a function of z. The order of
 * operations is part of the meaning. The elementary functions are handed in, so that a kernel may call them.
 */

/** e^x, ln x and Φ(−|z|), each with the bits of its program. */
export interface Elementary<T> {
  exp(x: T): T;
  ln(x: T): T;
  normalTail(z: T): T;
}

/** The programs themselves. */
export const elementaryPrograms = <T>(o: Arithmetic<T>): Elementary<T> => ({
  exp: (x) => expProgram(o, x),
  ln: (x) => lnProgram(o, x),
  normalTail: (z) => normalTailProgram(o, z),
});

/** low + width·Φ(z) below the median, high − width·Φ(−z) above: from the nearer end, width = high − low. */
export function uniformDraw<T>(o: Arithmetic<T>, f: Elementary<T>, z: T, low: T, high: T): T {
  const tail = f.normalTail(z);
  const step = o.multiply(o.subtract(high, low), tail);
  return o.select(o.less(z, o.constant(0)), o.add(low, step), o.subtract(high, step));
}

/**
 * With v = Φ(z), w = Φ(−z), each exact in its own tail: low + √(v·width·(best − low)), at most best, while
 * v·width < best − low; else high − √(w·width·(high − best)), at least best; width = high − low.
 */
export function triangularDraw<T>(o: Arithmetic<T>, f: Elementary<T>, z: T, low: T, best: T, high: T): T {
  const zero = o.constant(0);
  const tail = f.normalTail(z);
  const rest = o.subtract(o.constant(1), tail);
  const below = o.less(z, zero);
  const v = o.select(below, tail, rest);
  const w = o.select(below, rest, tail);
  const width = o.subtract(high, low);
  const left = o.subtract(best, low);
  const right = o.subtract(high, best);
  const rises = o.less(o.multiply(v, width), left);
  // One root for both sides: it costs more than choosing what to take it of.
  const root = o.sqrt(o.select(rises, o.multiply(o.multiply(v, width), left), o.multiply(o.multiply(w, width), right)));
  return o.select(rises, o.min(best, o.add(low, root)), o.max(best, o.subtract(high, root)));
}

/**
 * −ln Φ(−z): an exponential variable of mean 1 as a function of its score. Below the median ln(1 − Φ(z)) has the rounding of
 * 1 − Φ(z) put back, as in `log1p`; one logarithm serves both sides.
 */
function exponentialOfScore<T>(o: Arithmetic<T>, f: Elementary<T>, z: T): T {
  const one = o.constant(1);
  const below = o.less(z, o.constant(0));
  const tail = f.normalTail(z);
  const rest = o.subtract(one, tail);
  const logarithm = f.ln(o.select(below, rest, tail));
  const mended = o.divide(o.multiply(logarithm, tail), o.subtract(one, rest));
  const small = o.select(o.equal(rest, one), o.negate(tail), mended);
  return o.negate(o.select(below, small, logarithm));
}

/** mean·(−ln Φ(−z)). */
export function exponentialDraw<T>(o: Arithmetic<T>, f: Elementary<T>, z: T, mean: T): T {
  return o.multiply(mean, exponentialOfScore(o, f, z));
}

/** scale·exp(ln(−ln Φ(−z))/shape). */
export function weibullDraw<T>(o: Arithmetic<T>, f: Elementary<T>, z: T, shape: T, scale: T): T {
  return o.multiply(scale, f.exp(o.divide(f.ln(exponentialOfScore(o, f, z)), shape)));
}

/** low·exp(−ln Φ(−z)/shape). */
export function paretoDraw<T>(o: Arithmetic<T>, f: Elementary<T>, z: T, low: T, shape: T): T {
  return o.multiply(low, f.exp(o.divide(exponentialOfScore(o, f, z), shape)));
}

/** location − scale·ln(−ln Φ(z)). */
export function gumbelDraw<T>(o: Arithmetic<T>, f: Elementary<T>, z: T, location: T, scale: T): T {
  return o.subtract(location, o.multiply(scale, f.ln(exponentialOfScore(o, f, o.negate(z)))));
}

/** location ± scale·ln(t/(1 − t)) with t = Φ(−|z|): plus below the median, minus above. */
export function logisticDraw<T>(o: Arithmetic<T>, f: Elementary<T>, z: T, location: T, scale: T): T {
  const tail = f.normalTail(z);
  const away = o.multiply(scale, f.ln(o.divide(tail, o.subtract(o.constant(1), tail))));
  return o.select(o.less(z, o.constant(0)), o.add(location, away), o.subtract(location, away));
}

/** low·exp(width·Φ(z)) below the median, high·exp(−width·Φ(−z)) above; width = ln(high/low). */
export function logUniformDraw<T>(o: Arithmetic<T>, f: Elementary<T>, z: T, low: T, high: T, width: T): T {
  const below = o.less(z, o.constant(0));
  const step = o.multiply(width, f.normalTail(z));
  return o.multiply(o.select(below, low, high), f.exp(o.select(below, step, o.negate(step))));
}

/** 1/(1 + exp(−(meanlogit + sdlogit·z))). */
export function logitNormalDraw<T>(o: Arithmetic<T>, f: Elementary<T>, z: T, meanlogit: T, sdlogit: T): T {
  const one = o.constant(1);
  return o.divide(one, o.add(one, f.exp(o.negate(normalDraw(o, z, meanlogit, sdlogit)))));
}

/** Taylor's coefficients of sin(x)/x and cos(x) in x², enough for 0 ≤ x ≤ π/4. */
const sineCoefficients = [
  1, -0.16666666666666666, 0.008333333333333333, -0.0001984126984126984, 2.7557319223985893e-6, -2.505210838544172e-8,
  1.6059043836821613e-10, -7.647163731819816e-13, 2.8114572543455206e-15,
];
const cosineCoefficients = [
  1, -0.5, 0.041666666666666664, -0.001388888888888889, 2.48015873015873e-5, -2.755731922398589e-7, 2.08767569878681e-9,
  -1.1470745597729725e-11, 4.779477332387385e-14,
];

/** location ± scale·cot(π·Φ(−|z|)): minus below the median, plus above. Through tan(π(½ − t)) where t passes ¼. */
export function cauchyDraw<T>(o: Arithmetic<T>, f: Elementary<T>, z: T, location: T, scale: T): T {
  const tail = f.normalTail(z);
  const rest = o.subtract(o.constant(0.5), tail);
  const angle = o.multiply(o.constant(Math.PI), o.min(tail, rest));
  const square = o.multiply(angle, angle);
  const sine = o.multiply(angle, polynomial(o, sineCoefficients, square));
  const cosine = polynomial(o, cosineCoefficients, square);
  const far = o.less(tail, rest);
  const away = o.multiply(scale, o.divide(o.select(far, cosine, sine), o.select(far, sine, cosine)));
  return o.select(o.less(z, o.constant(0)), o.subtract(location, away), o.add(location, away));
}
