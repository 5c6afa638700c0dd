import type { Tails } from "../numeric/tails.ts";

/** The density at x, for callers who want one number. */
export const densityAt = (tails: Tails, x: number): number => one(tails, x, 0);
/** P(X ≤ x). */
export const lowerAt = (tails: Tails, x: number): number => one(tails, x, 1);
/** P(X > x). */
export const upperAt = (tails: Tails, x: number): number => one(tails, x, 2);

function one(tails: Tails, x: number, which: 0 | 1 | 2): number {
  const out = new Float64Array(3);
  tails(x, out);
  return out[which];
}
