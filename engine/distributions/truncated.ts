import { normalQuantile } from "../numeric/normalQuantile.ts";
import { integrateShort } from "../numeric/quadrature.ts";
import { type Tails, writeTails } from "../numeric/tails.ts";
import { bendsOf } from "./bends.ts";
import type { Described } from "./described.ts";
import type { Distribution } from "./distribution.ts";
import { type Moments, momentsOf, type Shape } from "./moments.ts";
import { densityAt, lowerAt, upperAt } from "./tailsAt.ts";

/** Where a distribution is cut off; values outside are impossible. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Density, P(X ≤ x) and P(X > x) at a point. */
type Point = Float64Array;
const everything: Point = Float64Array.of(0, 0, 1);
const nothing: Point = Float64Array.of(0, 1, 0);

/** Probability between two points, by the tails in which it does not cancel. */
function between(a: Point, b: Point): number {
  if (a[2] <= 0.5) return a[2] - b[2];
  if (b[1] <= 0.5) return b[1] - a[1];
  return 1 - a[1] - b[2];
}

/** P(min ≤ X ≤ max) of the whole family: what truncation keeps. */
export function baseMass<P>(family: Distribution<P>, p: P, { min, max }: Bounds): number {
  const at = (x: number): Point => Float64Array.of(0, family.cdf(p, x), family.upper(p, x));
  return between(min === undefined ? everything : at(min), max === undefined ? nothing : at(max));
}

/** P(min ≤ X ≤ max) of a described distribution. */
export function massBetween(d: Described, { min, max }: Bounds): number {
  const at = (x: number): Point => {
    const point = new Float64Array(3);
    d.tails(x, point);
    return point;
  };
  return between(min === undefined ? everything : at(min), max === undefined ? nothing : at(max));
}

/** A stretch with less than this share of the tail beside it is integrated, where a difference of tails would cancel. */
const shortStretch = 0.1;

/**
 * A distribution cut to [min, max], the rest scaled up to probability one. Quantiles go through F(min) + u·mass or
 * S(max) + q·mass of the whole, whichever is the smaller tail, so a cut far out in a tail keeps its digits; close to a cut
 * they are mended by Newton's method on the probability of the short stretch.
 */
export function truncated(whole: Described, { min, max }: Bounds): Described {
  const low = Math.max(whole.support[0], min ?? Number.NEGATIVE_INFINITY);
  const high = Math.min(whole.support[1], max ?? Number.POSITIVE_INFINITY);
  const pointAt = (x: number): Point => {
    const point = new Float64Array(3);
    whole.tails(x, point);
    return point;
  };
  const atLow = min === undefined || min < whole.support[0] ? everything : pointAt(low);
  const atHigh = max === undefined || max > whole.support[1] ? nothing : pointAt(high);
  const bends = bendsOf(whole);

  /** P(a < X ≤ b) of the whole. */
  const stretch = (a: number, atA: Point, b: number, atB: Point): number => {
    const difference = between(atA, atB);
    const beside = Math.min(atA[1] + atB[1], atA[2] + atB[2]) / 2;
    const smooth = difference < shortStretch * beside && !bends.some((x) => x > a && x < b);
    return smooth ? integrateShort(whole.density, a, b) : difference;
  };
  const mass = stretch(low, atLow, high, atHigh);

  const here = new Float64Array(3);
  const tails: Tails = (x, out) => {
    if (x < low) return writeTails(out, 0, 0, 1);
    if (x > high) return writeTails(out, 0, 1, 0);
    whole.tails(x, here);
    const lower = stretch(low, atLow, x, here);
    const upper = stretch(x, here, high, atHigh);
    writeTails(out, here[0] / mass, Math.min(1, lower / mass), Math.min(1, upper / mass));
  };
  const value = (lower: number, upper: number): number => {
    const wholeLower = atLow[1] + lower * mass;
    const wholeUpper = atHigh[2] + upper * mass;
    const fromLower = wholeLower <= wholeUpper;
    const x = fromLower ? whole.quantile(wholeLower) : whole.upperQuantile(wholeUpper);
    const inside = Math.max(low, Math.min(high, x));
    if (Math.min(lower, upper) * mass >= shortStretch * Math.min(wholeLower, wholeUpper)) return inside;
    return lower < upper ? nearLow(lower, inside) : nearHigh(upper, inside);
  };
  const nearLow = (lower: number, from: number): number => {
    let x = from > low ? from : low + (lower * mass) / atLow[0];
    for (let step = 0; step < 4 && x > low && x < high; step++) x -= (lowerAt(tails, x) - lower) / densityAt(tails, x);
    return Math.max(low, Math.min(high, x));
  };
  const nearHigh = (upper: number, from: number): number => {
    let x = from < high ? from : high - (upper * mass) / atHigh[0];
    for (let step = 0; step < 4 && x > low && x < high; step++) x += (upperAt(tails, x) - upper) / densityAt(tails, x);
    return Math.max(low, Math.min(high, x));
  };
  const scoreOf = (x: number): number => {
    const lower = lowerAt(tails, x);
    return lower < 0.5 ? normalQuantile(lower) : -normalQuantile(upperAt(tails, x));
  };
  const scores = bends.map(scoreOf);
  // both ends of a gap have the same score
  const kinks = (whole.gaps ? whole.kinks.map((_, i) => (scores[2 * i] + scores[2 * i + 1]) / 2) : scores).filter(
    Number.isFinite,
  );

  const described: Shape = {
    support: [low, high] as const,
    density: (x: number) => (x < low || x > high ? 0 : whole.density(x) / mass),
    cdf: (x: number) => lowerAt(tails, x),
    upper: (x: number) => upperAt(tails, x),
    tails,
    quantile: (u: number) => value(u, 1 - u),
    upperQuantile: (q: number) => value(1 - q, q),
    tailIndex: [
      Number.isFinite(low) ? Number.POSITIVE_INFINITY : whole.tailIndex[0],
      Number.isFinite(high) ? Number.POSITIVE_INFINITY : whole.tailIndex[1],
    ],
    kinks,
    gaps: whole.gaps ?? false,
  };
  let moments: Moments | undefined;
  const once = () => {
    moments ??= momentsOf(described);
    return moments;
  };
  return {
    ...described,
    get mean() {
      return once().mean;
    },
    get variance() {
      return once().variance;
    },
    get skewness() {
      return once().skewness;
    },
  };
}
