import { bracketRoot } from "../numeric/bracketRoot.ts";
import { normalTail } from "../numeric/elementary.ts";
import { gammaQuantile } from "../numeric/gammaQuantile.ts";
import { normalDensity } from "../numeric/normalQuantile.ts";
import { arcsine } from "../numeric/sine.ts";

const farthest = 8;
const points = 41;

interface Mixing {
  /** 1/W at equally spaced normal scores, with the normal weight of each. */
  readonly inverses: readonly number[];
  readonly weights: readonly number[];
}

/** 1/W for W ~ χ²_ν/ν: the trapezoidal rule over normal scores, whose error falls faster than any power of the step. */
function mixing(degreesOfFreedom: number): Mixing {
  const half = degreesOfFreedom / 2;
  const step = (2 * farthest) / (points - 1);
  const scores = Array.from({ length: points }, (_, i) => i * step - farthest);
  const inverses = scores.map((z) => {
    const tail = normalTail(z);
    return half / (z < 0 ? gammaQuantile(half, tail, 1 - tail) : gammaQuantile(half, 1 - tail, tail));
  });
  return { inverses, weights: scores.map((z) => step * normalDensity(z)) };
}

/**
 * Spearman's rank correlation of a t copula: (6/π)·E arcsin(ρ·V₀/√((V₀ + V₁)(V₀ + V₂))), V independent copies of 1/W. A little
 * nearer to 0 than that of a Gaussian copula, to which it tends as ν grows. Error below 1e-6 from ν = 1.
 * Source: Heinen & Valdesogo (2020), doi:10.1016/j.jmva.2020.104650.
 */
export function spearmanOfT(correlation: number, degreesOfFreedom: number): number {
  return expected(correlation, mixing(degreesOfFreedom));
}

function expected(correlation: number, { inverses, weights }: Mixing): number {
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const own = inverses[i];
    const shares = inverses.map((other) => Math.sqrt(own / (own + other)));
    for (let j = 0; j < points; j++)
      for (let k = 0; k <= j; k++) {
        const weight = (j === k ? 1 : 2) * weights[i] * weights[j] * weights[k];
        if (weight > 1e-18) sum += weight * arcsine(correlation * shares[j] * shares[k]);
      }
  }
  return (6 / Math.PI) * sum;
}

/** The correlation of scores whose ranks have this Spearman correlation under a t copula; ±1 stay. */
export function scoreFromSpearmanOfT(rankCorrelation: number, degreesOfFreedom: number): number {
  if (Math.abs(rankCorrelation) === 1 || rankCorrelation === 0) return rankCorrelation;
  const known = mixing(degreesOfFreedom);
  return bracketRoot((correlation) => expected(correlation, known) - rankCorrelation, -1, 1) ?? Number.NaN;
}
