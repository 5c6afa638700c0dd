import { normalUpper } from "../numeric/elementary.ts";
import { type Tails, writeTails } from "../numeric/tails.ts";
import { tableEdge } from "./apply.ts";

/*
 * What families of whole numbers share. Each gives its tails at a whole number inside its support; from these follow its
 * quantiles and the values that draws can reach.
 */

/** A family of whole numbers with its parameters filled in. */
export interface Count {
  readonly low: number;
  /** Infinite where there is no largest number. */
  readonly high: number;
  readonly mean: number;
  readonly sd: number;
  /** Probability of k, P(X ≤ k) and P(X > k), for low ≤ k < high. */
  readonly at: Tails;
  /** The probability alone. */
  readonly mass: (k: number) => number;
  /** Probability of the largest number, where there is one. */
  readonly atHigh?: number;
}

/** Tails at any x. */
export function countTails({ low, high, at, atHigh = 0 }: Count): Tails {
  return (x, out) => {
    if (Number.isNaN(x)) return writeTails(out, x, x, x);
    if (x < low) return writeTails(out, 0, 0, 1);
    if (x >= high) return writeTails(out, x === high ? atHigh : 0, 1, 0);
    const k = Math.floor(x);
    at(k, out);
    if (k !== x) out[0] = 0;
  };
}

/** Probability of x: 0 unless it is a whole number inside the support. */
export function countMass({ low, high, mass, atHigh = 0 }: Count, x: number): number {
  if (Number.isNaN(x)) return x;
  if (x === high) return atHigh;
  return x >= low && x < high && Math.floor(x) === x ? mass(x) : 0;
}

/** The smallest whole number with P(X ≤ k) ≥ u. */
export function countQuantile(count: Count, u: number): number {
  if (!(u >= 0 && u <= 1)) return Number.NaN;
  if (u === 0) return count.low;
  return u === 1 ? count.high : smallest(count, (at) => at[1] >= u);
}

/** The smallest whole number with P(X > k) ≤ q. */
export function countUpperQuantile(count: Count, q: number): number {
  if (!(q >= 0 && q <= 1)) return Number.NaN;
  if (q === 0) return count.high;
  return q === 1 ? count.low : smallest(count, (at) => at[2] <= q);
}

/** The smallest k that is far enough: out from the mean in steps that double, then by halves. */
function smallest({ low, high, mean, sd, at }: Count, farEnough: (at: Float64Array) => boolean): number {
  const point = new Float64Array(3);
  const reached = (k: number): boolean => {
    if (k >= high) return true;
    if (k < low) return false;
    at(k, point);
    return farEnough(point);
  };
  let above = Math.max(low, Math.min(high, Math.floor(mean)));
  let below = above;
  let step = Math.max(1, Math.floor(sd));
  if (reached(above)) {
    do {
      above = below;
      below = Math.max(low - 1, below - step);
      step *= 2;
    } while (reached(below));
  } else {
    do {
      below = above;
      above = Math.min(high, above + step);
      step *= 2;
    } while (!reached(above));
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (reached(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** The whole numbers that scores from −9 to 9 reach. */
export function countAtoms(count: Count): Float64Array {
  const farthest = normalUpper(tableEdge);
  const first = countQuantile(count, farthest);
  const last = countUpperQuantile(count, farthest);
  return Float64Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Whether a parameter is a whole number from `low` on. */
export const isWhole = (x: number, low: number): boolean => Math.floor(x) === x && x >= low;
