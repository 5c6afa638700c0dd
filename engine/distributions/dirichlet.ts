import { digamma } from "../numeric/digamma.ts";
import { ln } from "../numeric/elementary.ts";
import { logGamma } from "../numeric/logGamma.ts";
import type { DistributionSpec } from "./table.ts";

/*
 * Dirichlet: shares that sum to one, as known after alpha[i] − 1 cases of each kind on a flat prior. A joint distribution of several
 * inputs and no family of its own: each share alone is beta, and together they are drawn as gamma variables over their sum.
 * Source: Kotz, Balakrishnan & Johnson (2000), Continuous Multivariate Distributions, vol. 1, ch. 49, doi:10.1002/0471722065.
 */

/** One weight above 0 for each share, at least two. */
export type DirichletWeights = readonly number[];

/** What is wrong with the weights, in symbols; undefined if nothing is. */
export function dirichletProblem(alpha: DirichletWeights): string | undefined {
  if (!(alpha.length >= 2)) return "n(alpha) ≥ 2";
  return alpha.every((weight) => weight > 0 && weight < Number.POSITIVE_INFINITY) ? undefined : "alpha > 0";
}

const total = (alpha: DirichletWeights): number => alpha.reduce((sum, weight) => sum + weight, 0);

/** The expected shares. */
export function dirichletMean(alpha: DirichletWeights): readonly number[] {
  return alpha.map((weight) => weight / total(alpha));
}

/** Cov(share i, share j): mᵢ·([i = j] − mⱼ)/(Σα + 1). */
export function dirichletCovariance(alpha: DirichletWeights): readonly (readonly number[])[] {
  const size = total(alpha);
  return alpha.map((a, i) =>
    alpha.map((b, j) => ((a / size) * (i === j ? (size - a) / size : -b / size)) / (size + 1)),
  );
}

/** The distribution of each share alone. */
export function dirichletMargins(alpha: DirichletWeights): readonly DistributionSpec[] {
  const size = total(alpha);
  return alpha.map((weight) => ({ family: "beta", parameters: { alpha: weight, beta: size - weight } }));
}

/** E[ln share] = ψ(αᵢ) − ψ(Σα). */
export function dirichletMeanLog(alpha: DirichletWeights): readonly number[] {
  return alpha.map((weight) => digamma(weight) - digamma(total(alpha)));
}

/** Logarithm of the density at shares that sum to one. */
export function dirichletLogDensity(alpha: DirichletWeights, shares: readonly number[]): number {
  return alpha.reduce(
    (sum, weight, i) => sum + (weight === 1 ? 0 : (weight - 1) * ln(shares[i])) - logGamma(weight),
    logGamma(total(alpha)),
  );
}

/** Independent inputs, one path each, whose values divided by their sum are the shares. */
export function dirichletGammas(alpha: DirichletWeights): readonly DistributionSpec[] {
  return alpha.map((weight) => ({ family: "gamma", parameters: { alpha: weight, beta: 1 } }));
}
