import { selectRanks } from "./select.ts";

/**
 * Equal bins over the values of an output, the first and the last open to the outside: x lies in bin ⌊(x − low)·perUnit⌋, taken into
 * [0, last]. Never less for a greater value, and the same in SIMD. Twice as many bins halve each of them exactly.
 */
export interface BinScale {
  /** Lower end of bin 0. */
  readonly low: number;
  /** Bins per unit of the value; 0 puts everything into bin 0. */
  readonly perUnit: number;
  readonly last: number;
  /** Bars of a histogram: whole bins, as wide as a round number, and zero an edge of theirs. 0 where all values are equal. */
  readonly bar: number;
  /** Bin 0 begins at this many bars. */
  readonly firstBar: number;
}

/** How many values a scale is made from. */
const sampled = 1024;
/** Bars from the first to the 99th percentile, some fewer or more. */
const wantedBars = 50;
/** Bars that the bins cover in all. */
export const coveredBars = 128;
const steps = [1, 2, 2.5, 5, 10];

/** Bins that there are at least. What a figure means never depends on more than these: a run may have finer ones. */
export const fewestBins = 512;
/** And at most. */
export const mostBins = 16_384;
/** Bytes that the counts of a run may take. */
const mostBytes = 16_777_216;

/** Bins that an output of any run may have. */
export const mostBinsFor = (outputs: number): number => binsFor(outputs, 16, Number.POSITIVE_INFINITY);

/**
 * Bins per output. The more there are, the more there is to count through, and the fewer values lie in each to choose among: the sum
 * of both is least at some √(5·draws); as long as all counts stay small.
 */
export function binsFor(outputs: number, replicates: number, draws: number): number {
  let bins = fewestBins;
  while (4 * bins * bins < 5 * draws && bins < mostBins && 8 * bins * outputs * replicates <= mostBytes) bins *= 2;
  return bins;
}

/** Bin of a value that is not NaN. */
export function binOf(x: number, { low, perUnit, last }: BinScale): number {
  const t = (x - low) * perUnit;
  return t > 0 ? (t < last ? t | 0 : last) : 0;
}

/**
 * A scale that spreads most values of a run over its bins, from the first of them. Percentiles do not depend on it: a poor scale
 * costs only time, since wanted bins then hold more values. Histograms are laid out by it.
 *
 * @param first values, or NaN where a draw has none @param bins a power of two, `fewestBins` or more
 */
export function binScale(first: Float64Array, bins: number): BinScale {
  const step = Math.max(1, Math.floor(first.length / sampled));
  const found: number[] = [];
  for (let i = 0; i < first.length; i += step) if (!Number.isNaN(first[i])) found.push(first[i]);
  const one: BinScale = { low: 0, perUnit: 0, last: bins - 1, bar: 0, firstBar: 0 };
  if (found.length === 0) return one;
  const top = found.length - 1;
  const ranks = [0.01, 0.99].map((p) => Math.round(p * top));
  const values = selectRanks(Float64Array.from(found), [...new Set(ranks)]);
  const [least, greatest] = [values[0], values[values.length - 1]];
  const range = greatest - least || Math.max(...found) - Math.min(...found);
  if (!(range > 1e-290 && range < 1e300)) return one;
  const bar = roundStep(range / wantedBars);
  const firstBar = Math.floor((least + greatest) / 2 / bar) - coveredBars / 2;
  const low = firstBar * bar;
  const perUnit = (bins / coveredBars) * (1 / bar);
  // So narrow beside their size that bars are none.
  return low + bar > low && perUnit < Number.POSITIVE_INFINITY ? { low, perUnit, last: bins - 1, bar, firstBar } : one;
}

/** The smallest number whose bin is `bin` or a later one; ∓∞ where all or none are. */
export function lowerEdge(bin: number, scale: BinScale): number {
  if (bin <= 0) return Number.NEGATIVE_INFINITY;
  if (bin > scale.last || scale.perUnit === 0) return Number.POSITIVE_INFINITY;
  let below = scale.low + (bin - 1) / scale.perUnit;
  let from = scale.low + (bin + 1) / scale.perUnit;
  for (;;) {
    const middle = below + (from - below) / 2;
    if (!(middle > below && middle < from)) return from;
    if (binOf(middle, scale) >= bin) from = middle;
    else below = middle;
  }
}

/** 1, 2, 2.5 or 5 times a power of ten, not below `wanted`. */
function roundStep(wanted: number): number {
  let scale = 1;
  while (scale > wanted) scale /= 10;
  while (scale * 10 <= wanted) scale *= 10;
  return scale * steps.find((step) => step * scale >= wanted)!;
}
