import { blockSize } from "../../design/plan.ts";
import type { ModelGraph } from "../../model/graph.ts";
import { type BinScale, mostBinsFor } from "../../summary/bins.ts";
import { type BlockSums, signWidth } from "../../summary/blockSums.ts";
import { layoutOf } from "../../summary/layout.ts";
import type { SumExports } from "./exports.ts";
import type { Reservations } from "./memory.ts";

/** Outputs whose values are sorted into bins, and the last year that any output can be. */
export interface Summed {
  readonly kept: readonly number[];
  readonly mostYears: number;
}

export const summedOf = (graph: ModelGraph): Summed => ({
  kept: layoutOf(graph).kept,
  mostYears: Math.max(0, ...graph.outputs.map((output) => (output.kind === "year" ? output.years : 0))),
});

/**
 * Sums by a kernel over columns in its memory. Memory is reserved first; the sums are made when it has its size.
 *
 * @param columns address of each output's own column
 */
export function blockSumsPart(
  { kept, mostYears }: Summed,
  columns: readonly number[],
  memory: Reservations,
): (kernel: SumExports) => BlockSums {
  const bins = mostBinsFor(kept.length);
  const result = memory.reserve(8 * signWidth);
  const countsAt = new Map(kept.map((output) => [output, memory.reserve(4 * bins)]));
  const marksAt = new Map(kept.map((output) => [output, memory.reserve(bins)]));
  const tallyAt = memory.reserve(8 * (mostYears + 1));
  // One more than a block has: every value is stored, also the last one that moves nothing on.
  const into = memory.reserve(8 * (blockSize + 1));
  return (kernel) => {
    const { buffer } = kernel.memory;
    const sums = new Float64Array(buffer, result, signWidth);
    const gathered = new Float64Array(buffer, into, blockSize);
    const tallies = new Int32Array(buffer, tallyAt, 2 * (mostYears + 1));
    const scales = new Map<number, BinScale>();
    return {
      moments(output, values, at) {
        kernel.moments(columns[output], result);
        if (!Number.isFinite(sums[0])) return false;
        values[at] = blockSize;
        values[at + 1] = sums[1];
        values[at + 2] = sums[2];
        return true;
      },
      finite: (output) => kernel.finite(columns[output]) === 1,
      hits: (output) => kernel.hits(columns[output]),
      divided: (output, divisor) => kernel.divided(columns[output], columns[divisor]),
      tally(output, most, into, at) {
        kernel.tally(columns[output], tallyAt, 4 * (most + 1));
        for (let y = 0; y <= most; y++) into[at + y] += tallies[y] + tallies[most + 1 + y];
        tallies.fill(0);
      },
      signs(output, values) {
        kernel.signs(columns[output], result);
        for (let k = 0; k < signWidth; k++) values[k] = sums[k];
      },
      extremes(output, values) {
        kernel.extremes(columns[output], result);
        values[0] = sums[0];
        values[1] = sums[1];
      },
      beyond: (output, tail, edge) =>
        tail === "low" ? kernel.below(columns[output], edge) : kernel.above(columns[output], edge),
      prepare(output, scale, marked) {
        scales.set(output, scale);
        if (scale.last >= bins) throw new RangeError(`${scale.last + 1} bins where there is room for ${bins}`);
        const marks = new Uint8Array(buffer, marksAt.get(output), scale.last + 1);
        if (marked === undefined) marks.fill(0);
        else marks.set(marked);
      },
      spread(output) {
        const { low, perUnit, last } = scales.get(output)!;
        const [counts, marks] = [countsAt.get(output)!, marksAt.get(output)!];
        const bytes = kernel.spread(columns[output], counts, marks, into, low, perUnit, last);
        return gathered.subarray(0, bytes / 8);
      },
      counts: (output) => new Int32Array(buffer, countsAt.get(output), scales.get(output)!.last + 1),
    };
  };
}
