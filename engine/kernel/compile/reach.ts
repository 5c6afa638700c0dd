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
    const [c0, c1, c2, c3] = [c[at], c[at + 1], c[at + 2], c[at + 3]];
    const corners = [c0, c0 + c1 / 3, c0 + (2 * c1 + c2) / 3, c0 + c1 + c2 + c3];
    const margin = rounding * (Math.abs(c0) + Math.abs(c1) + Math.abs(c2) + Math.abs(c3));
    if (!(Math.min(...corners) - margin >= low && Math.max(...corners) + margin <= high)) return false;
  }
  return true;
}
