import type { Described } from "../../distributions/described.ts";
import { impossible } from "../../issues.ts";

/** Mean, variance and third central moment: what adds up when independent amounts do. */
export interface ThreeMoments {
  readonly mean: number;
  readonly variance: number;
  /** E(X − mean)³. */
  readonly third: number;
}

/**
 * The moments of an amount with this distribution, truncated or not.
 *
 * @throws UtfallError `evidenceRule` where a tail is too heavy for them
 */
export function momentsOfAmount(distribution: Pick<Described, "mean" | "variance" | "skewness">): ThreeMoments {
  const { mean, variance, skewness } = distribution;
  const third = variance === 0 ? 0 : skewness * variance * Math.sqrt(variance);
  if (!Number.isFinite(third)) throw impossible("sum", "−∞ < E(x³) < ∞", { mean, variance, skewness });
  return { mean, variance, third };
}

/** How many amounts there are. */
export type Count =
  | { readonly kind: "fixed"; readonly n: number }
  | { readonly kind: "binomial"; readonly n: number; readonly probability: number }
  | { readonly kind: "poisson"; readonly mean: number }
  /** Poisson with a gamma-distributed mean: variance mean + mean²/size. */
  | { readonly kind: "negativeBinomial"; readonly mean: number; readonly size: number };

/** @throws UtfallError `evidenceRule` where a parameter is impossible */
function momentsOfCount(count: Count): ThreeMoments {
  switch (count.kind) {
    case "fixed":
      if (!(count.n >= 0)) throw impossible("count", "n ≥ 0", { n: count.n });
      return { mean: count.n, variance: 0, third: 0 };
    case "binomial": {
      const { n, probability: p } = count;
      if (!(n >= 0 && p >= 0 && p <= 1)) throw impossible("count", "0 ≤ P ≤ 1", { n, P: p });
      return { mean: n * p, variance: n * p * (1 - p), third: n * p * (1 - p) * (1 - 2 * p) };
    }
    case "poisson":
      if (!(count.mean >= 0)) throw impossible("count", "mean ≥ 0", { mean: count.mean });
      return { mean: count.mean, variance: count.mean, third: count.mean };
    case "negativeBinomial": {
      const { mean, size } = count;
      if (!(mean >= 0 && size > 0)) throw impossible("count", "size > 0", { mean, size });
      const factor = 1 + mean / size;
      return { mean, variance: mean * factor, third: mean * factor * (1 + (2 * mean) / size) };
    }
  }
}

/** The moments of a sum and its skewness, third/variance^1.5. */
export interface SumMoments extends ThreeMoments {
  readonly skewness: number;
}

/**
 * The exact moments of a random number of independent, equally distributed amounts (κ are those of count N and amount X):
 * mean N̄·X̄, variance N̄·Var X + Var N·X̄², third N̄·κ₃(X) + 3·Var N·X̄·Var X + κ₃(N)·X̄³.
 * Source: Klugman, Panjer & Willmot (2019), Loss Models, 5th ed., section 9.3, ISBN 978-1-119-52378-9.
 *
 * @throws UtfallError `evidenceRule` where the amount's moments do not exist
 */
export function momentsOfSum(count: Count, amount: ThreeMoments): SumMoments {
  const n = momentsOfCount(count);
  const { mean: m, variance: v, third } = amount;
  if (!(Number.isFinite(m) && v >= 0 && Number.isFinite(third)))
    throw impossible("sum", "−∞ < E(x³) < ∞", { mean: m, variance: v, third });
  const variance = n.mean * v + n.variance * m * m;
  const cube = n.mean * third + 3 * n.variance * m * v + n.third * m * m * m;
  return {
    mean: n.mean * m,
    variance,
    third: cube,
    skewness: variance === 0 ? 0 : cube / (variance * Math.sqrt(variance)),
  };
}
