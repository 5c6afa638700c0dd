import { normalTail } from "../numeric/elementary.ts";
import { gammaQuantile } from "../numeric/gammaQuantile.ts";
import { normalDensity } from "../numeric/normalQuantile.ts";
import { arcsine } from "../numeric/sine.ts";
import { scoreFromSpearman } from "./rankCorrelation.ts";

const farthest = 8;
const points = 41;
/** Shares this near to each other count as their mean, which changes a correlation by less than 1e-7. */
const bins = 4096;
const mostSteps = 50;
/** Newton doubles the digits: after such a step there is nothing left to win. */
const settled = 1e-9;

/** What ρ is multiplied by under the arcsine, with weights that sum to one. */
interface Shrinking {
  readonly degreesOfFreedom: number;
  readonly shares: Float64Array;
  readonly weights: Float64Array;
}

/** The one asked for last: a matrix asks for the same degrees of freedom over and over. */
let last: Shrinking | undefined;

function shrinkingOf(degreesOfFreedom: number): Shrinking {
  if (last?.degreesOfFreedom !== degreesOfFreedom) last = { degreesOfFreedom, ...makeShrinking(degreesOfFreedom) };
  return last;
}

/**
 * V₀/√((V₀ + V₁)(V₀ + V₂)), V being 1/W for W ~ χ²_ν/ν: by the trapezoidal rule over three normal scores, whose error falls
 * faster than any power of the step.
 */
function makeShrinking(degreesOfFreedom: number): Omit<Shrinking, "degreesOfFreedom"> {
  const half = degreesOfFreedom / 2;
  const step = (2 * farthest) / (points - 1);
  const scores = Array.from({ length: points }, (_, i) => i * step - farthest);
  const inverses = scores.map((z) => {
    const tail = normalTail(z);
    return half / (z < 0 ? gammaQuantile(half, tail, 1 - tail) : gammaQuantile(half, 1 - tail, tail));
  });
  const byScore = scores.map((z) => step * normalDensity(z));
  const sums = new Float64Array(bins + 1);
  const weights = new Float64Array(bins + 1);
  for (const [i, own] of inverses.entries()) {
    const roots = inverses.map((other) => Math.sqrt(own / (own + other)));
    for (let j = 0; j < points; j++)
      for (let k = 0; k <= j; k++) {
        const weight = (j === k ? 1 : 2) * byScore[i] * byScore[j] * byScore[k];
        const share = roots[j] * roots[k];
        // Finest near 1, where the arcsine is steep.
        const bin = Math.floor(Math.sqrt(Math.max(0, 1 - share)) * bins);
        sums[bin] += weight * share;
        weights[bin] += weight;
      }
  }
  return {
    shares: sums.map((sum, bin) => Math.min(1, sum / weights[bin])).filter((_, bin) => weights[bin] > 0),
    weights: weights.filter((w) => w > 0),
  };
}

/**
 * Spearman's rank correlation of a t copula: (6/π)·E arcsin(ρ·V₀/√((V₀ + V₁)(V₀ + V₂))), V independent copies of 1/W. A little
 * nearer to 0 than that of a Gaussian copula, to which it tends as ν grows. Error below 1e-6 from ν = 1.
 * Source: Heinen & Valdesogo (2020), doi:10.1016/j.jmva.2020.104650.
 */
export function spearmanOfT(correlation: number, degreesOfFreedom: number): number {
  const { shares, weights } = shrinkingOf(degreesOfFreedom);
  let sum = 0;
  for (let i = 0; i < shares.length; i++) sum += weights[i] * arcsine(correlation * shares[i]);
  return (6 / Math.PI) * sum;
}

/** The slope of `spearmanOfT` in ρ, |ρ| < 1. */
function slopeOfT(correlation: number, degreesOfFreedom: number): number {
  const { shares, weights } = shrinkingOf(degreesOfFreedom);
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const sine = correlation * shares[i];
    sum += (weights[i] * shares[i]) / Math.sqrt((1 - sine) * (1 + sine));
  }
  return (6 / Math.PI) * sum;
}

/**
 * The correlation of scores whose ranks have this Spearman correlation under a t copula; ±1 stay. By Newton's method from that
 * of a Gaussian copula, which is never far away.
 */
export function scoreFromSpearmanOfT(rankCorrelation: number, degreesOfFreedom: number): number {
  if (Math.abs(rankCorrelation) === 1 || rankCorrelation === 0) return rankCorrelation;
  let correlation = scoreFromSpearman(rankCorrelation);
  for (let step = 0; step < mostSteps; step++) {
    const off = spearmanOfT(correlation, degreesOfFreedom) - rankCorrelation;
    const next = correlation - off / slopeOfT(correlation, degreesOfFreedom);
    // From beyond ±1, half of the way there.
    const inside = Math.abs(next) < 1 ? next : (correlation + Math.sign(next)) / 2;
    const moved = Math.abs(inside - correlation);
    correlation = inside;
    if (moved < settled) break;
  }
  return correlation;
}
