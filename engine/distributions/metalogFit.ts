import { exp } from "../numeric/elementary.ts";
import { leastSquares } from "../numeric/leastSquares.ts";
import { ontoFit, slopeAt, termsAt } from "./metalogShape.ts";

export const leastTerms = 2;
export const mostTerms = 16;

/** Coefficients of the metalog through these points, or as near as so many terms come in the sense of least squares. */
export function fitMetalog(
  levels: readonly number[],
  values: readonly number[],
  terms: number,
  low: number,
  high: number,
): readonly number[] {
  return leastSquares(
    levels.map((level) => termsAt(terms, level, 1 - level)),
    values.map((value) => ontoFit(low, high, value)),
  );
}

/** How far apart in log-odds the slope is looked at, and how far out: beyond, only the outermost terms count. */
const step = 1 / 16;
const farthest = 40;

/**
 * Whether the quantile rises everywhere, so that there is a distribution: the slope against the log-odds is above 0 at both
 * ends and on a grid of them, and at the bottom of every dip between.
 */
export function risesEverywhere(coefficients: readonly number[]): boolean {
  const slope = (l: number) => slopeAt(coefficients, 1 / (1 + exp(-l)), 1 / (1 + exp(l)));
  if (!(slopeAt(coefficients, 0, 1) >= 0 && slopeAt(coefficients, 1, 0) >= 0)) return false;
  let before = slope(-farthest);
  let here = slope(-farthest + step);
  if (!(before > 0 && here > 0)) return false;
  for (let l = -farthest + 2 * step; l <= farthest; l += step) {
    const next = slope(l);
    if (!(next > 0)) return false;
    if (here <= before && here <= next && !(bottom(slope, l - 2 * step, l) > 0)) return false;
    before = here;
    here = next;
  }
  return true;
}

const golden = 0.6180339887498949;

/** The least value of a function with one dip between a and b, by golden sections. */
function bottom(f: (x: number) => number, a: number, b: number): number {
  let [low, high] = [a, b];
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let [atLeft, atRight] = [f(left), f(right)];
  for (let i = 0; i < 40; i++) {
    if (atLeft < atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - golden * (high - low);
      atLeft = f(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + golden * (high - low);
      atRight = f(right);
    }
  }
  return Math.min(atLeft, atRight);
}

/** Between which values the middle one of three can lie, found by halves to a thousandth of their range; equal if nowhere. */
export function middles(first: number, last: number, makes: (middle: number) => boolean): readonly [number, number] {
  const at = (share: number) => first + share * (last - first);
  const inside = Array.from({ length: 39 }, (_, i) => (i + 1) / 40).filter((share) => makes(at(share)));
  if (inside.length === 0) return [first, first];
  const edge = (good: number, bad: number): number => {
    let [fits, fails] = [good, bad];
    for (let i = 0; i < 10; i++) {
      const middle = (fits + fails) / 2;
      if (makes(at(middle))) fits = middle;
      else fails = middle;
    }
    return at(fits);
  };
  const [least, greatest] = [inside[0], inside[inside.length - 1]];
  return [edge(least, Math.max(1e-6, least - 1 / 40)), edge(greatest, Math.min(1 - 1e-6, greatest + 1 / 40))];
}
