import { scalarArithmetic } from "./arithmetic.ts";
import { binomialCountProgram } from "./programs/binomialCount.ts";
import { negativeBinomialCountProgram } from "./programs/negativeBinomialCount.ts";
import { poissonCountProgram } from "./programs/poissonCount.ts";

/** The smallest k with P(X ≤ k) ≥ Φ(score), X binomial. See `binomialCountProgram`. */
export function binomialCount(score: number, size: number, probability: number): number {
  return binomialCountProgram(scalarArithmetic, score, size, probability);
}

/** The smallest k with P(X ≤ k) ≥ Φ(score), X Poisson. See `poissonCountProgram`. */
export function poissonCount(score: number, mean: number): number {
  return poissonCountProgram(scalarArithmetic, score, mean);
}

/** The smallest k with P(X ≤ k) ≥ Φ(score), X with variance mean + dispersion·mean². See `negativeBinomialCountProgram`. */
export function negativeBinomialCount(score: number, mean: number, dispersion: number): number {
  return negativeBinomialCountProgram(scalarArithmetic, score, mean, dispersion);
}
