import { type Tails, writeTails } from "../numeric/tails.ts";
import type { Moments } from "./moments.ts";
import { densityAt, lowerAt, upperAt } from "./tailsAt.ts";

/** Finitely many values with their probabilities: what every discrete family with a table of its own shares. */
export interface Masses {
  /** Ascending, each once, each with a probability above 0. */
  readonly values: Float64Array;
  readonly masses: Float64Array;
  /** P(X ≤ value), summed from below. */
  readonly lower: Float64Array;
  /** P(X > value), summed from above. */
  readonly upper: Float64Array;
}

/** Values in any order, also the same one twice, with weights that need not sum to one. */
export function massesOf(values: ArrayLike<number>, weights: ArrayLike<number>): Masses {
  const order = Array.from({ length: values.length }, (_, i) => i)
    .filter((i) => weights[i] > 0)
    .sort((a, b) => values[a] - values[b]);
  const distinct: number[] = [];
  const sums: number[] = [];
  for (const i of order) {
    if (distinct.length > 0 && distinct[distinct.length - 1] === values[i]) sums[sums.length - 1] += weights[i];
    else {
      distinct.push(values[i]);
      sums.push(weights[i]);
    }
  }
  const count = distinct.length;
  const lower = new Float64Array(count);
  const upper = new Float64Array(count);
  for (let i = 0, sum = 0; i < count; i++) {
    sum += sums[i];
    lower[i] = sum;
  }
  for (let i = count - 1; i > 0; i--) upper[i - 1] = upper[i] + sums[i];
  const total = lower[count - 1];
  const share = (x: number) => x / total;
  return {
    values: Float64Array.from(distinct),
    masses: Float64Array.from(sums, share),
    lower: lower.map(share),
    upper: upper.map(share),
  };
}

/**
 * Probabilities of the whole numbers from `low` on that follow one another by known ratios: ratio(k) = P(k + 1)/P(k). They are
 * built up from the largest outwards, so that none but the negligible underflow.
 */
export function massesByRatio(low: number, high: number, start: number, ratio: (k: number) => number): Masses {
  const values = Float64Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const weights = new Float64Array(values.length);
  const from = Math.max(low, Math.min(high, start));
  weights[from - low] = 1;
  for (let k = from; k < high; k++) weights[k + 1 - low] = weights[k - low] * ratio(k);
  for (let k = from; k > low; k--) weights[k - 1 - low] = weights[k - low] / ratio(k - 1);
  return massesOf(values, weights);
}

/** How many values do not pass x. */
function placeOf({ values }: Masses, x: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function massTails(m: Masses): Tails {
  return (x, out) => {
    if (Number.isNaN(x)) return writeTails(out, x, x, x);
    const i = placeOf(m, x) - 1;
    if (i < 0) writeTails(out, 0, 0, 1);
    else writeTails(out, m.values[i] === x ? m.masses[i] : 0, m.lower[i], m.upper[i]);
  };
}

/** The smallest value with P(X ≤ x) ≥ u. */
function massQuantile({ values, lower }: Masses, u: number): number {
  if (!(u >= 0 && u <= 1)) return Number.NaN;
  return values[firstWhere(values.length - 1, (i) => lower[i] >= u)];
}

/** The smallest value with P(X > x) ≤ q. */
function massUpperQuantile({ values, upper }: Masses, q: number): number {
  if (!(q >= 0 && q <= 1)) return Number.NaN;
  return values[firstWhere(values.length - 1, (i) => upper[i] <= q)];
}

/** The first index up to `last` where it holds; `last` if nowhere before. */
function firstWhere(last: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function massMoments({ values, masses }: Masses): Moments {
  const centre = values[values.length >>> 1]; // what all have in common does not cancel
  let offset = 0;
  for (let i = 0; i < values.length; i++) offset += masses[i] * (values[i] - centre);
  const mean = centre + offset;
  let square = 0;
  let cube = 0;
  for (let i = 0; i < values.length; i++) {
    const off = values[i] - centre - offset;
    square += masses[i] * off * off;
    cube += masses[i] * off * off * off;
  }
  return { mean, variance: square, skewness: cube / (square * Math.sqrt(square)) };
}

/** What follows from the masses alone: a family's file spreads it in, and says the rest. */
export const massFunctions = <P>(masses: (p: P) => Masses) => ({
  density: (p: P, x: number) => densityAt(massTails(masses(p)), x),
  cdf: (p: P, x: number) => lowerAt(massTails(masses(p)), x),
  upper: (p: P, x: number) => upperAt(massTails(masses(p)), x),
  quantile: (p: P, u: number) => massQuantile(masses(p), u),
  upperQuantile: (p: P, q: number) => massUpperQuantile(masses(p), q),
  tails: (p: P) => massTails(masses(p)),
  atoms: (p: P) => masses(p).values,
});

/** The moments of stated values. */
export const massMomentFunctions = <P>(masses: (p: P) => Masses) => ({
  mean: (p: P) => massMoments(masses(p)).mean,
  variance: (p: P) => massMoments(masses(p)).variance,
  skewness: (p: P) => massMoments(masses(p)).skewness,
});
