import { exactSum } from "../../numeric/exactSum.ts";
import { argsort, ranks } from "../../numeric/ranks.ts";

/** Pairs by how their two differences go together. */
interface PairCounts {
  readonly concordant: number;
  readonly discordant: number;
  readonly tiedXOnly: number;
  readonly tiedYOnly: number;
  readonly tiedBoth: number;
}

export interface Association {
  /** Divisor n − 1. */
  readonly covariance: number;
  readonly pearson: number;
  /** Ties share their mean rank. */
  readonly spearman: number;
  /** (concordant − discordant)/all pairs. */
  readonly kendallTauA: number;
  /** The same over the geometric mean of pairs untied in x and in y. */
  readonly kendallTauB: number;
  readonly pairs: PairCounts;
}

/**
 * How two columns go together. NaN where one of them does not vary.
 * Source of τ: Kendall (1938), doi:10.1093/biomet/30.1-2.81; discordant pairs by merging, Knight (1966), doi:10.2307/2282833.
 *
 * @param x without NaN, of y's length, at least two
 */
export function association(x: Float64Array, y: Float64Array): Association {
  const n = x.length;
  const { product, pearson } = moments(x, y);
  const pairs = pairCounts(x, y);
  const difference = pairs.concordant - pairs.discordant;
  const sum = pairs.concordant + pairs.discordant;
  return {
    covariance: product / (n - 1),
    pearson,
    spearman: moments(ranks(x), ranks(y)).pearson,
    kendallTauA: difference / ((n * (n - 1)) / 2),
    kendallTauB: difference / (Math.sqrt(sum + pairs.tiedYOnly) * Math.sqrt(sum + pairs.tiedXOnly)),
    pairs,
  };
}

function moments(x: Float64Array, y: Float64Array): { readonly product: number; readonly pearson: number } {
  const centred = (values: Float64Array) => {
    const mean = exactSum(values) / values.length;
    return values.map((value) => value - mean);
  };
  const [dx, dy] = [centred(x), centred(y)];
  const sum = (a: Float64Array, b: Float64Array) => exactSum(a.map((value, i) => value * b[i]));
  const product = sum(dx, dy);
  return { product, pearson: product / (Math.sqrt(sum(dx, dx)) * Math.sqrt(sum(dy, dy))) };
}

/** Counts of pairs in O(n log n): sorted by x, then y; what merging by y moves past is discordant. */
function pairCounts(x: Float64Array, y: Float64Array): PairCounts {
  const n = x.length;
  const byY = argsort(y);
  const order = argsort(Float64Array.from(byY, (i) => x[i])).map((k) => byY[k]);
  const inOrder = Float64Array.from(order, (i) => y[i]);
  const tiedX = tied(n, (i, j) => x[order[i]] === x[order[j]]);
  const tiedBoth = tied(n, (i, j) => x[order[i]] === x[order[j]] && inOrder[i] === inOrder[j]);
  const discordant = inversions(inOrder);
  const tiedY = tied(n, (i, j) => inOrder[i] === inOrder[j]); // sorted by now
  const all = (n * (n - 1)) / 2;
  return {
    concordant: all - discordant - tiedX - tiedY + tiedBoth,
    discordant,
    tiedXOnly: tiedX - tiedBoth,
    tiedYOnly: tiedY - tiedBoth,
    tiedBoth,
  };
}

/** Pairs within runs of equal neighbours. */
function tied(n: number, same: (i: number, j: number) => boolean): number {
  let pairs = 0;
  for (let first = 0; first < n; ) {
    let next = first + 1;
    while (next < n && same(first, next)) next++;
    const run = next - first;
    pairs += (run * (run - 1)) / 2;
    first = next;
  }
  return pairs;
}

/** Sorts by merging; the number of pairs that stood the other way round. */
function inversions(values: Float64Array): number {
  const n = values.length;
  const spare = new Float64Array(n);
  let count = 0;
  for (let width = 1; width < n; width *= 2)
    for (let left = 0; left + width < n; left += 2 * width) {
      const [middle, right] = [left + width, Math.min(left + 2 * width, n)];
      let [i, j] = [left, middle];
      for (let k = left; k < right; k++) {
        if (j >= right || (i < middle && values[i] <= values[j])) spare[k] = values[i++];
        else {
          spare[k] = values[j++];
          count += middle - i;
        }
      }
      values.set(spare.subarray(left, right), left);
    }
  return count;
}
