import { sampleStandardDeviation } from "simple-statistics";
import { anyNumber, notNegative, replicateFigure } from "./figure.ts";
import { percentilesAndTail } from "./number.ts";
import type { Figure, RatioSummary } from "./result.ts";

/** More draws than this share without a positive cost, and the per-draw ratio is not shown at all. */
const toleratedShare = 0.01;

/** What a ratio is made of: mean of numerator and denominator over all draws and by replicate, and the draws themselves. */
export interface RatioParts {
  readonly unit: string;
  readonly numerator: Means;
  readonly denominator: Means;
  /** Draws with an answer: the per-draw ratio and the denominator, by replicate. */
  readonly ratio: readonly Float64Array[];
  readonly cost: readonly Float64Array[];
}

interface Means {
  readonly all: Figure;
  readonly replicates: readonly number[];
}

/**
 * A ratio is never trusted blindly: the headline is the ratio of the means, and only where the mean denominator can be told from
 * zero; the per-draw ratio stands beside it, among draws whose denominator is above zero, and only where nearly all are.
 */
export function ratioSummary(parts: RatioParts): RatioSummary {
  const drawn = parts.cost.reduce((sum, part) => sum + part.length, 0);
  let notPositive = 0;
  const ratios = parts.ratio.map((values, r) => {
    const kept = new Float64Array(values.length);
    let count = 0;
    for (let i = 0; i < values.length; i++) if (parts.cost[r][i] > 0) kept[count++] = values[i];
    notPositive += values.length - count;
    return kept.subarray(0, count);
  });
  const costNotPositive = notPositive / drawn;
  const { numerator, denominator } = parts;
  const summary: RatioSummary = { kind: "ratio", unit: parts.unit, costNotPositive };
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
  if (costNotPositive > toleratedShare || ratios.some((part) => part.length < 2)) return withHeadline;
  const all = concatenate(ratios);
  const { percentiles } = percentilesAndTail(all, ratios, "low");
  return {
    ...withHeadline,
    median: percentiles["50"],
    percentiles,
    perDrawMean: replicateFigure(meanOf(all), ratios.map(meanOf)),
    perDrawSd: replicateFigure(sdOf(all), ratios.map(sdOf), notNegative),
  };
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** simple-statistics' types ask for arrays; its functions take typed arrays as well. */
const sdOf = (values: Float64Array): number => sampleStandardDeviation(values as unknown as number[]);

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
