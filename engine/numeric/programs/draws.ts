import type { Arithmetic } from "../arithmetic.ts";
import { expProgram } from "./exp.ts";
import { normalTailProgram } from "./normal.ts";

/** Draws in closed form: x as a function of a standard normal score z. The order of operations is part of the meaning. */

/** mean + sd·z. */
export function normalDraw<T>(o: Arithmetic<T>, z: T, mean: T, sd: T): T {
  return o.add(mean, o.multiply(sd, z));
}

/** exp(meanlog + sdlog·z). */
export function lognormalDraw<T>(o: Arithmetic<T>, z: T, meanlog: T, sdlog: T): T {
  return expProgram(o, o.add(meanlog, o.multiply(sdlog, z)));
}

/** low + width·Φ(z) below the median, high − width·Φ(−z) above: from the nearer end, width = high − low. */
export function uniformDraw<T>(o: Arithmetic<T>, z: T, low: T, high: T): T {
  const tail = normalTailProgram(o, z);
  const step = o.multiply(o.subtract(high, low), tail);
  return o.select(o.less(z, o.constant(0)), o.add(low, step), o.subtract(high, step));
}

/**
 * With v = Φ(z), w = Φ(−z), each exact in its own tail: low + √(v·width·(best − low)), at most best, while
 * v·width < best − low; else high − √(w·width·(high − best)), at least best; width = high − low.
 */
export function triangularDraw<T>(o: Arithmetic<T>, z: T, low: T, best: T, high: T): T {
  const zero = o.constant(0);
  const tail = normalTailProgram(o, z);
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
