import { exp } from "./elementary.ts";
import { expCoefficients } from "./programs/coefficients.ts";

/** e^x − 1 with full relative accuracy near 0. */
export function expm1(x: number): number {
  if (!(Math.abs(x) < 0.34)) return exp(x) - 1;
  let p = expCoefficients[expCoefficients.length - 1] as number;
  for (let i = expCoefficients.length - 2; i >= 0; i--) p = p * x + expCoefficients[i];
  return x + x * x * (p * x + 0.5);
}
