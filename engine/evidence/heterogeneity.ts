import { gammaQ } from "../numeric/incompleteGamma.ts";
import { betweenStudyInterval } from "./betweenStudies.ts";
import type { Study } from "./study.ts";
import { weigh } from "./weighing.ts";

/** A number with the ends of its interval. */
interface Ranged {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How much the true effects differ between studies. */
export interface Heterogeneity {
  /** Cochran's Q: Σ(estimate − common mean)²/variance; χ² with k − 1 degrees of freedom if there is but one effect. */
  readonly q: number;
  readonly degreesOfFreedom: number;
  /** P(Q or more) if there is but one effect. */
  readonly pValue: number;
  /** Between-study variance, in the square of the estimates' unit; interval by the Q profile. */
  readonly tau2: Ranged;
  /** Share (0–1) of the variance of an estimate that is due to differences between studies: τ²/(τ² + s²). */
  readonly i2: Ranged;
  /** (τ² + s²)/s²; 1 where studies don't differ. */
  readonly h2: Ranged;
}

/**
 * Measures of heterogeneity for a given τ², where s² = (k − 1)·Σw/((Σw)² − Σw²) is the typical variance within a study.
 * Source: Higgins & Thompson (2002), doi:10.1002/sim.1186.
 */
export function heterogeneityOf(studies: readonly Study[], tau2: number, level: number): Heterogeneity {
  const { weights, sumOfWeights, squares } = weigh(studies, 0);
  const degreesOfFreedom = studies.length - 1;
  const squaredWeights = weights.reduce((sum, w) => sum + w * w, 0);
  const within = (degreesOfFreedom * sumOfWeights) / (sumOfWeights * sumOfWeights - squaredWeights);
  const [low, high] = betweenStudyInterval(studies, level);
  const ranged = (f: (variance: number) => number): Ranged => ({ value: f(tau2), low: f(low), high: f(high) });
  return {
    q: squares,
    degreesOfFreedom,
    pValue: gammaQ(degreesOfFreedom / 2, squares / 2),
    tau2: ranged((variance) => variance),
    i2: ranged((variance) => variance / (variance + within)),
    h2: ranged((variance) => (variance + within) / within),
  };
}
