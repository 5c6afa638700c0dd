import { blockInReplicate, replicateOf } from "../design/plan.ts";
import { fewestBins, lowerEdge } from "./bins.ts";
import { mark } from "./marks.ts";
import { mergeSums } from "./moments.ts";
import type { GatheredRun, MomentNode } from "./partial.ts";
import { RunTree } from "./runTree.ts";
import type { SampleSummary } from "./sample.ts";
import { type Counted, Selection, type Statistics } from "./selection.ts";
import { plainSieve, type Sieve, tailWidth } from "./sieve.ts";
import { MomentTree, mergePairwise } from "./tree.ts";
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
  /** The bin of the tail's edge, those around it, and the number at which what lies beyond them begins. */
  private readonly edgeBin: number;
  private readonly edgeFrom: number;
  private readonly edgeTo: number;
  readonly beyond: number;

  constructor(spread: Spread, wanted: Wanted) {
    this.spread = spread;
    this.wanted = wanted;
    this.selection = new Selection(spread, wanted);
    const rank = tailRank(wanted, this.selection.sizes[spread.rows.length]);
    const { last } = spread.scale;
    let seen = 0;
    let bin = 0;
    for (; bin < last; bin++) {
      seen += this.selection.total[bin];
      if (seen > rank) break;
    }
    // The same however fine the bins are: the sums must not depend on it.
    const together = (last + 1) / fewestBins;
    this.edgeBin = bin;
    this.edgeFrom = Math.floor(bin / together) * together;
    this.edgeTo = this.edgeFrom + together;
    this.beyond = lowerEdge(wanted.tail === "low" ? this.edgeFrom : this.edgeTo, spread.scale);
  }

  /** Bins of which every value must be there: those of order statistics, those around the edge, and without sums of the tail its own. */
  needed(withTail: boolean): Uint8Array {
    const { scale, onlyValue } = this.spread;
    const low = this.wanted.tail === "low";
    const needed = this.selection.marked.slice();
    const from = withTail && low ? 0 : this.edgeFrom;
    const to = withTail && !low ? scale.last + 1 : this.edgeTo;
    for (let bin = from; bin < to; bin++) {
      // All its values are the edge itself.
      if (bin === this.edgeBin && onlyValue(bin) !== undefined) continue;
      if (this.selection.total[bin] > 0) needed[bin] = mark;
    }
    return needed;
  }

  /** Values that a second pass holds: all those in needed bins, and those put aside for each set. */
  get valuesHeld(): number {
    const needed = this.needed(false);
    let gathered = 0;
    this.selection.total.forEach((count, bin) => {
      if (needed[bin]) gathered += count;
    });
    return gathered + this.selection.wantedValues;
  }

  /** @param runs in order of replicate and index */
  finish(runs: readonly GatheredRun[], tails?: TailNodes, sieve: Sieve = plainSieve): SpreadSummary {
    const { rows, scale, below, above } = this.spread;
    const { selection, wanted, beyond } = this;
    const statistics = selection.choose(runs, sieve);
    const all = rows.length;
    const edge = statistics[all].get(tailRank(wanted, selection.sizes[all])) ?? Number.NaN;
    const inside = new Float64Array(all);
    const blockSums = new RunTree(mergeSums);
    for (const run of runs) this.sumTail(run, edge, inside, blockSums, sieve);
    const trees = rows.map((_, r) => new MomentTree(r, mergeSums));
    for (const { replicate, level, index, values } of tails ?? blockSums.finish())
      trees[replicate].add(level, index, values);
    const sums = rows.map((row, r) => {
      const [from, to] = wanted.tail === "low" ? [0, this.edgeFrom] : [this.edgeTo, scale.last + 1];
      let count = 0;
      for (let bin = from; bin < to; bin++) count += row[bin];
      if (count === 0) return inside[r];
      return trees[r].total()[0] + count * (beyond - edge) + inside[r];
    });
    const tailMean = (sum: number, size: number) => edge + 0 + sum / Math.max(wanted.tailShare * size, 1);
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

  /**
   * Sums, in order, over values beyond the edge: adds the distances from it of those in the bins around it to those of the
   * replicate, and block by block to the tree those of what is further out, as `sumBeyond` has it.
   */
  private sumTail(run: GatheredRun, edge: number, inside: Float64Array, tree: RunTree, sieve: Sieve): void {
    const { replicate, firstIndex, perBlock } = run;
    const sums = new Float64Array(tailWidth * perBlock.length);
    sieve.tail(run, { side: this.wanted.tail, beyond: this.beyond, edge }, sums);
    const outside = new Float64Array(1);
    for (let k = 0; k < perBlock.length; k++) {
      outside[0] = sums[tailWidth * k];
      tree.add(replicate, firstIndex + k, outside);
      inside[replicate] += sums[tailWidth * k + 1];
    }
  }
}

function quantilesOf({ probabilities }: Wanted, size: number, statistics: Statistics) {
  const at = (rank: number) => statistics.get(rank) ?? Number.NaN;
  return {
    // Whether a zero among equals is −0 is luck: it is 0.
    quantiles: probabilities.map((p) => quantile(p, size, at) + 0),
    spacings: probabilities.map((p) => spacing(p, size, at) + 0),
  };
}

/**
 * Runs in order of replicate and index. Where `fewer` replicates are made of the runs' own ones, each block is a run of its own.
 */
export function runsInOrder(runs: readonly GatheredRun[], replicates: number, fewer: number): readonly GatheredRun[] {
  const own =
    fewer === replicates
      ? runs
      : runs.flatMap(blocksOfRun).map(({ replicate, firstIndex, ...run }): GatheredRun => {
          const block = firstIndex * replicates + replicate;
          return { ...run, replicate: replicateOf(block, fewer), firstIndex: blockInReplicate(block, fewer) };
        });
  return own.toSorted((a, b) => a.replicate - b.replicate || a.firstIndex - b.firstIndex);
}

function blocksOfRun({ replicate, firstIndex, values, perBlock }: GatheredRun): readonly GatheredRun[] {
  let at = 0;
  return Array.from(perBlock, (count, k) => {
    const own = values.subarray(at, at + count);
    at += count;
    return { replicate, firstIndex: firstIndex + k, values: own, perBlock: perBlock.subarray(k, k + 1) };
  });
}
