import { gammaQuantile } from "../numeric/gammaQuantile.ts";
import type { Figure } from "./result.ts";

/**
 * How many times as many plain draws a mean would have needed for the same error: variance/(N·se²). Its own error comes from
 * that of se², which goes as χ² with R − 1 degrees of freedom: the interval is exact where the replicates' means are normal.
 *
 * @param variance of one draw @param draws N @param se of the mean, from `replicates` (at least 6)
 * @returns undefined where there is no variance or no error to compare
 */
export function gainOf(variance: number, draws: number, se: number, replicates: number): Figure | undefined {
  const value = variance / (draws * se * se);
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) return undefined;
  const freedom = replicates - 1;
  const [low, high] = chiSquareOf95(freedom).map((x) => (value * x) / freedom);
  return { value, se: value * Math.sqrt(2 / (freedom - 4)), low, high };
}

/** By degrees of freedom: every mean of a run asks for the same. */
const chiSquares = new Map<number, readonly number[]>();

function chiSquareOf95(freedom: number): readonly number[] {
  const found = chiSquares.get(freedom) ?? [0.025, 0.975].map((p) => 2 * gammaQuantile(freedom / 2, p, 1 - p));
  chiSquares.set(freedom, found);
  return found;
}
