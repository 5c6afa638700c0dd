import { blockSize } from "../design/plan.ts";
import { Histogram, histogramLevels } from "../result/histogram.ts";
import { spreadRequest } from "../result/number.ts";
import type { Bin } from "../result/result.ts";
import { type RatioMoments, RatioSums, whereCostIsPositive } from "../summary/ratioSums.ts";
import { Spread, type SpreadSummary } from "../summary/spread.ts";
import type { Reader } from "./draws.ts";

/** What one output needs of the draws: up to three passes over them. */
export interface Passes {
  /** The readers of a pass. */
  readers(pass: number): readonly Reader[];
  /** Ends a pass. */
  end(pass: number): void;
  /** Bytes held from the first pass on, and, once that has ended, those that the second holds beside them. */
  readonly bytes: number;
  readonly gathered: number;
}

export const passCount = 3;

/** Bytes of the counts by replicate and bin, and of the places of those that are wanted. */
export const spreadBytes = (replicates: number): number => 2 * 4 * 4098 * replicates;

export class FigurePasses implements Passes {
  readonly bytes: number;
  gathered = 0;
  private readonly place: number;
  private readonly spread: Spread;
  private readonly withHistogram: boolean;
  private histogram: Histogram | undefined;

  /** @param place among the kept outputs */
  constructor(place: number, worse: "low" | "high", withHistogram: boolean, draws: number, replicates: number) {
    this.place = place;
    this.withHistogram = withHistogram;
    this.spread = new Spread(replicates, draws, spreadRequest(worse, withHistogram ? histogramLevels : []));
    this.bytes = spreadBytes(replicates);
  }

  readers(pass: number): readonly Reader[] {
    const kept = [this.place];
    const { spread } = this;
    if (pass === 0) return [{ kept, read: (replicate, [values]) => spread.count(replicate, values) }];
    if (pass === 1) return [{ kept, read: (replicate, [values]) => spread.gather(replicate, values) }];
    const read: Reader["read"] = (replicate, [values]) => {
      spread.sum(replicate, values);
      this.histogram?.add(values);
    };
    return [{ kept, read }];
  }

  end(pass: number): void {
    if (pass === 0) this.gathered = 8 * this.spread.counted();
    if (pass === 1) {
      this.spread.gathered();
      if (this.withHistogram) this.histogram = new Histogram(histogramLevels.map((p) => this.spread.ofAll(p)));
    }
  }

  finish(): { readonly spread: SpreadSummary; readonly histogram?: readonly Bin[] } {
    return { spread: this.spread.finish(), histogram: this.histogram?.bins() };
  }
}

export class RatioPasses implements Passes {
  readonly bytes: number;
  gathered = 0;
  private readonly kept: readonly number[];
  private readonly spread: Spread;
  private readonly sums: RatioSums;
  private readonly values = new Float64Array(blockSize);
  private readonly drawn: number[];

  /** @param ratio @param cost places among the kept outputs, of the quotient and of its denominator */
  constructor(ratio: number, cost: number, draws: number, replicates: number) {
    this.kept = [ratio, cost];
    this.spread = new Spread(replicates, draws, spreadRequest("low"));
    this.sums = new RatioSums(replicates);
    this.drawn = Array<number>(replicates).fill(0);
    this.bytes = spreadBytes(replicates);
  }

  readers(pass: number): readonly Reader[] {
    const { kept, spread, sums } = this;
    if (pass === 0)
      return [
        this.reader((replicate, values) => spread.count(replicate, values)),
        { ...this.reader((replicate, values) => sums.add(replicate, values)), byReplicate: true },
        { kept: [kept[1]], read: (replicate, [cost]) => this.countDrawn(replicate, cost) },
      ];
    if (pass === 1)
      return [
        this.reader((replicate, values) => spread.gather(replicate, values)),
        { ...this.reader((replicate, values) => sums.addSquares(replicate, values)), byReplicate: true },
      ];
    return [];
  }

  end(pass: number): void {
    if (pass === 0) this.gathered = 8 * this.spread.counted();
    if (pass === 1) this.spread.gathered();
  }

  finish(): {
    readonly spread: SpreadSummary;
    readonly moments: RatioMoments;
    readonly drawn: readonly number[];
  } {
    return { spread: this.spread.finish(), moments: this.sums.finish(), drawn: this.drawn };
  }

  private reader(take: (replicate: number, values: Float64Array) => void): Reader {
    return {
      kept: this.kept,
      read: (replicate, [ratio, cost]) => take(replicate, whereCostIsPositive(ratio, cost, this.values)),
    };
  }

  private countDrawn(replicate: number, cost: Float64Array): void {
    for (let i = 0; i < cost.length; i++) if (!Number.isNaN(cost[i])) this.drawn[replicate]++;
  }
}
