import { lowerEdge } from "./bins.ts";
import type { GatheredRun, MomentNode } from "./partial.ts";
import type { SampleSummary } from "./sample.ts";
import { type Counted, Selection, type Statistics } from "./selection.ts";
import { sumBeyond } from "./spreadRows.ts";
import { MomentTree, mergePairwise, mergeSums } from "./tree.ts";
import { quantile, spacing, tailRank, type Wanted } from "./wantedRanks.ts";

/** What is said of how the values of one output spread: each replicate, then all draws. Failed draws count for nothing. */
export interface SpreadSummary {
  readonly replicates: readonly SampleSummary[];
  readonly all: SampleSummary;
  /** Draws with a value, and those below and above zero, per replicate. */
  readonly sizes: readonly number[];
  readonly below: readonly number[];
  readonly above: readonly number[];
}

/** Everything of an output that has been counted over a run. */
export interface Spread extends Counted {
  readonly below: readonly number[];
  readonly above: readonly number[];
}

/** Values of one block of a replicate, in order of draws. */
export interface GatheredBlock {
  readonly replicate: number;
  readonly index: number;
  readonly values: Float64Array;
}

/** What a second pass knows of the tail: sums by replicate as nodes. Absent where every value of the tail was gathered. */
export type TailNodes = readonly MomentNode[];

/**
 * Quantiles of type 7 and the mean of the worst share, for all draws and by replicate, without sorting.
 *
 * The mean of the worst share is e + S / (α·n) with e the order statistic at its edge and S the sum of x − e over the values beyond
 * (Rockafellar & Uryasev 2002, doi:10.1016/S0378-4266(02)00271-6). A replicate's own takes e from all draws: S / (α·n) is then
 * linear, so replicates add up to the whole, and since ∂/∂e is zero at the edge, an own edge would move it by a term of second
 * order only. What lies in bins beyond that of e is summed block by block, in order, by its distance from the bin's edge, and merged
 * on the tree of blocks; what lies in the bin itself, in order of draws by its distance from e.
 */
export class SpreadSelection {
  readonly selection: Selection;
  private readonly spread: Spread;
  private readonly wanted: Wanted;
  /** Bin of the tail's edge, and the number at which what lies beyond that bin begins. */
  private readonly edgeBin: number;
  readonly beyond: number;

  constructor(spread: Spread, wanted: Wanted) {
    this.spread = spread;
    this.wanted = wanted;
    this.selection = new Selection(spread, wanted);
    const rank = tailRank(wanted, this.selection.sizes[spread.rows.length]);
    let seen = 0;
    let bin = 0;
    for (; bin < spread.scale.last; bin++) {
      for (const row of spread.rows) seen += row[bin];
      if (seen > rank) break;
    }
    this.edgeBin = bin;
    this.beyond = lowerEdge(wanted.tail === "low" ? bin : bin + 1, spread.scale);
  }

  /** Bins of which every value must be there: those of order statistics, and where there are no sums of the tail, its own. */
  needed(withTail: boolean): Uint8Array {
    const { tail } = this.wanted;
    const needed = this.selection.marked.slice();
    if (!withTail) return needed;
    const [from, to] = tail === "low" ? [0, this.edgeBin] : [this.edgeBin + 1, this.spread.scale.last + 1];
    for (let bin = from; bin < to; bin++) if (this.spread.rows.some((row) => row[bin] > 0)) needed[bin] = 1;
    return needed;
  }

  /** Values that a second pass holds: all those in needed bins, and those put aside for each set. */
  get valuesHeld(): number {
    const { marked, wantedValues } = this.selection;
    let gathered = 0;
    for (const row of this.spread.rows)
      for (let bin = 0; bin < row.length; bin++) if (marked[bin]) gathered += row[bin];
    return gathered + wantedValues;
  }

  /** @param blocks in order of replicate and index */
  finish(blocks: readonly GatheredBlock[], tails?: TailNodes): SpreadSummary {
    const { rows, scale, below, above } = this.spread;
    const { selection, wanted, beyond } = this;
    for (const { replicate, values } of blocks) selection.add(replicate, values);
    const edgeValues = selection.valuesIn(this.edgeBin);
    const statistics = selection.finish();
    const all = rows.length;
    const edge = statistics[all].get(tailRank(wanted, selection.sizes[all])) ?? Number.NaN;
    const trees = rows.map((_, r) => new MomentTree(r, mergeSums));
    if (tails === undefined)
      for (const { replicate, index, values } of blocks)
        trees[replicate].add(0, index, Float64Array.of(sumBeyond(values, wanted.tail, beyond)));
    else for (const { replicate, level, index, values } of tails) trees[replicate].add(level, index, values);
    const inside = sumsInside(
      edgeValues,
      rows.map((row) => row[this.edgeBin]),
      wanted.tail,
      edge,
    );
    const sums = rows.map((row, r) => {
      let count = 0;
      if (wanted.tail === "low") for (let bin = 0; bin < this.edgeBin; bin++) count += row[bin];
      else for (let bin = this.edgeBin + 1; bin <= scale.last; bin++) count += row[bin];
      if (count === 0) return inside[r];
      return trees[r].total()[0] + count * (beyond - edge) + inside[r];
    });
    const tailMean = (sum: number, size: number) => edge + sum / Math.max(wanted.tailShare * size, 1);
    const total = mergePairwise(
      sums.map((sum) => Float64Array.of(sum)),
      mergeSums,
    )[0];
    const summaries = selection.sizes.map(
      (size, set): SampleSummary => ({
        ...quantilesOf(wanted, size, statistics[set]),
        tailMean: tailMean(set < all ? sums[set] : total, size),
      }),
    );
    return {
      replicates: summaries.slice(0, all),
      all: summaries[all],
      sizes: selection.sizes.slice(0, all),
      below,
      above,
    };
  }
}

/**
 * By replicate: the sum of the distances from the edge of those values in its bin that lie beyond it.
 *
 * @param values of one replicate after the other @param counts how many each has
 */
function sumsInside(values: Float64Array, counts: readonly number[], tail: "low" | "high", edge: number): Float64Array {
  const sums = new Float64Array(counts.length);
  if (values.length === 0) return sums;
  let at = 0;
  counts.forEach((count, r) => {
    for (const end = at + count; at < end; at++)
      if (tail === "low" ? values[at] < edge : values[at] > edge) sums[r] += values[at] - edge;
  });
  return sums;
}

function quantilesOf({ probabilities }: Wanted, size: number, statistics: Statistics) {
  const at = (rank: number) => statistics.get(rank) ?? Number.NaN;
  return {
    quantiles: probabilities.map((p) => quantile(p, size, at)),
    spacings: probabilities.map((p) => spacing(p, size, at)),
  };
}

/** The blocks of some runs, in order of replicate and index, where `fewer` replicates are made of the runs' own ones. */
export function blocksInOrder(
  runs: readonly GatheredRun[],
  replicates: number,
  fewer: number,
): readonly GatheredBlock[] {
  const blocks = runs.flatMap(({ replicate, firstIndex, values, perBlock }) => {
    let at = 0;
    return Array.from(perBlock, (count, k): GatheredBlock => {
      const block = (firstIndex + k) * replicates + replicate;
      const own = values.subarray(at, at + count);
      at += count;
      return { replicate: block % fewer, index: Math.floor(block / fewer), values: own };
    });
  });
  return blocks.sort((a, b) => a.replicate - b.replicate || a.index - b.index);
}
