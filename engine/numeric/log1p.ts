import { ln } from "./elementary.ts";

/** ln(1 + x) with full relative accuracy near 0. The factor x / ((1 + x) − 1) repairs the rounding of 1 + x (Kahan). */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (sum === 1) return x;
  return sum < Number.POSITIVE_INFINITY ? (ln(sum) * x) / (sum - 1) : sum;
}

/** 1/3, 1/5, … 1/35: as far as s² = 1/9 needs. */
const oddInverses = Float64Array.from({ length: 17 }, (_, i) => 1 / (2 * i + 3));

/**
 * r − 1 − ln r ≥ 0 for r = x / m > 0, given as x and m so that x ≈ m does not cancel: the exponent of Poisson, gamma and
 * beta densities, per unit of m. Source of the idea: Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function logDeviance(x: number, m: number): number {
  return logDevianceOf((x - m) / m, x / m);
}

/** The same from μ = r − 1, known more exactly than r. */
export function logDevianceOf(mu: number, ratio: number): number {
  if (Math.abs(mu) > 0.5) return mu - ln(ratio);
  // with s = μ/(2 + μ): μ − ln(1 + μ) = s·μ − 2s³(1/3 + s²/5 + s⁴/7 + …)
  const s = mu / (2 + mu);
  const z = s * s;
  let sum = oddInverses[oddInverses.length - 1];
  for (let i = oddInverses.length - 2; i >= 0; i--) sum = sum * z + oddInverses[i];
  return s * mu - 2 * s * z * sum;
}
