import { momentWidth } from "../summary/moments.ts";
import { summariseSample } from "../summary/sample.ts";
import { mergePairwise } from "../summary/tree.ts";
import { anyNumber, notNegative, probabilityFigure, replicateFigure } from "./figure.ts";
import { type Figure, type NumberSummary, type Percentiles, percentileLevels } from "./result.ts";

const probabilities = percentileLevels.map((level) => level / 100);
const shortfallShare = 0.05;

/** Mean and standard deviation (n − 1) from moments of each replicate; `output` is its place among those with moments. */
export function meanAndSd(
  moments: readonly Float64Array[],
  output: number,
): { readonly mean: Figure; readonly sd: Figure } {
  const at = momentWidth * output;
  const own = moments.map((all) => all.subarray(at, at + momentWidth));
  const total = mergePairwise(own);
  const sdOf = ([count, , m2]: Float64Array) => (count > 1 ? Math.sqrt(m2 / (count - 1)) : 0);
  return {
    mean: replicateFigure(
      total[1],
      own.map((part) => part[1]),
    ),
    sd: replicateFigure(sdOf(total), own.map(sdOf), notNegative),
  };
}

/** Percentiles (type 7) and the tail mean, with errors from the replicates. */
export function percentilesAndTail(
  all: Float64Array,
  replicates: readonly Float64Array[],
  worse: "low" | "high",
): { readonly percentiles: Percentiles; readonly tailMean: Figure } {
  const whole = summariseSample(all, probabilities, shortfallShare, worse);
  const parts = replicates.map((part) => summariseSample(part, probabilities, shortfallShare, worse));
  const percentiles = Object.fromEntries(
    percentileLevels.map((level, i) => [
      String(level),
      replicateFigure(
        whole.quantiles[i],
        parts.map(({ quantiles }) => quantiles[i]),
      ),
    ]),
  );
  return {
    percentiles,
    tailMean: replicateFigure(
      whole.tailMean,
      parts.map(({ tailMean }) => tailMean),
    ),
  };
}

/**
 * Everything said of a number whose column was kept.
 *
 * @param all the draws that have an answer @param replicates the same by replicate
 */
export function numberSummary(
  unit: string,
  worse: "low" | "high",
  moments: readonly Float64Array[],
  output: number,
  all: Float64Array,
  replicates: readonly Float64Array[],
): NumberSummary {
  const { percentiles, tailMean } = percentilesAndTail(all, replicates, worse);
  const below = meanBelowZero(all, replicates);
  return {
    kind: "number",
    unit,
    ...meanAndSd(moments, output),
    percentiles,
    expectedShortfall: { "5": tailMean },
    chanceAboveZero: probabilityFigure(
      replicates.map((part) => countAbove(part)),
      replicates.map((part) => part.length),
    ),
    ...(below === undefined ? {} : { meanBelowZero: below }),
  };
}

function countAbove(values: Float64Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > 0) count++;
  return count;
}

/** Mean of the draws below zero; undefined for fewer than two. Where some replicate has none, the error is that of the draws. */
function meanBelowZero(all: Float64Array, replicates: readonly Float64Array[]): Figure | undefined {
  const whole = lossesOf(all);
  if (whole.count < 2) return undefined;
  const range = { ...anyNumber, high: 0 };
  const parts = replicates.map(lossesOf);
  if (parts.some(({ count }) => count === 0))
    return replicateFigure(
      whole.mean,
      [...all].filter((x) => x < 0),
      range,
    );
  return replicateFigure(
    whole.mean,
    parts.map(({ mean }) => mean),
    range,
  );
}

function lossesOf(values: Float64Array): { readonly count: number; readonly mean: number } {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(values[i] < 0)) continue;
    sum += values[i];
    count++;
  }
  return { count, mean: sum / count };
}
