import { betaQuantile } from "./betaQuantile.ts";

/** t with P(T ≤ t) = p for Student's t with ν > 0 degrees of freedom (any real number). */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p >= 0 && p <= 1 && degreesOfFreedom > 0)) return Number.NaN;
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? p : 1 - p;
  // ν/(ν + t²) is beta(ν/2, ½), with both tails of t in its lower tail
  const { x, y } = betaQuantile(degreesOfFreedom / 2, 0.5, 2 * tail, 1 - 2 * tail);
  const t = Math.sqrt((degreesOfFreedom * y) / x);
  return p < 0.5 ? -t : t;
}
