import { exp, ln } from "./elementary.ts";
import { log1p, logDevianceOf } from "./log1p.ts";
import { logBeta } from "./logBeta.ts";
import { stirlingFrom, stirlingRemainder } from "./logGamma.ts";
import { sqrt2Pi } from "./normalQuantile.ts";
import { writeTails } from "./tails.ts";

/** Writes x^a y^b / B(a, b) into out[0], I_x(a, b) into out[1] and 1 − I_x(a, b) into out[2]. */
export type BetaTails = (x: number, y: number, out: Float64Array) => void;

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
  const scale = Math.sqrt((a / n) * b) / sqrt2Pi;
  return (x, y) => {
    const gap = b * x - a * y;
    const deviance = a * logDevianceOf(gap / a, (x * n) / a) + b * logDevianceOf(-gap / b, (y * n) / b);
    return scale * exp(-deviance - remainder);
  };
}

/**
 * The continued fraction of I_x(a, b)·a / kernel, fast for x < (a + 1)/(a + b + 2) (DLMF 8.17.22), by forward recurrence of
 * numerators and denominators, brought back to denominator 1 after each pair of steps.
 */
function fraction(a: number, b: number): (x: number) => number {
  const even: number[] = [0]; // coefficients of x, kept between points
  const odd: number[] = [-(a + b) / (a + 1)];
  return (x) => {
    let above = 1;
    let aboveBefore = 1;
    let belowBefore = 1;
    let scale = 1 / (1 + odd[0] * x);
    above *= scale;
    aboveBefore *= scale;
    belowBefore *= scale;
    for (let m = 1; m < 100_000; m++) {
      if (m === even.length) {
        even.push((m * (b - m)) / ((a + 2 * m - 1) * (a + 2 * m)));
        odd.push((-(a + m) * (a + b + m)) / ((a + 2 * m) * (a + 2 * m + 1)));
      }
      const e = even[m] * x;
      const aboveMiddle = above + e * aboveBefore;
      const belowMiddle = 1 + e * belowBefore;
      const o = odd[m] * x;
      scale = 1 / (belowMiddle + o);
      const next = (aboveMiddle + o * above) * scale;
      const settled = Math.abs(next - above) <= 2.5e-16 * Math.abs(next); // within rounding
      above = next;
      aboveBefore = aboveMiddle * scale;
      belowBefore = belowMiddle * scale;
      if (settled) break;
    }
    return above;
  };
}

/** x^(a−1) y^(b−1) / B(a, b) for x, y = 1 − x in (0, 1), without the tails. */
export function betaDensity(a: number, b: number, x: number, y: number): number {
  return betaKernel(a, b)(x, y) / (x * y);
}

/**
 * Both tails at any x, for one pair a, b > 0. `y` is 1 − x, given by a caller who may know it more exactly than the
 * subtraction would; x outside [0, 1] counts as the nearer end.
 */
export function betaTails(a: number, b: number): BetaTails {
  if (!(a > 0 && b > 0)) return (_x, _y, out) => writeTails(out, Number.NaN, Number.NaN, Number.NaN);
  const kernelAt = betaKernel(a, b);
  const lowerAt = fraction(a, b);
  const upperAt = fraction(b, a);
  const turn = (a + 1) / (a + b + 2);
  return (x, y, out) => {
    if (Number.isNaN(x)) {
      writeTails(out, x, x, x);
    } else if (x <= 0) {
      writeTails(out, 0, 0, 1);
    } else if (y <= 0) {
      writeTails(out, 0, 1, 0);
    } else if (x < turn) {
      const kernel = kernelAt(x, y);
      const lower = Math.min(1, (kernel * lowerAt(x)) / a);
      writeTails(out, kernel, lower, 1 - lower);
    } else {
      const kernel = kernelAt(x, y);
      const upper = Math.min(1, (kernel * upperAt(y)) / b);
      writeTails(out, kernel, 1 - upper, upper);
    }
  };
}

function tailAt(a: number, b: number, x: number, which: 1 | 2): number {
  const out = new Float64Array(3);
  betaTails(a, b)(x, 1 - x, out);
  return out[which];
}

/** I_x(a, b). */
export const betaI = (a: number, b: number, x: number): number => tailAt(a, b, x, 1);

/** 1 − I_x(a, b), not computed by subtraction. */
export const betaIComplement = (a: number, b: number, x: number): number => tailAt(a, b, x, 2);
