import { exp, ln } from "./elementary.ts";
import { betaI, betaIComplement, betaTails } from "./incompleteBeta.ts";
import { logBeta } from "./logBeta.ts";
import { normalQuantile } from "./normalQuantile.ts";
import { tailRoot } from "./tailRoot.ts";

/** A value x and 1 − x, each exact in its own right. */
export interface Share {
  readonly x: number;
  readonly y: number;
}

/** A start for the search in (0, ½]: near 0 the first term of the series, else a normal with the same mean and variance. */
function start(a: number, b: number, lower: number, upper: number): number {
  const logSeries = (ln(lower) + ln(a) + logBeta(a, b)) / a;
  if (logSeries < -4) return exp(logSeries);
  const mean = a / (a + b);
  const z = lower < upper ? normalQuantile(lower) : -normalQuantile(upper);
  const guess = mean + z * Math.sqrt((mean * (1 - mean)) / (a + b + 1));
  return guess > 0.1 * mean ? Math.min(guess, 0.5) : Math.min(exp(logSeries), 0.5);
}

/** The solution known to lie in (0, ½]. */
function lowerHalf(a: number, b: number, lower: number, upper: number): number {
  const which = lower <= upper ? 1 : 2;
  const tails = betaTails(a, b);
  const logTail = (x: number, out: Float64Array) => {
    tails(x, 1 - x, out);
    const slope = out[0] / ((1 - x) * out[which]);
    out[0] = out[which];
    out[1] = which === 1 ? slope : -slope;
  };
  return tailRoot(logTail, Math.min(lower, upper), start(a, b, lower, upper), 0.5);
}

/** x with I_x(a, b) = lower and 1 − I_x(a, b) = upper, together with 1 − x; the smaller tail decides. */
export function betaQuantile(a: number, b: number, lower: number, upper: number): Share {
  if (!(lower >= 0 && upper >= 0)) return { x: Number.NaN, y: Number.NaN };
  if (lower === 0) return { x: 0, y: 1 };
  if (upper === 0) return { x: 1, y: 0 };
  const inLowerHalf = lower <= upper ? lower <= betaI(a, b, 0.5) : upper >= betaIComplement(a, b, 0.5);
  if (inLowerHalf) {
    const x = lowerHalf(a, b, lower, upper);
    return { x, y: 1 - x };
  }
  const y = lowerHalf(b, a, upper, lower);
  return { x: 1 - y, y };
}

/** x with I_x(a, b) = p. */
export const betaIInverse = (a: number, b: number, p: number): number => betaQuantile(a, b, p, 1 - p).x;

/** x with 1 − I_x(a, b) = q. */
export const betaIComplementInverse = (a: number, b: number, q: number): number => betaQuantile(a, b, 1 - q, q).x;
