import { binOf, binScale, fewestBins } from "../bins.ts";
import type { Counted } from "../selection.ts";
import { replicateOfDraw, type Weights } from "./weights.ts";

/**
 * Weighted values counted by bins, in draws of mean weight: what a histogram is made of.
 *
 * @param first how many draws the bins are laid out by
 */
export function weightedBars(
  column: Float64Array,
  { each, total, answered, replicates }: Weights,
  first: number,
): Counted {
  const scale = binScale(evenly(column.subarray(0, first), each), fewestBins);
  const rows = Array.from({ length: replicates }, () => new Float64Array(scale.last + 1));
  for (let draw = 0; draw < each.length; draw++) {
    const x = column[draw];
    if (each[draw] > 0 && !Number.isNaN(x)) rows[replicateOfDraw(draw, replicates)][binOf(x, scale)] += each[draw];
  }
  const perDraw = answered / total;
  for (const row of rows) for (let bin = 0; bin < row.length; bin++) row[bin] *= perDraw;
  return { scale, rows, onlyValue: () => undefined };
}

/** As many values of equal weight: each stands as often as its share of the weight says, by even steps along the sum of weights. */
function evenly(column: Float64Array, weights: Float64Array): Float64Array {
  let total = 0;
  for (let draw = 0; draw < column.length; draw++) total += weights[draw];
  const result = new Float64Array(column.length).fill(Number.NaN);
  if (!(total > 0)) return result;
  let draw = 0;
  let reached = weights[0];
  for (let k = 0; k < result.length; k++) {
    const wanted = ((k + 0.5) * total) / result.length;
    while (reached < wanted && draw < column.length - 1) reached += weights[++draw];
    result[k] = column[draw];
  }
  return result;
}
