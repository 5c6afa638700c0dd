import { normalUpper } from "../numeric/elementary.ts";
import { normalDensity } from "../numeric/normalQuantile.ts";
import { integrate } from "../numeric/quadrature.ts";
import { bendsOf } from "./bends.ts";
import type { Described } from "./described.ts";

export interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly skewness: number;
}

/** A distribution apart from its moments. */
export type Shape = Omit<Described, keyof Moments>;

/**
 * Moments by quadrature, mean and variance to some 1e-13 of the spread. Where the quantile is smooth: x = T(z) against the
 * normal density by the trapezoidal rule, which converges faster than any power. With kinks: of the density, piece by piece,
 * over a bounded support; else of T(z), piece by piece. Moments that the tails are too heavy for are
 * infinite or NaN.
 */
export function momentsOf(d: Shape): Moments {
  const bounded = Number.isFinite(d.support[0]) && Number.isFinite(d.support[1]);
  const found =
    d.kinks.length === 0 ? momentsOverScores(scored(d)) : bounded ? momentsInPieces(d) : momentsOverPieces(d);
  return withinReach(existing(found, d.tailIndex), Math.min(...d.tailIndex));
}

/**
 * A moment that hardly exists is made by tails below 1e-300, where the quadrature ends: NaN rather than a number too small, where
 * its order comes within 5 % of the tail's index.
 */
function withinReach({ mean, variance, skewness }: Moments, index: number): Moments {
  const at = (order: number, moment: number) => (index > order && index < 1.05 * order ? Number.NaN : moment);
  return { mean: at(1, mean), variance: at(2, variance), skewness: at(3, skewness) };
}

/** Moments with those taken out that do not exist. */
export function existing(moments: Moments, [lower, upper]: readonly [number, number]): Moments {
  const index = Math.min(lower, upper);
  const endless = lower > 1 ? Number.POSITIVE_INFINITY : upper > 1 ? Number.NEGATIVE_INFINITY : Number.NaN;
  return {
    mean: index > 1 ? moments.mean : endless,
    variance: index > 2 ? moments.variance : index > 1 ? Number.POSITIVE_INFINITY : Number.NaN,
    skewness: index > 3 ? moments.skewness : Number.NaN,
  };
}

function momentsInPieces(d: Shape): Moments {
  const [low, high] = d.support;
  const ends = [low, ...bendsOf(d).filter((x) => x > low && x < high), high];
  const centre = d.quantile(0.5);
  const over = (f: (x: number) => number) => sumOver(ends, f);
  // divided by the total, so that an error of the density's scale drops out
  const total = over(d.density);
  const offset = over((x) => (x - centre) * d.density(x)) / total;
  const from = centre + offset;
  const square = over((x) => (x - centre - offset) * (x - centre - offset) * d.density(x)) / total;
  const cube = over((x) => (x - from) * (x - from) * (x - from) * d.density(x)) / total;
  return { mean: from, variance: square, skewness: cube / (square * Math.sqrt(square)) };
}

/** Scores beyond this weigh nothing. */
const farthest = 37;

/** T(z); the median at 0. */
function scored(d: Shape): (z: number) => number {
  return (z) => {
    if (z === 0) return d.quantile(0.5);
    return z < 0 ? d.quantile(normalUpper(-z)) : d.upperQuantile(normalUpper(z));
  };
}

function momentsOverPieces(d: Shape): Moments {
  const valueAt = scored(d);
  const ends = [-farthest, ...d.kinks.filter((z) => Math.abs(z) < farthest), farthest].sort((a, b) => a - b);
  const centre = d.quantile(0.5);
  const over = (f: (x: number) => number) => sumOver(ends, (z) => normalDensity(z) * f(valueAt(z)));
  const offset = over((x) => x - centre);
  const from = centre + offset;
  const square = over((x) => (x - from) * (x - from));
  const cube = over((x) => (x - from) * (x - from) * (x - from));
  return { mean: from, variance: square, skewness: cube / (square * Math.sqrt(square)) };
}

function sumOver(ends: readonly number[], f: (x: number) => number): number {
  let sum = 0;
  for (let i = 1; i < ends.length; i++) sum += integrate(f, ends[i - 1], ends[i]);
  return sum;
}

/** Moments of T(z) for a standard normal z, by the trapezoidal rule: for smooth T. */
export function momentsOverScores(valueAt: (z: number) => number): Moments {
  const centre = valueAt(0);
  let last = { mean: Number.NaN, variance: Number.NaN, skewness: Number.NaN };
  for (let step = 0.5; step >= 1 / 64; step /= 2) {
    let weight = normalDensity(0);
    let first = 0;
    let second = 0;
    let third = 0;
    for (const side of [-1, 1]) {
      for (let z = step; z < farthest; z += step) {
        const w = normalDensity(z);
        const x = valueAt(side * z) - centre;
        weight += w;
        first += w * x;
        second += w * x * x;
        third += w * x * x * x;
        if (z > 9 && w * x * x < 1e-18 * second) break;
      }
    }
    const offset = first / weight;
    const variance = second / weight - offset * offset;
    const cube = third / weight - offset * (3 * variance + offset * offset);
    const now = { mean: centre + offset, variance, skewness: cube / (variance * Math.sqrt(variance)) };
    if (Math.abs(now.variance - last.variance) <= 1e-13 * now.variance) return now;
    last = now;
  }
  return last;
}
