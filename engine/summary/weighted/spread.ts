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
  const { all, parts } = sortedParts(column, each, replicates);
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
      sizes: counted(({ weights }) => sumOf(weights)),
      below: counted(({ values, weights }) => sumOf(weights, 0, firstAbove(values, zeroFromBelow))),
      above: counted(({ values, weights }) => sumOf(weights, firstAbove(values, 0))),
    },
    losses: counted(lossesOf),
    least: all.values[0] ?? Number.NaN,
    greatest: all.values[all.values.length - 1] ?? Number.NaN,
  };
}

/**
 * All values and those of each replicate. Short functions of plain loops, since this is done for every output: a closure for each
 * draw, or all loops in one function, took half of an update's time.
 */
function sortedParts(column: Float64Array, each: Float64Array, replicates: number) {
  const draws = weighing(column, each);
  const all: Sorted = { values: taken(column, draws), weights: taken(each, draws) };
  const parts = placesByReplicate(draws, replicates).map(
    (own): Sorted => ({ values: taken(all.values, own), weights: taken(all.weights, own) }),
  );
  return { all, parts };
}

/** Draws that weigh anything and have a value, by value. */
function weighing(column: Float64Array, each: Float64Array): Uint32Array {
  const live = new Uint32Array(column.length);
  let count = 0;
  for (let draw = 0; draw < column.length; draw++)
    if (each[draw] > 0 && column[draw] < Number.POSITIVE_INFINITY) live[count++] = draw;
  const draws = live.subarray(0, count);
  const order = argsort(taken(column, draws));
  for (let k = 0; k < count; k++) order[k] = draws[order[k]];
  return order;
}

/** Values at places; −0 becomes 0. */
function taken(values: Float64Array, at: Uint32Array): Float64Array {
  const found = new Float64Array(at.length);
  for (let k = 0; k < at.length; k++) found[k] = values[at[k]] + 0;
  return found;
}

function placesByReplicate(draws: Uint32Array, replicates: number): readonly Uint32Array[] {
  const ends = new Uint32Array(replicates);
  for (let k = 0; k < draws.length; k++) ends[replicateOfDraw(draws[k], replicates)]++;
  for (let r = 1; r < replicates; r++) ends[r] += ends[r - 1];
  const starts = Array.from(ends, (_, r) => (r === 0 ? 0 : ends[r - 1]));
  const next = Uint32Array.from(starts);
  const places = new Uint32Array(draws.length);
  for (let k = 0; k < draws.length; k++) places[next[replicateOfDraw(draws[k], replicates)]++] = k;
  return starts.map((start, r) => places.subarray(start, ends[r]));
}

function sumOf(weights: Float64Array, from = 0, to = weights.length): number {
  let sum = 0;
  for (let k = from; k < to; k++) sum += weights[k];
  return sum;
}

function lossesOf({ values, weights }: Sorted): number {
  let sum = 0;
  for (let k = 0; k < values.length && values[k] < 0; k++) sum += values[k] * weights[k];
  return sum;
}

/** The greatest number below zero. */
const zeroFromBelow = -Number.MIN_VALUE;

/** Place of the first value above a limit among ascending ones. */
function firstAbove(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] > limit) high = middle;
    else low = middle + 1;
  }
  return low;
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
  const low = tail === "low";
  let sum = 0;
  for (let k = low ? 0 : firstAbove(values, edge); k < values.length && !(low && values[k] >= edge); k++)
    sum += weights[k] * (values[k] - edge);
  return sum;
}
