import { impossible } from "../issues.ts";
import { normalQuantile } from "../numeric/normalQuantile.ts";
import { studentTQuantile } from "../numeric/studentT.ts";
import { type BetweenStudies, betweenStudyVariance } from "./betweenStudies.ts";
import { type Heterogeneity, heterogeneityOf } from "./heterogeneity.ts";
import { type Shrunk, shrinkWithin } from "./shrink.ts";
import { checkStudies, type Study } from "./study.ts";
import { weigh } from "./weighing.ts";

/**
 * How the error of the mean is judged. `hartungKnapp`: from how the estimates scatter, with Student's t on k − 1 degrees of freedom
 * (Hartung & Knapp 2001, doi:10.1002/sim.1009). `hartungKnappFloored`: the same, but never narrower than the weights say
 * (Röver, Knapp & Friede 2015, doi:10.1186/s12874-015-0091-1). `normal`: from the weights alone. Of 95 % intervals from 3, 6 and 12
 * studies with equal standard errors 95 %, 95–99 % and 86–93 % hold; where standard errors differ tenfold 87–92 %, 90–92 % and 76–88 %.
 */
type MeanError = "hartungKnapp" | "hartungKnappFloored" | "normal";

export interface PoolingOptions {
  readonly betweenStudies?: BetweenStudies;
  readonly error?: MeanError;
  /** Of all intervals; 0.95 unless given. */
  readonly level?: number;
}

/** A location and scale with a Student's t (normal where the degrees of freedom are infinite), and its central interval. */
interface Located {
  readonly mean: number;
  readonly scale: number;
  readonly degreesOfFreedom: number;
  readonly low: number;
  readonly high: number;
}

interface PooledStudy extends Study {
  /** Share of the weight, summing to 1. */
  readonly weight: number;
  /** The study's own true effect as the others also tell it (empirical Bayes), beside its raw estimate. */
  readonly shrunk: Shrunk;
}

export interface Pooled {
  readonly options: Required<PoolingOptions>;
  /** The mean of true effects over places; `scale` is its standard error. */
  readonly mean: Located;
  /**
   * The true effect in a new place as usually stated, `scale` being √(τ² + standard error²). It takes τ² for known: see
   * `predictNewPlace` for what a scenario elsewhere should use.
   */
  readonly prediction: Located;
  readonly heterogeneity: Heterogeneity;
  readonly studies: readonly PooledStudy[];
}

/**
 * Random-effects meta-analysis: estimates ~ normal(true effect, standard error), true effects ~ normal(mean, τ). Unless told
 * otherwise τ² is by restricted maximum likelihood and the error by Hartung and Knapp, floored: studies that happen to agree
 * say no more than their own errors let them. The prediction is t-distributed with the
 * same degrees of freedom as the mean (Higgins, Thompson & Spiegelhalter 2009, doi:10.1111/j.1467-985X.2008.00552.x, take one less).
 *
 * @throws UtfallError `evidenceRule` with fewer than two studies or impossible numbers
 */
export function poolStudies(studies: readonly Study[], options: PoolingOptions = {}): Pooled {
  const { betweenStudies = "reml", error = "hartungKnappFloored", level = 0.95 } = options;
  checkStudies(studies);
  if (!(level > 0 && level < 1)) throw impossible("pooling", "0 < level < 1", { level });
  const tau2 = betweenStudyVariance(studies, betweenStudies);
  const { weights, sumOfWeights, mean, squares } = weigh(studies, tau2);
  const degreesOfFreedom = error === "normal" ? Number.POSITIVE_INFINITY : studies.length - 1;
  const scatter = error === "normal" ? 1 : squares / (studies.length - 1);
  const standardError = Math.sqrt((error === "hartungKnappFloored" ? Math.max(1, scatter) : scatter) / sumOfWeights);
  const located = (scale: number): Located => {
    const half = scale * upperQuantile((1 - level) / 2, degreesOfFreedom);
    return { mean, scale, degreesOfFreedom, low: mean - half, high: mean + half };
  };
  return {
    options: { betweenStudies, error, level },
    mean: located(standardError),
    prediction: located(Math.sqrt(tau2 + standardError * standardError)),
    heterogeneity: heterogeneityOf(studies, tau2, level),
    studies: studies.map((study, i) => ({
      ...study,
      weight: weights[i] / sumOfWeights,
      shrunk: shrinkWithin(study, { mean, standardError, tau2 }),
    })),
  };
}

function upperQuantile(tail: number, degreesOfFreedom: number): number {
  return -(degreesOfFreedom === Number.POSITIVE_INFINITY
    ? normalQuantile(tail)
    : studentTQuantile(tail, degreesOfFreedom));
}
