/** Equal bins between two values, one more below them (number 0) and one above (number `bins + 1`). */
export interface BinScale {
  readonly bins: number;
  readonly low: number;
  /** Bins per unit of the value; 0 puts all values from `low` up into one bin. */
  readonly perUnit: number;
}

/** How many values of the first blocks a scale is made from: enough for the middle 99 %, few enough to sort. */
const sampled = 1024;
/** Share of them left out at either end, so that a few extreme values do not take the bins from the rest. */
const leftOut = 0.003;

/**
 * A scale that spreads most values of a run over its bins, from some of the first. No result depends on it: a poor scale costs
 * only time, since wanted bins then hold more values.
 *
 * @param first finite, or NaN where a draw has no value
 */
export function binScale(first: readonly Float64Array[], bins: number): BinScale {
  const all = first.reduce((sum, part) => sum + part.length, 0);
  const step = Math.max(1, Math.floor(all / sampled));
  const found: number[] = [];
  let skip = 0;
  for (const part of first) {
    for (; skip < part.length; skip += step) if (!Number.isNaN(part[skip])) found.push(part[skip]);
    skip -= part.length;
  }
  const sorted = Float64Array.from(found).sort();
  const out = Math.floor(sorted.length * leftOut);
  const low = sorted[out];
  const perUnit = bins / (sorted[sorted.length - 1 - out] - low);
  // All equal, none at all, or so far apart or so near that the difference is no number: everything in one bin.
  return perUnit > 0 && perUnit < Number.POSITIVE_INFINITY ? { bins, low, perUnit } : { bins, low: 0, perUnit: 0 };
}
