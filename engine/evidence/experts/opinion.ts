import type { Described } from "../../distributions/described.ts";
import { impossible } from "../../issues.ts";

/** One expert's distribution and how much it counts. */
export interface Opinion {
  readonly distribution: Pick<Described, "support" | "density" | "cdf" | "upper" | "quantile" | "upperQuantile">;
  /** 0 or more; weights are scaled to sum to one. */
  readonly weight: number;
}

/** A pooled distribution as functions, to be read at quantiles or drawn from as a table. */
export interface PooledOpinion {
  readonly support: readonly [number, number];
  readonly density: (x: number) => number;
  readonly cdf: (x: number) => number;
  /** P(X > x), not computed as 1 − cdf. */
  readonly upper: (x: number) => number;
  /** x with P(X ≤ x) = u. */
  readonly quantile: (u: number) => number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * Opinions that count, with weights summing to one.
 *
 * @throws UtfallError `evidenceRule` where no weight is above zero or one is negative
 */
export function weighed(opinions: readonly Opinion[]): readonly Opinion[] {
  const total = opinions.reduce((sum, { weight }) => sum + weight, 0);
  const wrong = opinions.find(({ weight }) => !(weight >= 0));
  if (wrong !== undefined) throw impossible("experts", "weight ≥ 0", { weight: wrong.weight });
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) throw impossible("experts", "Σ weight > 0", { total });
  return opinions
    .filter(({ weight }) => weight > 0)
    .map(({ distribution, weight }) => ({ distribution, weight: weight / total }));
}

/** The pooled distribution's values at these probabilities: a piecewise-linear table of quantiles. */
export function quantileTable(
  pooled: PooledOpinion,
  probabilities: readonly number[],
): readonly { readonly probability: number; readonly value: number }[] {
  return probabilities.map((probability) => ({ probability, value: pooled.quantile(probability) }));
}
