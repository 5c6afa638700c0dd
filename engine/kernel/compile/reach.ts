import { tableEdge } from "../../distributions/apply.ts";
import type { CellTable } from "../../distributions/distribution.ts";
import { largestScore } from "../../random/score.ts";

/** How far from 0 the scores of an input can lie; `row` says of which scores those of a correlated input are made. */
export function reachOf(row?: Float64Array): number {
  const weight = row?.reduce((sum, factor) => sum + Math.abs(factor), 0) ?? 1;
  return weight * largestScore * (1 + 1e-9); // for rounding in the sum
}

/** More than rounding adds in four steps, as a share of the coefficients' sum. */
const rounding = 1e-14;

/**
 * Whether scores within the reach meet neither an end of the table nor, in any cell, an end of the support: in the form of
 * Bernstein, a cubic lies between the least and the greatest of its four coefficients.
 */
export function staysInside({ cells, coefficients: c, low, high }: CellTable, reach: number): boolean {
  if (!(reach < tableEdge)) return false;
  const perScore = cells / (2 * tableEdge);
  const first = Math.floor((tableEdge - reach) * perScore);
  const last = Math.min(Math.floor((tableEdge + reach) * perScore), cells - 1);
  for (let at = 4 * first; at <= 4 * last; at += 4) {
    const c0 = c[at];
    const c1 = c[at + 1];
    const c2 = c[at + 2];
    const c3 = c[at + 3];
    const second = c0 + c1 / 3;
    const third = c0 + (2 * c1 + c2) / 3;
    const end = c0 + c1 + c2 + c3;
    const margin = rounding * (Math.abs(c0) + Math.abs(c1) + Math.abs(c2) + Math.abs(c3));
    const inside =
      Math.min(c0, second, third, end) - margin >= low && Math.max(c0, second, third, end) + margin <= high;
    if (!inside) return false;
  }
  return true;
}
