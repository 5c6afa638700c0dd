import { blockSize } from "../design/plan.ts";
import { type BinScale, mostBins } from "./bins.ts";
import type { BlockSums } from "./blockSums.ts";
import { markBits } from "./marks.ts";
import { blockMoments, momentWidth } from "./moments.ts";

/** Sums over columns by loops in JavaScript: the definition of what a compiled kernel sums up. */
export function columnSums(columns: readonly Float64Array[]): BlockSums {
  const rows = new Map<number, Int32Array>();
  const scales = new Map<number, { readonly scale: BinScale; readonly marked?: Uint8Array }>();
  const gathered = new Float64Array(blockSize);
  const own = new Float64Array(momentWidth);
  return {
    moments(output, into, at) {
      if (!allFinite(columns[output])) return false;
      blockMoments(columns[output], own, 0);
      if (!Number.isFinite(own[1])) return false;
      into.set(own, at);
      return true;
    },
    finite: (output) => allFinite(columns[output]),
    hits: (output) => (allFinite(columns[output]) ? countHits(columns[output]) : -1),
    divided: (output, divisor) => keepDivided(columns[output], columns[divisor]),
    tally: (output, _, into, at) => tallyOf(columns[output], into, at),
    signs: (output, into) => signsOf(columns[output], into),
    extremes: (output, into) => extremesOf(columns[output], into),
    beyond: (output, tail, edge) => sumBeyond(columns[output], tail, edge),
    prepare(output, scale, marked) {
      scales.set(output, { scale, marked });
      if (rows.get(output)?.length !== scale.last + 1) rows.set(output, new Int32Array(scale.last + 1));
    },
    spread(output) {
      const { scale, marked } = scales.get(output)!;
      const found = countAndGather(columns[output], scale, rows.get(output)!, marked, gathered);
      return gathered.subarray(0, found);
    },
    counts: (output) => rows.get(output)!,
  };
}

export function allFinite(column: Float64Array): boolean {
  // x − x is 0 for every finite x and NaN otherwise; the sum stays 0 when all are finite.
  let check = 0;
  for (let i = 0; i < column.length; i++) check += column[i] - column[i];
  return check === 0;
}

export function countHits(column: Float64Array): number {
  let count = 0;
  for (let i = 0; i < column.length; i++) if (column[i] > 0) count++;
  return count;
}

/** See `BlockSums.divided`. */
function keepDivided(ratio: Float64Array, divisor: Float64Array): void {
  for (let i = 0; i < ratio.length; i++)
    if (!(divisor[i] > 0)) ratio[i] = Number.NaN;
    else if (!Number.isFinite(ratio[i])) ratio[i] = 0;
}

/** See `BlockSums.tally`. NaN is passed over. */
export function tallyOf(column: Float64Array, into: Float64Array, at: number): void {
  for (let i = 0; i < column.length; i++) if (!Number.isNaN(column[i])) into[at + column[i]]++;
}

/** See `BlockSums.signs`. Four partial sums, by draw mod 4, added as (s0 + s1) + (s2 + s3). NaN is passed over. */
export function signsOf(column: Float64Array, into: Float64Array): void {
  let [s0, s1, s2, s3, below, above] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < column.length; i += 4) {
    const [x0, x1, x2, x3] = [column[i], column[i + 1], column[i + 2], column[i + 3]];
    s0 += x0 < 0 ? x0 : 0;
    s1 += x1 < 0 ? x1 : 0;
    s2 += x2 < 0 ? x2 : 0;
    s3 += x3 < 0 ? x3 : 0;
    below += (x0 < 0 ? 1 : 0) + (x1 < 0 ? 1 : 0) + (x2 < 0 ? 1 : 0) + (x3 < 0 ? 1 : 0);
    above += (x0 > 0 ? 1 : 0) + (x1 > 0 ? 1 : 0) + (x2 > 0 ? 1 : 0) + (x3 > 0 ? 1 : 0);
  }
  into[0] = s0 + s1 + (s2 + s3);
  into[1] = below;
  into[2] = above;
}

/** See `BlockSums.extremes`. NaN is passed over. */
export function extremesOf(column: Float64Array, into: Float64Array): void {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < column.length; i++) {
    const x = column[i];
    if (Number.isNaN(x)) continue;
    least = Math.min(least, x);
    greatest = Math.max(greatest, x);
  }
  into[0] = least;
  into[1] = greatest;
}

/** See `BlockSums.beyond`. NaN is passed over. */
export function sumBeyond(values: Float64Array, tail: "low" | "high", edge: number): number {
  let sum = 0;
  if (tail === "low") {
    for (let i = 0; i < values.length; i++) if (values[i] < edge) sum += values[i] - edge;
  } else for (let i = 0; i < values.length; i++) if (values[i] >= edge) sum += values[i] - edge;
  return sum;
}

const nothingMarked = new Uint8Array(mostBins);

/**
 * Adds every value's bin to `counts` and puts the values of marked bins into `into`, in order; gives their number. NaN is passed
 * over. Every value is written, and the place moves on by its mark: a branch that random data send either way costs more.
 *
 * @param into as long as the column
 */
export function countAndGather(
  column: Float64Array,
  { low, perUnit, last }: BinScale,
  counts: Int32Array,
  marked: Uint8Array = nothingMarked,
  into: Float64Array,
): number {
  let found = 0;
  for (let i = 0; i < column.length; i++) {
    const x = column[i];
    if (Number.isNaN(x)) continue;
    const t = (x - low) * perUnit; // see `binOf`
    const bin = t > 0 ? (t < last ? t | 0 : last) : 0;
    counts[bin]++;
    into[found] = x;
    found += marked[bin] >>> markBits;
  }
  return found;
}
