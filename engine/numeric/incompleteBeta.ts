import { exp, ln } from "./elementary.ts";
import { log1p, logDevianceOf } from "./log1p.ts";
import { logBeta } from "./logBeta.ts";
import { stirlingFrom, stirlingRemainder } from "./logGamma.ts";

const sqrtTwoPi = 2.5066282746310002;

/** Regularised incomplete beta function: I_x(a, b), its complement, and x·(1 − x) times the density. */
export interface BetaTails {
  readonly lower: number;
  readonly upper: number;
  /** x^a (1 − x)^b / B(a, b). */
  readonly kernel: number;
}

/** x^a y^b / B(a, b) as a function of x and y = 1 − x; for large a and b through deviances, so that nothing large cancels. */
function betaKernel(a: number, b: number): (x: number, y: number) => number {
  if (Math.min(a, b) < stirlingFrom) {
    const logScale = logBeta(a, b);
    return (x, y) => {
      const logX = x < 0.5 ? ln(x) : log1p(-y);
      const logY = y < 0.5 ? ln(y) : log1p(-x);
      return exp(a * logX + b * logY - logScale);
    };
  }
  const n = a + b;
  const remainder = stirlingRemainder(a) + stirlingRemainder(b) - stirlingRemainder(n);
  const scale = Math.sqrt((a / n) * b) / sqrtTwoPi;
  return (x, y) => {
    const gap = b * x - a * y;
    const deviance = a * logDevianceOf(gap / a, (x * n) / a) + b * logDevianceOf(-gap / b, (y * n) / b);
    return scale * exp(-deviance - remainder);
  };
}

/** The continued fraction of I_x(a, b)·a / kernel, fast for x < (a + 1)/(a + b + 2) (DLMF 8.17.22; modified Lentz). */
function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  const n = a + b;
  let c = 1;
  let d = 1 - (n * x) / (a + 1);
  if (Math.abs(d) < tiny) d = tiny;
  d = 1 / d;
  let h = d;
  for (let m = 1; m < 1e7; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    if (Math.abs(d) < tiny) d = tiny;
    c = 1 + even / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    h *= d * c;
    const odd = (-(a + m) * (n + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    if (Math.abs(d) < tiny) d = tiny;
    c = 1 + odd / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h;
}

const undefinedTails: BetaTails = { lower: Number.NaN, upper: Number.NaN, kernel: Number.NaN };

/**
 * Both tails at any x, for one pair a, b > 0. `y` is 1 − x, given by a caller who may know it more exactly than the
 * subtraction would; x outside [0, 1] counts as the nearer end.
 */
export function betaTailsOf(a: number, b: number): (x: number, y: number) => BetaTails {
  if (!(a > 0 && b > 0)) return () => undefinedTails;
  const kernelAt = betaKernel(a, b);
  const turn = (a + 1) / (a + b + 2);
  return (x, y) => {
    if (Number.isNaN(x)) return undefinedTails;
    if (x <= 0) return { lower: 0, upper: 1, kernel: 0 };
    if (y <= 0) return { lower: 1, upper: 0, kernel: 0 };
    const kernel = kernelAt(x, y);
    if (x < turn) {
      const lower = Math.min(1, (kernel * fraction(a, b, x)) / a);
      return { lower, upper: 1 - lower, kernel };
    }
    const upper = Math.min(1, (kernel * fraction(b, a, y)) / b);
    return { lower: 1 - upper, upper, kernel };
  };
}

/** I_x(a, b). */
export const betaI = (a: number, b: number, x: number): number => betaTailsOf(a, b)(x, 1 - x).lower;

/** 1 − I_x(a, b), not computed by subtraction. */
export const betaIComplement = (a: number, b: number, x: number): number => betaTailsOf(a, b)(x, 1 - x).upper;
