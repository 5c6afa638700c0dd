import type { Arithmetic } from "../arithmetic.ts";
import { expProgram } from "./exp.ts";

/** Draws in closed form: x as a function of a standard normal score z. The order of operations is part of the meaning. */

/** mean + sd·z. */
export function normalDraw<T>(o: Arithmetic<T>, z: T, mean: T, sd: T): T {
  return o.add(mean, o.multiply(sd, z));
}

/** exp(meanlog + sdlog·z). */
export function lognormalDraw<T>(o: Arithmetic<T>, z: T, meanlog: T, sdlog: T): T {
  return expProgram(o, o.add(meanlog, o.multiply(sdlog, z)));
}
