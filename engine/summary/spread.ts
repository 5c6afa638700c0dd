import { BinCounts } from "./binCounts.ts";
import { Gather, type Statistics } from "./gather.ts";
import type { SampleSummary } from "./sample.ts";
import { Sums } from "./sums.ts";
import { quantile, spacing, tailMean, tailRank, type Wanted } from "./wantedRanks.ts";

/** What is said of how the values of one output spread: each replicate, then all draws. Failed draws count for nothing. */
export interface SpreadSummary {
  readonly replicates: readonly SampleSummary[];
  readonly all: SampleSummary;
  /** Quantiles of all draws that only they were asked for. */
  readonly more: readonly number[];
  /** Draws with a value, and those above zero, per replicate. */
  readonly sizes: readonly number[];
  readonly above: readonly number[];
  /** The draws below zero. */
  readonly losses: {
    readonly counts: readonly number[];
    readonly sums: readonly number[];
    readonly sum: number;
    /** Each of them, in draw order; only where some replicate has none. */
    readonly values: readonly number[];
  };
}

export interface SpreadRequest extends Wanted {
  /** Further quantiles of all draws. */
  readonly more: readonly number[];
}

/** Enough that few values share one, few enough that they cost less than those values. */
const binsFor = (draws: number): number => (draws > 1_000_000 ? 4096 : draws > 131_072 ? 2048 : 1024);

/**
 * Quantiles, tail means and what is below zero, for all draws and by replicate, to the bit as `summariseSample` gives them, in
 * three passes over the draws and without sorting: count into bins · gather the bins that hold a wanted order statistic · sum
 * what lies beyond the edges they give. The first two take the draws in any order, the last in order of draws.
 */
export class Spread {
  private readonly request: SpreadRequest;
  private readonly bins: BinCounts;
  private gathering: Gather | undefined;
  private statistics: readonly Statistics[] = [];
  private sums: Sums | undefined;

  constructor(replicates: number, draws: number, request: SpreadRequest) {
    this.request = request;
    this.bins = new BinCounts(replicates, binsFor(draws));
  }

  count(replicate: number, values: Float64Array): void {
    this.bins.add(replicate, values);
  }

  /** Ends the first pass; gives the number of values that the second will hold in memory. */
  counted(): number {
    const { more, ...wanted } = this.request;
    const all = { ...wanted, probabilities: [...wanted.probabilities, ...more] };
    this.gathering = new Gather(this.bins, wanted, all);
    return this.gathering.wantedValues;
  }

  gather(replicate: number, values: Float64Array): void {
    this.gathering!.add(replicate, values);
  }

  /** Ends the second pass. */
  gathered(): void {
    const { sizes, below } = this.gathering!;
    this.statistics = this.gathering!.finish();
    this.sums = new Sums(
      this.request.tail,
      sizes.map((size, set) => this.statistics[set].get(tailRank(this.request, size)) ?? Number.NaN),
      below,
    );
  }

  sum(replicate: number, values: Float64Array): void {
    this.sums!.add(replicate, values);
  }

  /** A quantile of all draws that was asked for; once the second pass has ended. */
  ofAll(p: number): number {
    return this.quantileOf(this.statistics.length - 1, p);
  }

  finish(): SpreadSummary {
    const { sizes, above, below } = this.gathering!;
    const sums = this.sums!;
    const summaries = sizes.map((size, set) => ({
      quantiles: this.request.probabilities.map((p) => this.quantileOf(set, p)),
      spacings: this.request.probabilities.map((p) => spacing(p, size, this.statisticOf(set))),
      tailMean: tailMean(this.request, size, sums.edges[set], sums.beyond[set]),
    }));
    const replicates = summaries.length - 1;
    return {
      replicates: summaries.slice(0, replicates),
      all: summaries[replicates],
      more: this.request.more.map((p) => this.ofAll(p)),
      sizes: sizes.slice(0, replicates),
      above: [...above],
      losses: {
        counts: [...below],
        sums: [...sums.losses.subarray(0, replicates)],
        sum: sums.losses[replicates],
        values: sums.each,
      },
    };
  }

  private quantileOf(set: number, p: number): number {
    return quantile(p, this.gathering!.sizes[set], this.statisticOf(set));
  }

  private statisticOf(set: number): (rank: number) => number {
    return (rank) => this.statistics[set].get(rank) ?? Number.NaN;
  }
}
