/**
 * Counts on plain doubles. What the series alone can answer is written out for speed; the plain meaning is in `programs/`,
 * and a test holds each function here to its program.
 */
import { scalarArithmetic } from "./arithmetic.ts";
import { binomialCountProgram } from "./programs/binomialCount.ts";
import { negativeBinomialCountProgram } from "./programs/negativeBinomialCount.ts";
import { poissonCountProgram } from "./programs/poissonCount.ts";

/** The smallest k with P(X ≤ k) ≥ Φ(score), X binomial. See `binomialCountProgram`. */
export function binomialCount(score: number, size: number, probability: number): number {
  if (size >= 1 && size <= 1e9 && Math.floor(size) === size && probability > 1e-60 && probability < 1) {
    const mean = size * probability;
    const rest = 1 - probability;
    const count = countBySeries(score, mean, Math.sqrt(mean * rest), rest - probability, 1);
    if (count >= 0) return Math.min(size, count);
  }
  return binomialCountProgram(scalarArithmetic, score, size, probability);
}

/** The smallest k with P(X ≤ k) ≥ Φ(score), X Poisson. See `poissonCountProgram`. */
export function poissonCount(score: number, mean: number): number {
  if (mean > 1e-60 && mean <= 1e9) {
    const count = countBySeries(score, mean, Math.sqrt(mean), 1, 1);
    if (count >= 0) return count;
  }
  return poissonCountProgram(scalarArithmetic, score, mean);
}

/** The smallest k with P(X ≤ k) ≥ Φ(score), X with variance mean + dispersion·mean². See `negativeBinomialCountProgram`. */
export function negativeBinomialCount(score: number, mean: number, dispersion: number): number {
  if (mean > 1e-60 && mean <= 1e9 && dispersion > 1e-20 && dispersion <= 1000) {
    const extra = dispersion * mean;
    const more = 1 + extra;
    const skew = more + extra;
    const square = skew * skew;
    const count = countBySeries(score, mean, Math.sqrt(mean * more), skew, square * square * skew);
    if (count >= 0) return count;
  }
  return negativeBinomialCountProgram(scalarArithmetic, score, mean, dispersion);
}

/** The count where the series is sure of it, not above any limit; else −1. See `countSeries`. */
function countBySeries(z: number, mean: number, sd: number, skew: number, skewed: number): number {
  if (!(Math.abs(z) <= 7)) return -1;
  const q = z * z;
  const s = skew * skew;
  const inverse = 1 / sd;
  const inverseSquare = inverse * inverse;
  const next = ((0.00342 * q + 0.0108) * q + 0.081) * q + 0.0078;
  const doubt = inverseSquare * inverseSquare * next * skewed + (mean + sd * 8) * 8.881784197001252e-16;
  if (!(doubt < 0.5)) return -1;
  const second = ((1 / 144) * q + -7 / 144) * s + ((-1 / 48) * q + 1 / 48);
  const third = (((-1 / 2160) * q + -7 / 6480) * q + 1 / 405) * s + (((1 / 240) * q + 7 / 720) * q + -1 / 45);
  const fourth =
    ((((1 / 69120) * q + 1 / 2430) * q + -433 / 622080) * s + (((-1 / 1280) * q + -59 / 17280) * q + 349 / 34560)) * s +
    (((-13 / 23040) * q + -1 / 1920) * q + 181 / 23040);
  const odd = second + inverseSquare * fourth;
  const even = (q - 1) * (1 / 6) + inverseSquare * third;
  const x = mean + (sd * z + (skew * even + inverse * z * odd));
  const whole = Math.floor(x);
  return Math.abs(x - whole - 0.5) <= doubt ? -1 : Math.max(0, Math.floor(x + 0.5));
}
