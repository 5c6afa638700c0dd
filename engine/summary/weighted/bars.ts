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

/** As many values of equal weight as stand in a column. */
function evenly(column: Float64Array, weights: Float64Array): Float64Array {
  const chosen = evenlyChosen(weights.subarray(0, column.length), column.length);
  return Float64Array.from({ length: column.length }, (_, k) => (k < chosen.length ? column[chosen[k]] : Number.NaN));
}

/** Draws by even steps along the sum of weights: each comes as often as its share of the weight says. None where there is no weight. */
export function evenlyChosen(weights: Float64Array, count: number): Uint32Array {
  let total = 0;
  for (let draw = 0; draw < weights.length; draw++) total += weights[draw];
  if (!(total > 0)) return new Uint32Array(0);
  const chosen = new Uint32Array(count);
  let draw = 0;
  let reached = weights[0];
  for (let k = 0; k < count; k++) {
    const wanted = ((k + 0.5) * total) / count;
    while (reached < wanted && draw < weights.length - 1) reached += weights[++draw];
    chosen[k] = draw;
  }
  return chosen;
}
