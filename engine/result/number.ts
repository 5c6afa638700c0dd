import { mean } from "simple-statistics";
import { mergeSums, momentWidth } from "../summary/moments.ts";
import type { SampleSummary } from "../summary/sample.ts";
import type { SpreadSummary } from "../summary/spread.ts";
import { mergePairwise } from "../summary/tree.ts";
import type { Wanted } from "../summary/wantedRanks.ts";
import { anyNumber, notNegative, probabilityFigure, replicateFigure, resolution } from "./figure.ts";
import { type Figure, type NumberSummary, type Percentiles, percentileLevels } from "./result.ts";

/** What is asked of the spread of a number: percentiles, and the mean of its worst 5 %. */
export const spreadRequest = (worse: "low" | "high"): Wanted => ({
  probabilities: percentileLevels.map((level) => level / 100),
  tailShare: 0.05,
  tail: worse,
});

/** Mean and standard deviation (of all draws, by their number) from moments of each replicate; `output` is its place among those with moments. */
export function meanAndSd(
  moments: readonly Float64Array[],
  output: number,
): { readonly mean: Figure; readonly sd: Figure } {
  const at = momentWidth * output;
  const own = moments.map((all) => all.subarray(at, at + momentWidth));
  const total = mergePairwise(own);
  const sdOf = ([count, , m2]: Float64Array) => (count > 0 ? Math.sqrt(m2 / count) : 0);
  return {
    mean: replicateFigure(
      total[1],
      own.map((part) => part[1]),
    ),
    sd: replicateFigure(sdOf(total), own.map(sdOf), notNegative),
  };
}

/** Percentiles (type 7), with errors from the replicates, none below what the spacing of a replicate's values can tell. */
export function percentilesOf(all: SampleSummary, replicates: readonly SampleSummary[]): Percentiles {
  return Object.fromEntries(
    percentileLevels.map((level, i) => [
      String(level),
      replicateFigure(
        all.quantiles[i],
        replicates.map(({ quantiles }) => quantiles[i]),
        anyNumber,
        // 1 / (n·√R) in probability, n spacings being worth one.
        resolution(1, replicates.length) * mean(replicates.map(({ spacings }) => spacings[i])),
      ),
    ]),
  );
}

/**
 * Everything said of a number.
 *
 * @param output its place among the outputs with moments @param spread asked for with `spreadRequest`
 * @param losses per replicate: the sum of what is below zero
 */
export function numberSummary(
  unit: string,
  moments: readonly Float64Array[],
  output: number,
  { all, replicates, sizes, below, above }: SpreadSummary,
  losses: readonly number[],
): NumberSummary {
  const loss = meanBelowZero(losses, below);
  const lost = loss === undefined ? undefined : expectedLoss(losses, sizes);
  return {
    kind: "number",
    unit,
    ...meanAndSd(moments, output),
    percentiles: percentilesOf(all, replicates),
    expectedShortfall: {
      "5": replicateFigure(
        all.tailMean,
        replicates.map(({ tailMean }) => tailMean),
      ),
    },
    chanceAboveZero: probabilityFigure(above, sizes),
    ...(loss === undefined ? {} : { meanBelowZero: loss }),
    ...(lost === undefined ? {} : { expectedLoss: lost }),
  };
}

/** Mean of min(x, 0) over all draws that have an answer. @param sizes their number per replicate */
function expectedLoss(losses: readonly number[], sizes: readonly number[]): Figure {
  const [sum] = mergePairwise(
    losses.map((own) => Float64Array.of(own)),
    mergeSums,
  );
  return replicateFigure(
    sum / sizes.reduce((total, n) => total + n, 0),
    losses.map((own, r) => own / sizes[r]),
    { ...anyNumber, high: 0 },
  );
}

/**
 * Mean of the draws below zero, L/C with L their sum and C their number; undefined for fewer than two. Its error is that of a
 * quotient: from the residuals L_r − (L/C)·C_r of the replicates, so a replicate without any such draw says what it knows as well.
 */
function meanBelowZero(losses: readonly number[], counts: readonly number[]): Figure | undefined {
  const count = counts.reduce((total, x) => total + x, 0);
  if (count < 2) return undefined;
  const [sum] = mergePairwise(
    losses.map((own) => Float64Array.of(own)),
    mergeSums,
  );
  const value = sum / count;
  const each = count / counts.length;
  const linear = losses.map((own, r) => value + (own - value * counts[r]) / each);
  return replicateFigure(value, linear, { ...anyNumber, high: 0 });
}
