import { cholesky } from "../numeric/cholesky.ts";
import { exp, ln } from "../numeric/elementary.ts";
import { symmetricEigen } from "../numeric/symmetricEigen.ts";
import type { Points } from "./target.ts";

/** A normal distribution of points u = mean + factor·e, e independent and standard normal. */
export interface Gaussian {
  readonly mean: readonly number[];
  /** Lower triangular. */
  readonly factor: readonly (readonly number[])[];
}

type Matrix = readonly (readonly number[])[];

export const standardNormal = (dimensions: number): Gaussian => ({
  mean: Array<number>(dimensions).fill(0),
  factor: Array.from({ length: dimensions }, (_, i) => Array.from({ length: dimensions }, (_, j) => (i === j ? 1 : 0))),
});

/** From mean and covariance; undefined where that is none. */
export function gaussianFrom(mean: readonly number[], covariance: Matrix): Gaussian | undefined {
  if (![...mean, ...covariance.flat()].every(Number.isFinite)) return undefined;
  const factor = cholesky(covariance);
  return "row" in factor ? undefined : { mean, factor: factor.map((row) => [...row]) };
}

export const covarianceOf = ({ factor }: Gaussian): Matrix =>
  factor.map((row) => factor.map((other) => row.reduce((sum, x, k) => sum + x * other[k], 0)));

/** Principal axes, the widest first: unit vectors and standard deviations. */
export function axesOf(
  gaussian: Gaussian,
): readonly { readonly vector: readonly number[]; readonly deviation: number }[] {
  const { values, vectors } = symmetricEigen(covarianceOf(gaussian));
  return vectors.map((vector, k) => ({ vector, deviation: Math.sqrt(Math.max(0, values[k])) }));
}

/** Each principal axis with its variance put through `change`. */
export function withVariances(gaussian: Gaussian, change: (variance: number, axis: number) => number): Gaussian {
  const { values, vectors } = symmetricEigen(covarianceOf(gaussian));
  const changed = values.map(change);
  const covariance = gaussian.mean.map((_, i) =>
    gaussian.mean.map((_, j) => changed.reduce((sum, value, k) => sum + value * vectors[k][i] * vectors[k][j], 0)),
  );
  return gaussianFrom(gaussian.mean, covariance) ?? gaussian;
}

/** ln |det factor|. */
export const logScale = ({ factor }: Gaussian): number => factor.reduce((sum, row, i) => sum + ln(row[i]), 0);

/** u = mean + factor·e. */
export function pointsFrom({ mean, factor }: Gaussian, scores: Points): Points {
  return factor.map((row, i) => {
    const column = new Float64Array(scores[0].length).fill(mean[i]);
    for (let k = 0; k <= i; k++) for (let j = 0; j < column.length; j++) column[j] += row[k] * scores[k][j];
    return column;
  });
}

/** Logarithm of density over density of the Gaussian, at u = mean + factor·e; constants of π are left out of both. */
export function logWeightsOf(density: Float64Array, gaussian: Gaussian, scores: Points): Float64Array {
  const scale = logScale(gaussian);
  return density.map((own, j) => {
    let squares = 0;
    for (const column of scores) squares += column[j] * column[j];
    return own + squares / 2 + scale;
  });
}

/** exp(τ·(x − max x)), all 0 where every x is −∞. */
export function weightsOf(logWeights: Float64Array, power = 1): Float64Array {
  const most = logWeights.reduce((max, own) => (own > max ? own : max), Number.NEGATIVE_INFINITY);
  if (most === Number.NEGATIVE_INFINITY) return new Float64Array(logWeights.length);
  return logWeights.map((own) => exp(power * (own - most)));
}

/** (Σw)²/Σw² beside the number of weights. */
export function effectiveShare(weights: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const own of weights) {
    sum += own;
    squares += own * own;
  }
  return squares > 0 ? (sum * sum) / squares / weights.length : 0;
}

/** The normal distribution with the mean and covariance of weighted points; undefined where they lie on a plane. */
export function momentsOf(points: Points, weights: Float64Array): Gaussian | undefined {
  const total = weights.reduce((sum, own) => sum + own, 0);
  const mean = points.map((column) => column.reduce((sum, x, j) => sum + weights[j] * x, 0) / total);
  const centred = points.map((column, i) => column.map((x) => x - mean[i]));
  const covariance = centred.map((a) =>
    centred.map((b) => a.reduce((sum, x, j) => sum + weights[j] * x * b[j], 0) / total),
  );
  return gaussianFrom(mean, covariance);
}
