import type { BinSums } from "./equalBins.ts";

/** The variance of an output between bins: of all draws, and without each replicate in turn. */
export interface BetweenBins {
  readonly all: number;
  readonly without: readonly number[];
}

/**
 * The mean of the squared bin means of a centred column, less the square of its mean. A square of a mean is found as the product
 * of the means of two different replicates, over all such pairs: noise of the one does not meet itself in the other, so that nothing
 * has to be taken off for it, however even the draws of one replicate are.
 *
 * @param bins sums of a column by bin and replicate
 */
export function varianceBetween({ counts, sums }: BinSums, replicates: number): BetweenBins {
  const bins = counts.length / replicates;
  // Replicate `replicates` stands for none: nothing is left out.
  const squares = new Float64Array(replicates + 1);
  const weights = new Float64Array(replicates + 1);
  const totals = new Float64Array(replicates);
  const sizes = new Float64Array(replicates);
  for (let bin = 0; bin < bins; bin++) {
    const from = bin * replicates;
    const own = partsOf(counts.subarray(from, from + replicates), sums.subarray(from, from + replicates));
    for (let r = 0; r <= replicates; r++) {
      const count = r < replicates ? counts[from + r] : 0;
      const sum = r < replicates ? sums[from + r] : 0;
      const pairs = (own.count - count) * (own.count - count) - (own.countSquares - count * count);
      // A bin with the draws of one replicate alone has no such pair.
      if (!(pairs > 0)) continue;
      const products = (own.sum - sum) * (own.sum - sum) - (own.sumSquares - sum * sum);
      squares[r] += ((own.count - count) * products) / pairs;
      weights[r] += own.count - count;
    }
    for (let r = 0; r < replicates; r++) {
      totals[r] += sums[from + r];
      sizes[r] += counts[from + r];
    }
  }
  const mean = partsOf(sizes, totals);
  const between = (r: number) => {
    const count = r < replicates ? sizes[r] : 0;
    const sum = r < replicates ? totals[r] : 0;
    const pairs = (mean.count - count) * (mean.count - count) - (mean.countSquares - count * count);
    const products = (mean.sum - sum) * (mean.sum - sum) - (mean.sumSquares - sum * sum);
    return weights[r] > 0 && pairs > 0 ? squares[r] / weights[r] - products / pairs : 0;
  };
  return { all: between(replicates), without: Array.from(sizes, (_, r) => between(r)) };
}

function partsOf(counts: Float64Array, sums: Float64Array) {
  let [count, sum, countSquares, sumSquares] = [0, 0, 0, 0];
  for (let r = 0; r < counts.length; r++) {
    count += counts[r];
    sum += sums[r];
    countSquares += counts[r] * counts[r];
    sumSquares += sums[r] * sums[r];
  }
  return { count, sum, countSquares, sumSquares };
}
