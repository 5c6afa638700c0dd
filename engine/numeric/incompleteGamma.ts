import { exp, ln } from "./elementary.ts";
import { expm1 } from "./expm1.ts";
import { logDeviance } from "./log1p.ts";
import { logGamma, logGammaOnePlus, stirlingFrom, stirlingRemainder } from "./logGamma.ts";

const sqrtTwoPi = 2.5066282746310002;

/** Regularised incomplete gamma function: P(a, x) below, Q(a, x) = 1 − P above, and the density x^(a−1) e^(−x) / Γ(a). */
export interface GammaTails {
  readonly lower: number;
  readonly upper: number;
  readonly density: number;
}

/** x^a e^(−x) / Γ(a) as a function of x. For large a through the deviance, so that nothing large cancels. */
function gammaKernel(a: number): (x: number) => number {
  if (a < stirlingFrom) {
    const logScale = logGamma(a);
    return (x) => exp(a * ln(x) - x - logScale);
  }
  const scale = Math.sqrt(a) / sqrtTwoPi;
  const remainder = stirlingRemainder(a);
  return (x) => scale * exp(-a * logDeviance(x, a) - remainder);
}

/** 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …, which times the kernel over a is P. All terms positive. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Legendre's continued fraction, which times the kernel is Q (modified Lentz; DLMF 8.9.2). */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 1e7; n++) {
    const an = -n * (n - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h;
}

/** Q for a < 1, x ≤ 1.1, where 1 − P would cancel: 1 − x^a/Γ(1 + a) and the alternating rest. */
function upperOfSmallShape(a: number, x: number): number {
  const logScale = a * ln(x) - logGammaOnePlus(a);
  let sum = 0;
  let power = 1;
  for (let k = 1; k < 30; k++) {
    power *= -x / k;
    sum += power / (a + k);
  }
  return -expm1(logScale) - exp(logScale) * a * sum;
}

const undefinedTails: GammaTails = { lower: Number.NaN, upper: Number.NaN, density: Number.NaN };

/** Both tails and the density at any x, each with its own relative accuracy, for one shape a > 0. */
export function gammaTailsOf(a: number): (x: number) => GammaTails {
  if (!(a > 0)) return () => undefinedTails;
  const kernelAt = gammaKernel(a);
  const edge = a < 1 ? Number.POSITIVE_INFINITY : a === 1 ? 1 : 0;
  return (x) => {
    if (Number.isNaN(x)) return undefinedTails;
    if (x <= 0) return { lower: 0, upper: 1, density: x < 0 ? 0 : edge };
    if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0, density: 0 };
    const kernel = kernelAt(x);
    const density = kernel / x;
    if (a < 1 ? x <= 1.1 : x < a + 1) {
      const lower = Math.min(1, (kernel * lowerSeries(a, x)) / a);
      return { lower, upper: a < 1 ? upperOfSmallShape(a, x) : 1 - lower, density };
    }
    const upper = Math.min(1, kernel * upperFraction(a, x));
    return { lower: 1 - upper, upper, density };
  };
}

/** P(a, x) = γ(a, x)/Γ(a). */
export const gammaP = (a: number, x: number): number => gammaTailsOf(a)(x).lower;

/** Q(a, x) = Γ(a, x)/Γ(a). */
export const gammaQ = (a: number, x: number): number => gammaTailsOf(a)(x).upper;
