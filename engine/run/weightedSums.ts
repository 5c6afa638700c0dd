import { fewestDraws } from "../design/plan.ts";
import type { ModelGraph } from "../model/graph.ts";
import { ln } from "../numeric/elementary.ts";
import { replicateFigure } from "../result/figure.ts";
import { spreadRequest } from "../result/number.ts";
import type { Figure } from "../result/result.ts";
import type { Combined } from "../summary/combine.ts";
import { layoutOf } from "../summary/layout.ts";
import { momentWidth } from "../summary/moments.ts";
import type { Counted } from "../summary/selection.ts";
import type { SpreadSummary } from "../summary/spread.ts";
import { weightedBars } from "../summary/weighted/bars.ts";
import { leanSum, sharesOf } from "../summary/weighted/lean.ts";
import { weightedMoments } from "../summary/weighted/moments.ts";
import { weightedSpread } from "../summary/weighted/spread.ts";
import { replicateOfDraw, type Weights, worthOf } from "../summary/weighted/weights.ts";
import type { FailedDraws } from "./assemble.ts";
import type { Spreads } from "./spreads.ts";

/** The run of equal weights that a weighted one is worth. */
export interface WeightedState {
  readonly draws: number;
  readonly combined: Combined;
  readonly spreads: Spreads;
  /** Of the headlines, by place among the kept outputs. */
  readonly bars: ReadonlyMap<number, { readonly counted: Counted; readonly least: number; readonly greatest: number }>;
  readonly failed: FailedDraws;
  /** The logarithm of the mean weight. */
  readonly logMean: Figure;
}

/**
 * Sums up weighted columns, one after the other, as the run of equal weights would have them that tells as much: the effective
 * number of draws, spread over replicates of equal size, see `lean.ts`. Everything that a result says of a run without weights is
 * thereby said of one with them.
 */
export class WeightedSums {
  private readonly graph: ModelGraph;
  private readonly weights: Weights;
  private readonly headlines: ReadonlySet<number | undefined>;
  private readonly failed: FailedDraws;
  private readonly moments: readonly Float64Array[];
  private readonly losses: readonly Float64Array[];
  private readonly hits: Float64Array;
  private readonly years: Float64Array;
  private readonly spreads = new Map<number, SpreadSummary>();
  private readonly bars = new Map<number, { counted: Counted; least: number; greatest: number }>();
  private readonly shares: readonly number[];

  constructor(graph: ModelGraph, weights: Weights, headlines: readonly string[], failed: FailedDraws) {
    this.graph = graph;
    this.weights = weights;
    this.failed = failed;
    const layout = layoutOf(graph);
    this.headlines = new Set(headlines.map((id) => layout.keptPlaces.get(id)));
    const { replicates } = weights;
    const rows = (width: number) => Array.from({ length: replicates }, () => new Float64Array(width));
    this.moments = rows(momentWidth * layout.moments.length);
    this.losses = rows(layout.kept.length);
    this.hits = new Float64Array(replicates * layout.tests.length);
    this.years = new Float64Array(replicates * layout.yearCounts);
    this.shares = sharesOf(weights.byReplicate);
  }

  /** @param output index into the graph's outputs, the first of those that are summed up alike @param column of all draws; NaN for those without an answer */
  add(output: number, column: Float64Array): void {
    const declared = this.graph.outputs[output];
    const layout = layoutOf(this.graph);
    if (declared.kind === "test") {
      this.count(
        column,
        (x) => (x > 0 ? 0 : undefined),
        1,
        this.hits,
        layout.testPlaces.get(declared.id)!,
        layout.tests.length,
      );
      return;
    }
    if (declared.kind === "year") {
      const at = layout.yearOffsets[layout.years.indexOf(output)];
      this.count(column, (x) => x, declared.years + 1, this.years, at, layout.yearCounts);
      return;
    }
    const place = momentWidth * layout.momentPlaces.get(declared.id)!;
    weightedMoments(column, this.weights).forEach((own, r) => {
      this.moments[r].set(own, place);
    });
    const kept = layout.keptPlaces.get(declared.id);
    if (kept === undefined) return;
    const wanted = spreadRequest(declared.kind === "figure" ? declared.worse : "low");
    const { summary, losses, least, greatest } = weightedSpread(column, this.weights, wanted);
    this.spreads.set(kept, summary);
    losses.forEach((own, r) => {
      this.losses[r][kept] = own;
    });
    if (this.headlines.has(kept))
      this.bars.set(kept, { counted: weightedBars(column, this.weights, fewestDraws), least, greatest });
  }

  /** Adds up weights by what `cellOf` says of a value, as replicates of equal weight would have them. */
  private count(
    column: Float64Array,
    cellOf: (x: number) => number | undefined,
    cells: number,
    into: Float64Array,
    at: number,
    stride: number,
  ): void {
    const { each, replicates } = this.weights;
    const sums = new Float64Array(replicates * cells);
    for (let draw = 0; draw < each.length; draw++) {
      if (!(each[draw] > 0)) continue;
      const cell = cellOf(column[draw]);
      if (cell !== undefined) sums[replicateOfDraw(draw, replicates) * cells + cell] += each[draw];
    }
    const worth = worthOf(this.weights);
    for (let cell = 0; cell < cells; cell++) {
      let whole = 0;
      for (let r = 0; r < replicates; r++) whole += sums[r * cells + cell];
      for (let r = 0; r < replicates; r++)
        into[r * stride + at + cell] = worth * leanSum(whole, sums[r * cells + cell], this.shares[r], replicates);
    }
  }

  finish(): WeightedState {
    const { weights, failed, shares } = this;
    const { each, replicates, total, answered, logUnit } = weights;
    const draws = each.length;
    const answeredEach = (worthOf(weights) * total) / replicates;
    // A draw without an answer counts as one of mean weight.
    const drawnEach = answered === 0 ? 0 : answeredEach * (draws / answered);
    const logMean = logUnit + ln(total / answered);
    return {
      draws,
      combined: {
        replicates,
        drawsPerReplicate: drawnEach,
        moments: this.moments,
        losses: this.losses,
        hits: this.hits,
        years: this.years,
        failed: new Float64Array(replicates).fill(drawnEach - answeredEach),
        firstFailed: failed.first,
      },
      spreads: this.spreads,
      bars: this.bars,
      failed,
      logMean: replicateFigure(
        logMean,
        shares.map((share) => logMean + ln(share)),
      ),
    };
  }
}
