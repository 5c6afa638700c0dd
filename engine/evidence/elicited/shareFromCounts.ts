import { betaFromCounts } from "../../distributions/index.ts";
import { impossible } from "../../issues.ts";
import { betaQuantile } from "../../numeric/betaQuantile.ts";

/** What was known before counting: Jeffreys' beta(½, ½), the uniform beta(1, 1), or one's own. */
export type SharePrior = "jeffreys" | "uniform" | { readonly alpha: number; readonly beta: number };

export interface ShareFromCounts {
  /** Of the beta distribution that counts and prior leave. */
  readonly parameters: { readonly alpha: number; readonly beta: number };
  readonly mean: number;
  /** Ends of the central interval. */
  readonly low: number;
  readonly high: number;
}

/**
 * What `hits` of `of` tell about a share: beta(hits + α, of − hits + β).
 * Source of the default prior: Brown, Cai & DasGupta (2001), doi:10.1214/ss/1009213286.
 *
 * @throws UtfallError where counts or prior are impossible
 */
export function shareFromCounts(
  hits: number,
  of: number,
  prior: SharePrior = "jeffreys",
  level = 0.95,
): ShareFromCounts {
  if (!(level > 0 && level < 1)) throw impossible("beta", "0 < level < 1", { level });
  const before = prior === "jeffreys" ? { alpha: 0.5, beta: 0.5 } : prior === "uniform" ? { alpha: 1, beta: 1 } : prior;
  const { alpha, beta } = betaFromCounts(hits, of, before.alpha, before.beta).parameters;
  const tail = (1 - level) / 2;
  return {
    parameters: { alpha, beta },
    mean: alpha / (alpha + beta),
    low: betaQuantile(alpha, beta, tail, 1 - tail).x,
    high: betaQuantile(alpha, beta, 1 - tail, tail).x,
  };
}
