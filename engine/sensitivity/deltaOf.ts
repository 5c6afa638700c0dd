import { exp, power } from "../numeric/elementary.ts";
import { gridDensity } from "./gridDensity.ts";

const gridPoints = 100;

/** How many classes n draws are cut into: more the more draws there are, 48 at most. Plischke, Borgonovo & Smith (2013), section 4. */
function classesFor(n: number): number {
  // tanh u = 1 − 2 / (e^2u + 1)
  const bend = 1 - 2 / (exp((2 * (1500 - n)) / 500) + 1);
  return Math.min(48, Math.ceil(power(n, 2 / (7 + bend))));
}

/** Draws in ascending order of an input, cut into classes of (nearly) equal size. */
export function equalClasses(order: Uint32Array): Uint32Array[] {
  const n = order.length;
  const count = classesFor(n);
  return Array.from({ length: count }, (_, j) =>
    order.subarray(Math.floor((j * n) / count), Math.floor(((j + 1) * n) / count)),
  );
}

/** Smallest and largest value of an output. */
export function rangeOf(y: Float64Array): { readonly low: number; readonly high: number } {
  let low = y[0];
  let high = y[0];
  for (const own of y) {
    low = Math.min(low, own);
    high = Math.max(high, own);
  }
  return { low, high };
}

/**
 * Borgonovo's delta from given draws: half the mean distance ∫ |f(y) − f(y | x)| dy between the density of the output and its
 * density where an input is known, over classes of the input. 0: the input says nothing about the output; 1: it settles it.
 * Densities by Gaussian kernels at 100 points, or, where the output is 0 or 1, the two chances.
 * Source: Borgonovo (2007), doi:10.1016/j.ress.2006.04.015; the estimator is that of Plischke, Borgonovo & Smith (2013),
 * doi:10.1016/j.ejor.2012.11.047, before its correction of bias: noise alone makes it larger than 0.
 *
 * @param y outputs that differ @param inputs by input, its classes, of the same draws each time
 * @param range where densities are told @returns one number per input
 */
export function deltaPlugIn(
  y: Float64Array,
  inputs: readonly (readonly Uint32Array[])[],
  { low, high } = rangeOf(y),
): number[] {
  const binary = y.every((own) => own === 0 || own === 1);
  const distance = binary ? distanceOfChances(y) : distanceOfDensities(y, low, (high - low) / (gridPoints - 1));
  const all = joined(inputs[0]);
  const whole = distance(all);
  return inputs.map((classes) => classes.reduce((sum, own) => sum + (own.length / all.length) * whole(own), 0));
}

function joined(classes: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(classes.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const own of classes) {
    all.set(own, filled);
    filled += own.length;
  }
  return all;
}

/** Half the L1 distance between a class and all draws. */
type Distance = (all: Uint32Array) => (own: Uint32Array) => number;

const distanceOfChances =
  (y: Float64Array): Distance =>
  (all) => {
    const chance = shareOf(y, all);
    return (own) => Math.abs(shareOf(y, own) - chance);
  };

function shareOf(y: Float64Array, draws: Uint32Array): number {
  let hits = 0;
  for (const draw of draws) hits += y[draw];
  return hits / draws.length;
}

const distanceOfDensities =
  (y: Float64Array, low: number, step: number): Distance =>
  (all) => {
    const density = new Float64Array(gridPoints);
    const conditional = new Float64Array(gridPoints);
    gridDensity(y, all, low, step, density);
    return (own) => {
      // A class of one value has no density: nothing of it overlaps.
      if (own.every((draw) => y[draw] === y[own[0]])) conditional.fill(0);
      else gridDensity(y, own, low, step, conditional);
      let area = 0;
      for (let k = 0; k < gridPoints; k++) {
        const apart = Math.abs(density[k] - conditional[k]);
        area += k === 0 || k === gridPoints - 1 ? apart / 2 : apart;
      }
      return (area * step) / 2;
    };
  };
