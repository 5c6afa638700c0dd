import { normalCdf, normalUpper } from "../numeric/elementary.ts";
import { normalQuantile } from "../numeric/normalQuantile.ts";
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

/**
 * A distribution cut to [min, max], the rest scaled up to probability one. Quantiles go through F(min) + u·mass or
 * S(max) + q·mass of the whole, whichever is the smaller tail, so a cut far out in a tail keeps its digits.
 */
export function truncated(whole: Described, { min, max }: Bounds): Described {
  const low = Math.max(whole.support[0], min ?? Number.NEGATIVE_INFINITY);
  const high = Math.min(whole.support[1], max ?? Number.POSITIVE_INFINITY);
  const atLow = min === undefined || min < whole.support[0] ? everything : whole.tails(low);
  const atHigh = max === undefined || max > whole.support[1] ? nothing : whole.tails(high);
  const mass = between(atLow, atHigh);

  const value = (lower: number, upper: number): number => {
    const wholeLower = atLow.lower + lower * mass;
    const wholeUpper = atHigh.upper + upper * mass;
    const x = wholeLower <= wholeUpper ? whole.quantile(wholeLower) : whole.upperQuantile(wholeUpper);
    return Math.max(low, Math.min(high, x));
  };
  const tails = (x: number): Tails => {
    if (x < low) return everything;
    if (x > high) return nothing;
    const here = whole.tails(x);
    return {
      density: here.density / mass,
      lower: Math.min(1, between(atLow, here) / mass),
      upper: Math.min(1, between(here, atHigh) / mass),
    };
  };
  const kinks = whole.kinks
    .map((z) => {
      const x = z < 0 ? whole.quantile(normalCdf(z)) : whole.upperQuantile(normalUpper(z));
      const at = tails(x);
      return at.lower < 0.5 ? normalQuantile(at.lower) : -normalQuantile(at.upper);
    })
    .filter(Number.isFinite);

  const described = {
    support: [low, high] as const,
    density: (x: number) => tails(x).density,
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
