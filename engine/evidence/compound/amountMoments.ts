import { impossible } from "../../issues.ts";
import { exp } from "../../numeric/elementary.ts";
import { expm1 } from "../../numeric/expm1.ts";
import type { ThreeMoments } from "./momentsOfSum.ts";

/** Moments of a lognormal amount: skewness (ω + 2)√(ω − 1), ω = exp(sdlog²). */
export function lognormalMoments(meanlog: number, sdlog: number): ThreeMoments {
  const mean = exp(meanlog + (sdlog * sdlog) / 2);
  const excess = expm1(sdlog * sdlog);
  const variance = mean * mean * excess;
  return { mean, variance, third: mean * mean * mean * excess * excess * (excess + 3) };
}

/** Moments of a gamma amount with shape α and rate β. */
export function gammaMoments(alpha: number, beta: number): ThreeMoments {
  const variance = alpha / (beta * beta);
  return { mean: alpha / beta, variance, third: (2 * variance) / beta };
}

/**
 * Moments of a Pareto amount with smallest value `low`: those up to the third exist for a shape above 3.
 *
 * @throws UtfallError `evidenceRule`
 */
export function paretoMoments(low: number, shape: number): ThreeMoments {
  if (!(shape > 3 && low > 0)) throw impossible("pareto", "shape > 3", { low, shape });
  const raw = (k: number) => (shape / (shape - k)) * (k === 1 ? low : k === 2 ? low * low : low * low * low);
  const mean = raw(1);
  const variance = (low * low * shape) / ((shape - 1) * (shape - 1) * (shape - 2));
  return { mean, variance, third: raw(3) - 3 * mean * raw(2) + 2 * mean * mean * mean };
}
