import { impossible } from "../issues.ts";

/** The effects of comparable programmes: a normal distribution with mean and standard deviation. */
export interface ReferenceClass {
  readonly mean: number;
  /** Standard deviation of true effects in the class, 0 or more. */
  readonly sd: number;
  /** Standard error of the class's mean; 0 unless given. */
  readonly meanStandardError?: number;
}

/** An estimate beside what it becomes in the light of others. */
export interface Shrunk {
  readonly raw: { readonly mean: number; readonly sd: number };
  readonly mean: number;
  readonly sd: number;
  /** Weight of the raw estimate, 0–1. */
  readonly weight: number;
}

interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
}

/**
 * Shrinks an estimate towards a reference class it is not itself part of. The class says normal(mean, P), P = sd² + (standard
 * error of the class mean)²; with the estimate the effect is normal with mean B·estimate + (1 − B)·class mean and variance B·se²,
 * B = P/(P + se²).
 * Source: Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., section 2.5, ISBN 978-1-4398-4095-5.
 *
 * @throws UtfallError `evidenceRule` where the estimate's standard error is not above zero or a spread is negative
 */
export function shrinkTowards({ estimate, standardError }: Estimate, reference: ReferenceClass): Shrunk {
  const { mean, sd, meanStandardError = 0 } = reference;
  if (!(standardError > 0)) throw impossible("shrinkage", "standardError > 0", { standardError });
  if (!(sd >= 0 && meanStandardError >= 0)) throw impossible("shrinkage", "sd ≥ 0", { sd, meanStandardError });
  const prior = sd * sd + meanStandardError * meanStandardError;
  const weight = prior / (prior + standardError * standardError);
  return shrunk({ estimate, standardError }, mean, weight, weight * standardError * standardError);
}

/**
 * Shrinks a study towards the mean of the pool that it is part of (empirical Bayes): B = τ²/(τ² + se²), variance
 * B·se² + (1 − B)²·(standard error of the mean)².
 * Source: Raudenbush & Bryk (1985), doi:10.3102/10769986010002075.
 */
export function shrinkWithin(
  { estimate, standardError }: Estimate,
  pool: { readonly mean: number; readonly standardError: number; readonly tau2: number },
): Shrunk {
  const weight = pool.tau2 / (pool.tau2 + standardError * standardError);
  const rest = (1 - weight) * pool.standardError;
  return shrunk({ estimate, standardError }, pool.mean, weight, weight * standardError * standardError + rest * rest);
}

function shrunk({ estimate, standardError }: Estimate, centre: number, weight: number, variance: number): Shrunk {
  return {
    raw: { mean: estimate, sd: standardError },
    mean: centre + weight * (estimate - centre),
    sd: Math.sqrt(variance),
    weight,
  };
}
