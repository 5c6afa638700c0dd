import { arcsine, sine } from "../numeric/sine.ts";

/**
 * The correlation of normal scores whose ranks have this Spearman correlation, under a Gaussian copula: 2·sin(πr/6), |r| ≤ 1.
 * For a t copula it holds nearly, not exactly (see `spearmanOfT`). Source: Pearson (1907), Mathematical contributions to the
 * theory of evolution XVI. The series is part of the meaning of a draw: eight terms, exact to the last bits on |x| ≤ π/6.
 */
export function scoreFromSpearman(rankCorrelation: number): number {
  const x = (Math.PI / 6) * rankCorrelation;
  const square = x * x;
  let sum = 1;
  for (let n = 8; n >= 1; n--) sum = 1 - (square / (2 * n * (2 * n + 1))) * sum;
  return 2 * x * sum;
}

/** Spearman's rank correlation of a Gaussian copula: (6/π)·arcsin(ρ/2). */
export function spearmanOfScores(correlation: number): number {
  return (6 / Math.PI) * arcsine(correlation / 2);
}

/**
 * The correlation of scores with this Kendall's τ: sin(πτ/2), for Gaussian and t copulas alike.
 * Source: Lindskog, McNeil & Schmock (2003), doi:10.1007/978-3-642-59365-9_8.
 */
export function scoreFromKendall(tau: number): number {
  return sine((Math.PI / 2) * tau);
}

/** Kendall's τ of a Gaussian or t copula: (2/π)·arcsin ρ. */
export function kendallOfScores(correlation: number): number {
  return (2 / Math.PI) * arcsine(correlation);
}
