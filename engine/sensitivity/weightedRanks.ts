import { blockSize, replicateOf } from "../design/plan.ts";
import { argsort } from "../numeric/ranks.ts";
import type { Ranked } from "./ranked.ts";

/**
 * The ranks of a column whose draws weigh differently: a value's is the weight of what lies below it and half of what it ties
 * with, less half of the whole. Each is kept times the root of its draw's weight, so that sums of products are weighted ones.
 *
 * @param column whole blocks, in order of draws @param weights 0 for draws that take no part
 * @param replicates block b belongs to replicate b mod this
 */
export function weightedRanked(column: Float64Array, weights: Float64Array, replicates: number): Ranked {
  const order = argsort(column.map((x, draw) => (weights[draw] > 0 ? x : Number.POSITIVE_INFINITY)));
  const replicateAt = (draw: number) => replicateOf(Math.floor(draw / blockSize), replicates);
  const totals = new Float64Array(replicates);
  let total = 0;
  for (const draw of order) {
    totals[replicateAt(draw)] += weights[draw];
    total += weights[draw];
  }
  const all = new Float64Array(column.length);
  const own = new Float64Array(column.length);
  const before = new Float64Array(replicates);
  const tied = new Float64Array(replicates);
  const ownSquares = new Float64Array(replicates);
  let allSquares = 0;
  let below = 0;
  for (let first = 0; first < order.length; ) {
    let end = first;
    let together = 0;
    tied.fill(0);
    for (const value = column[order[first]]; end < order.length && column[order[end]] === value; end++) {
      together += weights[order[end]];
      tied[replicateAt(order[end])] += weights[order[end]];
    }
    // A draw without a value stands alone at the end, and weighs nothing.
    end = Math.max(end, first + 1);
    for (let k = first; k < end; k++) {
      const draw = order[k];
      const r = replicateAt(draw);
      const root = Math.sqrt(weights[draw]);
      all[draw] = root * (below + together / 2 - total / 2);
      own[draw] = root * (before[r] + tied[r] / 2 - totals[r] / 2);
      allSquares += all[draw] * all[draw];
      ownSquares[r] += own[draw] * own[draw];
    }
    below += together;
    for (let r = 0; r < replicates; r++) before[r] += tied[r];
    first = end;
  }
  return { all, own, allSquares, ownSquares };
}
