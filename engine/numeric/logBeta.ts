import { ln } from "./elementary.ts";
import { log1p } from "./log1p.ts";
import { halfLogTwoPi, logGamma, stirlingFrom, stirlingRemainder } from "./logGamma.ts";

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for a, b > 0, without the cancellation of large arguments. */
export function logBeta(a: number, b: number): number {
  if (a > b) return logBeta(b, a);
  const sum = a + b;
  if (b < stirlingFrom) return logGamma(a) + (logGamma(b) - logGamma(sum));
  const remainders = stirlingRemainder(b) - stirlingRemainder(sum);
  const ratio = log1p(a / b); // ln((a + b)/b)
  if (a < stirlingFrom) return logGamma(a) + (remainders - (b - 0.5) * ratio - a * (ln(sum) - 1));
  return (a - 0.5) * ln(a / sum) - b * ratio - 0.5 * ln(b) + halfLogTwoPi + (remainders + stirlingRemainder(a));
}
