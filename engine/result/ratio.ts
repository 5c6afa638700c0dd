import type { RatioMoments } from "../summary/ratioSums.ts";
import type { SpreadSummary } from "../summary/spread.ts";
import { anyNumber, notNegative, probabilityFigure, replicateFigure } from "./figure.ts";
import { percentilesOf } from "./number.ts";
import type { Figure, RatioSummary } from "./result.ts";

/** More draws than this share without a positive cost, and the per-draw ratio is not shown at all. */
const toleratedShare = 0.01;

/** What a ratio is made of: mean of numerator and denominator over all draws and by replicate, and its own draws. */
export interface RatioParts {
  readonly unit: string;
  readonly numerator: Means;
  readonly denominator: Means;
  /** Draws that have a denominator, per replicate. */
  readonly drawn: readonly number[];
  /** The per-draw ratio where the denominator is above zero: per replicate, then of all. */
  readonly moments: RatioMoments;
  readonly spread: Pick<SpreadSummary, "all" | "replicates">;
}

interface Means {
  readonly all: Figure;
  readonly replicates: readonly number[];
}

/**
 * A ratio is never trusted blindly: the headline is the ratio of the means, and only where the mean denominator can be told from
 * zero; the per-draw ratio stands beside it, among draws whose denominator is above zero, and only where nearly all are.
 */
export function ratioSummary({ unit, numerator, denominator, drawn, moments, spread }: RatioParts): RatioSummary {
  const parts = moments.counts.length - 1;
  const divisorNotPositive = probabilityFigure(
    drawn.map((count, r) => count - moments.counts[r]),
    drawn,
  );
  const summary: RatioSummary = { kind: "ratio", unit, divisorNotPositive };
  const withHeadline =
    denominator.all.low > 0 || denominator.all.high < 0
      ? {
          ...summary,
          ratioOfMeans: replicateFigure(
            numerator.all.value / denominator.all.value,
            numerator.replicates.map((x, r) => x / denominator.replicates[r]),
            anyNumber,
          ),
        }
      : summary;
  if (divisorNotPositive.value > toleratedShare || moments.counts.some((count) => count < 2)) return withHeadline;
  const percentiles = percentilesOf(spread.all, spread.replicates);
  return {
    ...withHeadline,
    median: percentiles["50"],
    percentiles,
    perDrawMean: replicateFigure(moments.means[parts], moments.means.slice(0, parts)),
    perDrawSd: replicateFigure(moments.sds[parts], moments.sds.slice(0, parts), notNegative),
  };
}
