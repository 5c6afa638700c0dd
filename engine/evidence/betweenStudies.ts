import { bracketRoot } from "../numeric/bracketRoot.ts";
import { exp, ln } from "../numeric/elementary.ts";
import { gammaQuantile } from "../numeric/gammaQuantile.ts";
import type { Study } from "./study.ts";
import { type Weighed, weigh } from "./weighing.ts";

/** Estimators of the between-study variance τ². */
export type BetweenStudies = "dersimonianLaird" | "reml";

/** τ², the variance of true effects between places, never below 0. */
export function betweenStudyVariance(studies: readonly Study[], estimator: BetweenStudies): number {
  return estimator === "reml" ? restrictedMaximum(studies) : dersimonianLaird(studies);
}

/**
 * (Q − (k − 1))/(Σw − Σw²/Σw), w = 1/variance; 0 where that is negative.
 * Source: DerSimonian & Laird (1986), doi:10.1016/0197-2456(86)90046-2.
 */
function dersimonianLaird(studies: readonly Study[]): number {
  const { weights, sumOfWeights, squares } = weigh(studies, 0);
  const squaredWeights = weights.reduce((sum, w) => sum + w * w, 0);
  return Math.max(0, (squares - (studies.length - 1)) / (sumOfWeights - squaredWeights / sumOfWeights));
}

/** −2 × the restricted log-likelihood of τ², constants left out: Σ ln(v + τ²) + ln Σw + Σw(y − μ)². */
function deviance(studies: readonly Study[], tau2: number): number {
  const { sumOfWeights, squares } = weigh(studies, tau2);
  const logarithms = studies.reduce((sum, { standardError: s }) => sum + ln(s * s + tau2), 0);
  return logarithms + ln(sumOfWeights) + squares;
}

/** Derivative of −deviance in τ²: Σw²(y − μ)² − Σw + Σw²/Σw. */
function slope(studies: readonly Study[], tau2: number): number {
  const { weights, sumOfWeights, mean }: Weighed = weigh(studies, tau2);
  let sum = -sumOfWeights;
  studies.forEach(({ estimate }, i) => {
    const w = weights[i];
    sum += w * w * ((estimate - mean) * (estimate - mean) + 1 / sumOfWeights);
  });
  return sum;
}

const gridPoints = 64;

/**
 * Restricted maximum likelihood. The likelihood can have several tops: it is looked at on a grid of τ² from 0 to beyond the
 * spread of the estimates, and the root of its slope is taken beside the best point.
 * Source: Viechtbauer (2005), doi:10.3102/10769986030003261.
 */
function restrictedMaximum(studies: readonly Study[]): number {
  const estimates = studies.map(({ estimate }) => estimate);
  const range = Math.max(...estimates) - Math.min(...estimates);
  const smallest = Math.min(...studies.map(({ standardError: s }) => s * s));
  // No top lies beyond the range of the estimates: there the slope is negative.
  const highest = Math.max(4 * range * range, smallest);
  const lowest = Math.min(smallest, highest) * 1e-6;
  const step = ln(highest / lowest) / (gridPoints - 1);
  const grid = [0, ...Array.from({ length: gridPoints }, (_, i) => lowest * exp(step * i))];
  let best = 0;
  const heights = grid.map((tau2) => deviance(studies, tau2));
  for (let i = 1; i < grid.length; i++) if (heights[i] < heights[best]) best = i;
  const from = grid[Math.max(0, best - 1)];
  const to = grid[Math.min(grid.length - 1, best + 1)];
  if (from === 0 && slope(studies, 0) <= 0) return 0;
  return bracketRoot((tau2) => slope(studies, tau2), from, to) ?? grid[best];
}

/**
 * Interval of τ² from the generalised Q statistic, whose distribution under the true τ² is χ² with k − 1 degrees of freedom.
 * Source: Viechtbauer (2007), doi:10.1002/sim.2514.
 */
export function betweenStudyInterval(studies: readonly Study[], level: number): readonly [number, number] {
  const tail = (1 - level) / 2;
  const shape = (studies.length - 1) / 2;
  const end = (critical: number): number => {
    const excess = (tau2: number) => weigh(studies, tau2).squares - critical;
    if (excess(0) <= 0) return 0;
    let high = studies[0].standardError * studies[0].standardError;
    while (excess(high) > 0) high *= 4;
    return bracketRoot(excess, 0, high) ?? 0;
  };
  return [end(2 * gammaQuantile(shape, 1 - tail, tail)), end(2 * gammaQuantile(shape, tail, 1 - tail))];
}
