import { normalCdf, normalUpper } from "../numeric/elementary.ts";
import { normalQuantile } from "../numeric/normalQuantile.ts";
import { integrateShort } from "../numeric/quadrature.ts";
import type { Described } from "./described.ts";
import type { Distribution, Tails } from "./distribution.ts";
import { momentsOf } from "./moments.ts";

/** Where a distribution is cut off; values outside are impossible. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Probability between two points, by the tails in which it does not cancel. */
function between(a: Tails, b: Tails): number {
  if (a.upper <= 0.5) return a.upper - b.upper;
  if (b.lower <= 0.5) return b.lower - a.lower;
  return 1 - a.lower - b.upper;
}

const everything: Tails = { density: 0, lower: 0, upper: 1 };
const nothing: Tails = { density: 0, lower: 1, upper: 0 };

/** P(min ≤ X ≤ max) of the whole family: what truncation keeps. */
export function baseMass<P>(family: Distribution<P>, p: P, { min, max }: Bounds): number {
  const at = (x: number): Tails => ({ density: 0, lower: family.cdf(p, x), upper: family.upper(p, x) });
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
  const atLow = min === undefined || min < whole.support[0] ? everything : whole.tails(low);
  const atHigh = max === undefined || max > whole.support[1] ? nothing : whole.tails(high);
  const bends = whole.kinks.map((z) => (z < 0 ? whole.quantile(normalCdf(z)) : whole.upperQuantile(normalUpper(z))));

  /** P(a < X ≤ b) of the whole. */
  const stretch = (a: number, atA: Tails, b: number, atB: Tails): number => {
    const difference = between(atA, atB);
    const beside = Math.min(atA.lower + atB.lower, atA.upper + atB.upper) / 2;
    const smooth = difference < shortStretch * beside && !bends.some((x) => x > a && x < b);
    return smooth ? integrateShort(whole.density, a, b) : difference;
  };
  const mass = stretch(low, atLow, high, atHigh);

  const tails = (x: number): Tails => {
    if (x < low) return everything;
    if (x > high) return nothing;
    const here = whole.tails(x);
    return {
      density: here.density / mass,
      lower: Math.min(1, stretch(low, atLow, x, here) / mass),
      upper: Math.min(1, stretch(x, here, high, atHigh) / mass),
    };
  };
  const value = (lower: number, upper: number): number => {
    const wholeLower = atLow.lower + lower * mass;
    const wholeUpper = atHigh.upper + upper * mass;
    const fromLower = wholeLower <= wholeUpper;
    const x = fromLower ? whole.quantile(wholeLower) : whole.upperQuantile(wholeUpper);
    const inside = Math.max(low, Math.min(high, x));
    if (Math.min(lower, upper) * mass >= shortStretch * Math.min(wholeLower, wholeUpper)) return inside;
    return lower < upper ? nearLow(lower, inside) : nearHigh(upper, inside);
  };
  const nearLow = (lower: number, from: number): number => {
    let x = from > low ? from : low + (lower * mass) / atLow.density;
    for (let step = 0; step < 4 && x > low && x < high; step++) {
      const here = tails(x);
      x -= (here.lower - lower) / here.density;
    }
    return Math.max(low, Math.min(high, x));
  };
  const nearHigh = (upper: number, from: number): number => {
    let x = from < high ? from : high - (upper * mass) / atHigh.density;
    for (let step = 0; step < 4 && x > low && x < high; step++) {
      const here = tails(x);
      x += (here.upper - upper) / here.density;
    }
    return Math.max(low, Math.min(high, x));
  };
  const kinks = bends
    .map((x) => tails(x))
    .map((at) => (at.lower < 0.5 ? normalQuantile(at.lower) : -normalQuantile(at.upper)))
    .filter(Number.isFinite);

  const described = {
    support: [low, high] as const,
    density: (x: number) => (x < low || x > high ? 0 : whole.density(x) / mass),
    cdf: (x: number) => tails(x).lower,
    upper: (x: number) => tails(x).upper,
    tails,
    quantile: (u: number) => value(u, 1 - u),
    upperQuantile: (q: number) => value(1 - q, q),
    kinks,
  };
  let moments: { mean: number; variance: number } | undefined;
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
  };
}
