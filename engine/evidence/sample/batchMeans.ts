import { impossible } from "../../issues.ts";

/** What means over batches tell of the error of the mean of draws that depend on their neighbours. */
export interface BatchMeans {
  readonly batchLength: number;
  /** Draws in whole batches; those left over at the end are not used. */
  readonly used: number;
  readonly mean: number;
  /** Of the batches' means, divisor batches − 1. */
  readonly varianceOfMeans: number;
  /** √(variance of means/batches). */
  readonly standardError: number;
  /** The same from all overlapping batches of this length, over all draws. */
  readonly overlappingStandardError: number;
}

/**
 * Standard errors by batch means.
 * Source: Schmeiser (1982), doi:10.1287/opre.30.3.556; overlapping: Meketon & Schmeiser (1984).
 *
 * @throws UtfallError `evidenceRule` with fewer than two batches or more batches than draws
 */
export function batchMeans(draws: Float64Array, batches: number): BatchMeans {
  const batchLength = Math.floor(draws.length / batches);
  if (!(batches >= 2 && batchLength >= 1)) throw impossible("batches", "2 ≤ batches ≤ n", { batches, n: draws.length });
  const meanOf = (from: number, to: number) => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += draws[i] - draws[0];
    return draws[0] + sum / (to - from);
  };
  const used = batchLength * batches;
  const mean = meanOf(0, used);
  const squares = (means: readonly number[], centre: number) =>
    means.reduce((sum, m) => sum + (m - centre) * (m - centre), 0);
  const means = Array.from({ length: batches }, (_, b) => meanOf(b * batchLength, (b + 1) * batchLength));
  const varianceOfMeans = squares(means, mean) / (batches - 1);
  const n = draws.length;
  const sliding = Array.from({ length: n - batchLength + 1 }, (_, i) => meanOf(i, i + batchLength));
  const overlapping = (batchLength / ((n - batchLength) * (n - batchLength + 1))) * squares(sliding, meanOf(0, n));
  return {
    batchLength,
    used,
    mean,
    varianceOfMeans,
    standardError: Math.sqrt(varianceOfMeans / batches),
    overlappingStandardError: Math.sqrt(overlapping),
  };
}

/** Correlation of draws with those `lag` later; sums divided by n. */
export function autocorrelation(draws: Float64Array, lag: number): number {
  let mean = 0;
  for (const x of draws) mean += x - draws[0];
  mean = draws[0] + mean / draws.length;
  let [product, squares] = [0, 0];
  for (let i = 0; i < draws.length; i++) {
    squares += (draws[i] - mean) * (draws[i] - mean);
    if (i >= lag) product += (draws[i] - mean) * (draws[i - lag] - mean);
  }
  return product / squares;
}

/** 1 + 2·Σ autocorrelations up to a lag: so many draws tell as much as one that depends on none. */
export function integratedTime(draws: Float64Array, lags: number): number {
  let sum = 1;
  for (let lag = 1; lag <= lags; lag++) sum += 2 * autocorrelation(draws, lag);
  return sum;
}
