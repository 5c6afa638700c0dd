import type { SpreadSummary } from "../summary/spread.ts";
import { anyNumber, probabilityFigure, replicateFigure } from "./figure.ts";
import { percentilesOf } from "./number.ts";
import type { Figure, RatioSummary } from "./result.ts";

/** More draws than this share without a positive cost, and the per-draw ratio is not shown at all. */
export const toleratedShare = 0.01;

/** What a ratio is made of: mean of numerator and denominator over all draws and by replicate, and its own draws. */
export interface RatioParts {
  readonly unit: string;
  readonly numerator: Means;
  readonly denominator: Means;
  /** Draws that have a denominator, per replicate. */
  readonly drawn: readonly number[];
  /** The per-draw ratio where the denominator is above zero. */
  readonly perDraw: { readonly mean: Figure; readonly sd: Figure };
  readonly spread: Pick<SpreadSummary, "all" | "replicates" | "sizes">;
}

interface Means {
  readonly all: Figure;
  readonly replicates: readonly number[];
}

/**
 * A ratio is never trusted blindly: the headline is the ratio of the means, and only where the mean denominator can be told from
 * zero; the per-draw ratio stands beside it, among draws whose denominator is above zero, and only where nearly all are.
 */
export function ratioSummary({ unit, numerator, denominator, drawn, perDraw, spread }: RatioParts): RatioSummary {
  const withHeadline = ratioOfMeans({ unit, numerator, denominator, drawn, above: spread.sizes });
  if (withHeadline.divisorNotPositive.value > toleratedShare || spread.sizes.some((count) => count < 2))
    return withHeadline;
  const percentiles = percentilesOf(spread.all, spread.replicates);
  return {
    ...withHeadline,
    median: percentiles["50"],
    percentiles,
    perDrawMean: perDraw.mean,
    perDrawSd: perDraw.sd,
  };
}

/** The same of means alone, where the draws of the quotient were not asked for. @param above draws per replicate whose divisor is above zero */
export function ratioOfMeans({
  unit,
  numerator,
  denominator,
  drawn,
  above,
}: Pick<RatioParts, "unit" | "numerator" | "denominator" | "drawn"> & {
  readonly above: readonly number[];
}): RatioSummary {
  // Weighted draws are added up with rounding: what is left of it is less than any draw counts.
  const left = drawn.map((count, r) => (count - above[r] > 1e-9 * count ? count - above[r] : 0));
  const divisorNotPositive = probabilityFigure(left, drawn);
  const summary: RatioSummary = { kind: "ratio", unit, divisorNotPositive };
  if (!(denominator.all.low > 0 || denominator.all.high < 0)) return summary;
  const ratio = replicateFigure(
    numerator.all.value / denominator.all.value,
    numerator.replicates.map((x, r) => x / denominator.replicates[r]),
    anyNumber,
  );
  return { ...summary, ratioOfMeans: ratio };
}
