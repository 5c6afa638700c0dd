import { scalarArithmetic } from "./arithmetic.ts";
import { binomialCountProgram } from "./programs/binomialCount.ts";

/** The smallest k with P(X ≤ k) ≥ Φ(score), X binomial. See `binomialCountProgram`. */
export function binomialCount(score: number, size: number, probability: number): number {
  return binomialCountProgram(scalarArithmetic, score, size, probability);
}
