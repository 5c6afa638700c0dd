import { impossible } from "../../issues.ts";
import { bracketRoot } from "../../numeric/bracketRoot.ts";
import { exp, normalCdf, normalUpper } from "../../numeric/elementary.ts";
import { gammaQuantile } from "../../numeric/gammaQuantile.ts";
import { gammaTails } from "../../numeric/incompleteGamma.ts";
import { log1p } from "../../numeric/log1p.ts";
import { normalQuantile, normalUpperQuantile } from "../../numeric/normalQuantile.ts";
import type { SumMoments } from "./momentsOfSum.ts";

/**
 * Families with three moments that can stand for a sum: a gamma or lognormal moved to where the mean belongs (turned round for a
 * negative skewness), or the normal-power expansion x = z + γ(z² − 1)/6, whose own variance is 1 + γ²/18 times too large.
 */
export type MatchedFamily = "shiftedGamma" | "shiftedLognormal" | "normalPower";

/** A distribution that stands for a sum. */
export interface MatchedSum {
  readonly family: MatchedFamily;
  readonly cdf: (x: number) => number;
  /** P(X > x), not computed as 1 − cdf. */
  readonly upper: (x: number) => number;
  readonly quantile: (u: number) => number;
  /** x with P(X > x) = q. */
  readonly upperQuantile: (q: number) => number;
}

/** Standardised, with positive skewness: as functions of (x − mean)/sd. */
interface Standard {
  readonly lower: (y: number) => number;
  readonly upper: (y: number) => number;
  readonly atLower: (u: number) => number;
  readonly atUpper: (q: number) => number;
}

/** Below this skewness a sum is normal to within a ten-thousandth of a standard deviation. */
const straight = 1e-4;

/**
 * The member of a family with a sum's mean, variance and skewness. An approximation, without the step that a chance of no amount
 * at all makes. Largest error of a probability for lognormal amounts, against Panjer's recursion: for a skewness of the sum up to
 * 0.5 below 0.005 (gamma, lognormal) and 0.007 (normal power); of 1 about 0.016, 0.008 and 0.025; of 2 (five amounts with
 * sdlog 1) 0.10, 0.016 and 0.09. Beyond that draw the amounts one by one.
 * Source: Daykin, Pentikäinen & Pesonen (1994), Practical Risk Theory for Actuaries, ch. 4, ISBN 978-0-412-42850-0.
 *
 * @throws UtfallError `evidenceRule` where the variance is not above zero
 */
export function matchedSum(family: MatchedFamily, { mean, variance, skewness }: SumMoments): MatchedSum {
  if (!(variance > 0 && Number.isFinite(skewness))) throw impossible("sum", "Var > 0", { variance, skewness });
  const sd = Math.sqrt(variance);
  const size = Math.abs(skewness);
  const s = size < straight ? normal : standards[family](size);
  const y = (x: number) => (x - mean) / sd;
  return skewness < 0
    ? {
        family,
        cdf: (x) => s.upper(-y(x)),
        upper: (x) => s.lower(-y(x)),
        quantile: (u) => mean - sd * s.atUpper(u),
        upperQuantile: (q) => mean - sd * s.atLower(q),
      }
    : {
        family,
        cdf: (x) => s.lower(y(x)),
        upper: (x) => s.upper(y(x)),
        quantile: (u) => mean + sd * s.atLower(u),
        upperQuantile: (q) => mean + sd * s.atUpper(q),
      };
}

const normal: Standard = {
  lower: normalCdf,
  upper: normalUpper,
  atLower: normalQuantile,
  atUpper: normalUpperQuantile,
};

const standards: Readonly<Record<MatchedFamily, (skewness: number) => Standard>> = {
  shiftedGamma,
  shiftedLognormal,
  normalPower,
};

/** Shape 4/γ², so that the gamma's skewness 2/√shape is γ. */
function shiftedGamma(skewness: number): Standard {
  const shape = 4 / (skewness * skewness);
  const root = 2 / skewness;
  const tails = gammaTails(shape);
  const out = new Float64Array(3);
  const at = (y: number, which: 1 | 2): number => {
    tails(shape + root * y, out);
    return out[which];
  };
  return {
    lower: (y) => at(y, 1),
    upper: (y) => at(y, 2),
    atLower: (u) => (gammaQuantile(shape, u, 1 - u) - shape) / root,
    atUpper: (q) => (gammaQuantile(shape, 1 - q, q) - shape) / root,
  };
}

/** (exp(σZ − σ²/2) − 1)/√(ω − 1), ω = exp(σ²), where (ω + 2)√(ω − 1) = γ. */
function shiftedLognormal(skewness: number): Standard {
  // With t = √(ω − 1) the skewness is t³ + 3t, which rises.
  const t = bracketRoot((x) => x * (x * x + 3) - skewness, 0, skewness)!;
  const variance = log1p(t * t);
  const sigma = Math.sqrt(variance);
  const score = (y: number): number => (t * y <= -1 ? Number.NEGATIVE_INFINITY : (log1p(t * y) + variance / 2) / sigma);
  const value = (z: number) => (exp(sigma * z - variance / 2) - 1) / t;
  return {
    lower: (y) => (t * y <= -1 ? 0 : normalCdf(score(y))),
    upper: (y) => (t * y <= -1 ? 1 : normalUpper(score(y))),
    atLower: (u) => value(normalQuantile(u)),
    atUpper: (q) => value(normalUpperQuantile(q)),
  };
}

/** z = (√(9 + 6γy + γ²) − 3)/γ: nothing lies below y = −(9 + γ²)/(6γ), the top of the parabola. */
function normalPower(skewness: number): Standard {
  const lowest = -(9 + skewness * skewness) / (6 * skewness);
  const score = (y: number) => (Math.sqrt(Math.max(0, 9 + 6 * skewness * y + skewness * skewness)) - 3) / skewness;
  const value = (z: number) => (z <= -3 / skewness ? lowest : z + (skewness * (z * z - 1)) / 6);
  return {
    lower: (y) => (y < lowest ? 0 : normalCdf(score(y))),
    upper: (y) => (y < lowest ? 1 : normalUpper(score(y))),
    atLower: (u) => value(normalQuantile(u)),
    atUpper: (q) => value(normalUpperQuantile(q)),
  };
}
