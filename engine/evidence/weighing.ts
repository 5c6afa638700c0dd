import type { Study } from "./study.ts";

/** Studies weighed by 1/(their variance + τ²). */
export interface Weighed {
  readonly weights: readonly number[];
  readonly sumOfWeights: number;
  /** Weighted mean of the estimates. */
  readonly mean: number;
  /** Σ w·(estimate − mean)². */
  readonly squares: number;
}

/** Inverse-variance weights under a between-study variance τ² ≥ 0. */
export function weigh(studies: readonly Study[], tau2: number): Weighed {
  const weights = studies.map(({ standardError }) => 1 / (standardError * standardError + tau2));
  const sumOfWeights = weights.reduce((sum, w) => sum + w, 0);
  const origin = studies[0].estimate;
  const mean =
    origin + studies.reduce((sum, { estimate }, i) => sum + weights[i] * (estimate - origin), 0) / sumOfWeights;
  const squares = studies.reduce((sum, { estimate }, i) => sum + weights[i] * (estimate - mean) * (estimate - mean), 0);
  return { weights, sumOfWeights, mean, squares };
}
