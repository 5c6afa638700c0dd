import { argsort } from "../../numeric/ranks.ts";
import type { SampleSummary } from "../sample.ts";
import type { SpreadSummary } from "../spread.ts";
import type { Wanted } from "../wantedRanks.ts";
import { lean, leanSum, sharesOf } from "./lean.ts";
import { replicateOfDraw, type Weights, worthOf } from "./weights.ts";

/** What draws say of one output beyond its moments. */
export interface WeightedSpread {
  readonly summary: SpreadSummary;
  /** Per replicate, as those of equal weight would have it: the sum of what is below zero. */
  readonly losses: readonly number[];
  readonly least: number;
  readonly greatest: number;
}

/** Values with their weights, ascending, none of weight zero. */
interface Sorted {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Quantiles, tail mean and signs of a weighted column; draws that are NaN are left out.
 *
 * A quantile of type 7 with weights: neighbours lie as far apart on the scale from 0 to 1 as half of both their weights, and
 * between them is a straight line. The tail is the worst values that together have `tailShare` of the weight, the last of them
 * with the part that is left; a replicate's own takes its edge from all draws, as in a run without weights.
 */
export function weightedSpread(column: Float64Array, weights: Weights, wanted: Wanted): WeightedSpread {
  const { each, replicates } = weights;
  const shown = column.map((x, draw) => (each[draw] > 0 && !Number.isNaN(x) ? x : Number.POSITIVE_INFINITY));
  const order = argsort(shown);
  let count = order.length;
  while (count > 0 && shown[order[count - 1]] === Number.POSITIVE_INFINITY) count--;
  const all: Sorted = { values: new Float64Array(count), weights: new Float64Array(count) };
  const places = new Uint16Array(count);
  const sizes = new Uint32Array(replicates);
  for (let k = 0; k < count; k++) {
    all.values[k] = shown[order[k]] + 0;
    all.weights[k] = each[order[k]];
    places[k] = replicateOfDraw(order[k], replicates);
    sizes[places[k]]++;
  }
  const parts = Array.from(
    sizes,
    (size): Sorted => ({ values: new Float64Array(size), weights: new Float64Array(size) }),
  );
  const filled = new Uint32Array(replicates);
  for (let k = 0; k < count; k++) {
    const part = parts[places[k]];
    const at = filled[places[k]]++;
    part.values[at] = all.values[k];
    part.weights[at] = all.weights[k];
  }
  const totals = parts.map((part) => sumOf(part.weights));
  const whole = totals.reduce((sum, own) => sum + own, 0);
  const edge = tailEdge(all, wanted, whole);
  const summarise = (sorted: Sorted, total: number): SampleSummary => ({
    ...quantilesOf(sorted, wanted.probabilities),
    tailMean: edge + beyond(sorted, wanted, edge) / (wanted.tailShare * total),
  });
  const together = summarise(all, whole);
  const shares = sharesOf(totals);
  const own = parts.map((part, r) => leaned(together, summarise(part, totals[r]), shares[r]));
  const worth = worthOf(weights);
  const runShares = sharesOf(weights.byReplicate);
  /** Of each replicate, in draws of equal weight. */
  const counted = (sum: (sorted: Sorted) => number): readonly number[] => {
    const sums = parts.map(sum);
    const total = sums.reduce((all, one) => all + one, 0);
    return sums.map((one, r) => worth * leanSum(total, one, runShares[r], replicates));
  };
  return {
    summary: {
      replicates: own,
      all: together,
      sizes: counted((part) => sumOf(part.weights)),
      below: counted((part) => sumOf(part.weights, part.values, (x) => x < 0)),
      above: counted((part) => sumOf(part.weights, part.values, (x) => x > 0)),
    },
    losses: counted((part) => part.values.reduce((sum, x, k) => (x < 0 ? sum + x * part.weights[k] : sum), 0)),
    least: all.values[0] ?? Number.NaN,
    greatest: all.values[count - 1] ?? Number.NaN,
  };
}

function sumOf(weights: Float64Array, values = weights, counts: (x: number) => boolean = () => true): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) if (counts(values[k])) sum += weights[k];
  return sum;
}

function leaned(whole: SampleSummary, own: SampleSummary, share: number): SampleSummary {
  return {
    quantiles: own.quantiles.map((x, i) => lean(whole.quantiles[i], x, share)),
    spacings: own.spacings,
    tailMean: lean(whole.tailMean, own.tailMean, share),
  };
}

function quantilesOf(
  { values, weights }: Sorted,
  probabilities: readonly number[],
): { readonly quantiles: readonly number[]; readonly spacings: readonly number[] } {
  const last = values.length - 1;
  if (last < 1)
    return { quantiles: probabilities.map(() => values[0] ?? Number.NaN), spacings: probabilities.map(() => 0) };
  const span = sumOf(weights) - (weights[0] + weights[last]) / 2;
  let k = 0;
  let reached = 0;
  const found = probabilities.map((p) => {
    const at = p * span;
    for (; k < last - 1 && reached + (weights[k] + weights[k + 1]) / 2 <= at; k++)
      reached += (weights[k] + weights[k + 1]) / 2;
    const step = values[k + 1] - values[k];
    const along = Math.min(1, Math.max(0, (at - reached) / ((weights[k] + weights[k + 1]) / 2)));
    return { quantile: values[k] + along * step, spacing: step };
  });
  return { quantiles: found.map(({ quantile }) => quantile), spacings: found.map(({ spacing }) => spacing) };
}

/** The value at which the worst values have reached the tail's share of the weight. */
function tailEdge({ values, weights }: Sorted, { tailShare, tail }: Wanted, total: number): number {
  const step = tail === "low" ? 1 : -1;
  let k = tail === "low" ? 0 : values.length - 1;
  let reached = 0;
  for (let n = 0; n < values.length; n++, k += step) {
    reached += weights[k];
    if (reached >= tailShare * total) return values[k];
  }
  return values[k - step] ?? Number.NaN;
}

/** Weighted distances from the edge of what lies beyond it. */
function beyond({ values, weights }: Sorted, { tail }: Wanted, edge: number): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++)
    if (tail === "low" ? values[k] < edge : values[k] > edge) sum += weights[k] * (values[k] - edge);
  return sum;
}
