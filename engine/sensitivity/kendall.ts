import type { GivenDraws, OrderedColumn } from "./givenDraws.ts";
import type { PairRanks } from "./ranked.ts";

/**
 * Kendall's tau-b of two columns that vary: pairs of draws that are ordered alike less those that are ordered unlike, by how many
 * are not tied. `byReplicate` is the same without each replicate in turn, to first order in the influence of its draws. With a
 * Fenwick tree over the ranks, in n·log n steps.
 * Source: Kendall (1945), doi:10.1093/biomet/33.3.239; Fenwick (1994), doi:10.1002/spe.4380240306.
 */
export function kendall(x: OrderedColumn, y: Places, { draws, replicateAt, replicates, sizes }: GivenDraws): PairRanks {
  const tree = new Int32Array(draws + 1);
  const countUpTo = (places: number) => {
    let sum = 0;
    for (let i = places; i > 0; i &= i - 1) sum += tree[i];
    return sum;
  };
  const { below, upTo } = y;
  const { values, order } = x;
  /** By replicate: over its draws, how many draws are ordered alike with each less unlike, and how many are not tied in x, in y. */
  const alike = new Float64Array(replicates);
  const apartX = new Float64Array(replicates);
  const apartY = new Float64Array(replicates);
  for (let first = 0; first < draws; ) {
    let end = first + 1;
    while (end < draws && values[order[end]] === values[order[first]]) end++;
    // Below and above in y, among the draws below in x and then among those not above in x.
    for (let k = first; k < end; k++) {
      const own = order[k];
      const smaller = countUpTo(below[own]);
      const atMost = upTo[own] - below[own] === 1 ? smaller : countUpTo(upTo[own]);
      alike[replicateAt[own]] += smaller - (first - atMost);
    }
    for (let k = first; k < end; k++) for (let i = below[order[k]] + 1; i <= draws; i += i & -i) tree[i]++;
    for (let k = first; k < end; k++) {
      const own = order[k];
      const r = replicateAt[own];
      const smaller = countUpTo(below[own]);
      const atMost = upTo[own] - below[own] === 1 ? smaller + 1 : countUpTo(upTo[own]);
      alike[r] += draws - upTo[own] - (end - atMost) - (below[own] - smaller);
      apartX[r] += draws - (end - first);
      apartY[r] += draws - (upTo[own] - below[own]);
    }
    first = end;
  }
  const [all, allX, allY] = [alike, apartX, apartY].map((sums) => sums.reduce((sum, own) => sum + own, 0));
  const tau = (sum: number, x: number, y: number) => sum / Math.sqrt(x * y);
  return {
    value: tau(all, allX, allY),
    byReplicate: Array.from(alike, (own, r) => {
      // Each pair is counted from both its ends: without a share of the draws, about twice that share of the pairs is gone.
      const size = sizes[r];
      const left = draws - size;
      const without = (sum: number, part: number) => sum - (2 * size * draws * (part / size - sum / draws)) / left;
      return tau(without(all, own), without(allX, apartX[r]), without(allY, apartY[r]));
    }),
  };
}

/** By draw how many values lie below its own, and how many are no larger. */
export interface Places {
  readonly below: Int32Array;
  readonly upTo: Int32Array;
}

export function placesOf({ values, order }: OrderedColumn): Places {
  const below = new Int32Array(order.length);
  const upTo = new Int32Array(order.length);
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    while (end < order.length && values[order[end]] === values[order[first]]) end++;
    for (let k = first; k < end; k++) {
      below[order[k]] = first;
      upTo[order[k]] = end;
    }
    first = end;
  }
  return { below, upTo };
}
