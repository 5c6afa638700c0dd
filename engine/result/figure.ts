import { sampleStandardDeviation } from "simple-statistics";
import { binomialInterval } from "../numeric/binomialInterval.ts";
import { studentTQuantile } from "../numeric/studentT.ts";
import type { Figure } from "./result.ts";

/** Fewer hits or misses per replicate than this: the replicates say too little, and the interval is the exact binomial one. */
const fewestPerReplicate = 5;

/** The range a figure can lie in; its interval stays inside. */
export interface Range {
  readonly low: number;
  readonly high: number;
}
export const anyNumber: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
export const notNegative: Range = { low: 0, high: Number.POSITIVE_INFINITY };
const share: Range = { low: 0, high: 1 };

/**
 * How finely replicates of n points can tell a probability: each to one point, R of them together to 1 / (n·√R). Even points can
 * give the same count in every replicate; an error stated below this would be luck, not knowledge.
 */
export const resolution = (pointsPerReplicate: number, replicates: number): number =>
  1 / (pointsPerReplicate * Math.sqrt(replicates));

/**
 * A figure whose value comes from all draws and whose error comes from the same statistic in each replicate: se = sd / √R, and
 * a 95 % interval by Student's t with R − 1 degrees of freedom.
 *
 * @param least the error is not stated below this
 */
export function replicateFigure(
  value: number,
  replicates: readonly number[],
  range: Range = anyNumber,
  least = 0,
): Figure {
  const se = Math.max(least, sampleStandardDeviation([...replicates]) / Math.sqrt(replicates.length));
  const reach = tOf95(replicates.length - 1) * se;
  return {
    value,
    se,
    low: Math.min(value, Math.max(range.low, value - reach)),
    high: Math.max(value, Math.min(range.high, value + reach)),
  };
}

/** By degrees of freedom: every figure of a run asks for the same. */
const tQuantiles = new Map<number, number>();

function tOf95(degreesOfFreedom: number): number {
  const t = tQuantiles.get(degreesOfFreedom) ?? studentTQuantile(0.975, degreesOfFreedom);
  tQuantiles.set(degreesOfFreedom, t);
  return t;
}

/** Whether hits, per replicate, and misses are enough for an error from the replicates. */
export function errorIsOfReplicates(hits: readonly number[], draws: number): boolean {
  const total = hits.reduce((sum, x) => sum + x, 0);
  return Math.min(total, draws - total) >= fewestPerReplicate * hits.length;
}

/**
 * A probability: hits among all draws, error from the replicates; where hits or misses are few, the exact binomial interval
 * (Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404), which holds for plain draws and is wide for the others.
 *
 * @param hits @param draws per replicate
 */
export function probabilityFigure(hits: readonly number[], draws: readonly number[]): Figure {
  const total = hits.reduce((sum, x) => sum + x, 0);
  const of = draws.reduce((sum, x) => sum + x, 0);
  const value = total / of;
  if (errorIsOfReplicates(hits, of))
    return replicateFigure(
      value,
      hits.map((x, r) => x / draws[r]),
      share,
      resolution(of / draws.length, draws.length),
    );
  return binomialFigure(total, of);
}

function binomialFigure(hits: number, of: number): Figure {
  const value = hits / of;
  const [low, high] = binomialInterval(hits, of, 0.95);
  return { value, se: Math.sqrt((value * (1 - value)) / of), low, high };
}

/**
 * A share of what differs in number from replicate to replicate: hits among `of`. Its error is that of a quotient, from the
 * residuals of the replicates; where hits or misses are few, the exact binomial interval.
 */
export function shareFigure(hits: readonly number[], of: readonly number[]): Figure {
  const [total, count] = [hits, of].map((own) => own.reduce((sum, x) => sum + x, 0));
  const value = total / count;
  // Spread over few hits, the replicates say too little.
  if (!errorIsOfReplicates(hits, count)) return binomialFigure(total, count);
  const each = count / of.length;
  const linear = hits.map((own, r) => value + (own - value * of[r]) / each);
  return replicateFigure(value, linear, share, resolution(each, of.length));
}
