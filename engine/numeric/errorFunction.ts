import { exp, expOfSum, ln, normalTail, tailRatio } from "./elementary.ts";
import { log1p } from "./log1p.ts";
import { splitter } from "./programs/coefficients.ts";

const twoOverSqrtPi = 1.1283791670955126;

/** e^(−x²) with the rounding of x² put back. */
function bell(x: number): number {
  const c = x * splitter;
  const head = c - (c - x);
  const rest = x - head;
  const square = x * x;
  return expOfSum(-square, -(head * head - square + 2 * (head * rest) + rest * rest));
}

/** erfc(x) = 1 − erf(x); full relative accuracy in the upper tail. */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  if (x > 28) return 0;
  return 2 * bell(x) * tailRatio(x * Math.SQRT2);
}

/** erf(x) = 2/√π ∫₀ˣ e^(−t²) dt; full relative accuracy near 0. */
export function erf(x: number): number {
  if (!(Math.abs(x) < 1)) return x < 0 ? erfc(-x) - 1 : 1 - erfc(x);
  // e^(−x²)·x·(1 + 2x²/3 + (2x²)²/15 + …): all terms of one sign
  let sum = 0;
  for (let n = 22; n >= 1; n--) sum = ((1 + sum) * 2 * x * x) / (2 * n + 1);
  return twoOverSqrtPi * exp(-x * x) * x * (1 + sum);
}

/** e^(x²)·erfc(x): the tail without its exponential. Infinity below −26.6. */
export function erfcx(x: number): number {
  if (x < 0) return 2 / bell(x) - erfcx(-x);
  return 2 * tailRatio(x * Math.SQRT2);
}

/** ln Φ(z), finite where Φ(z) itself underflows. */
export function logNormalCdf(z: number): number {
  return z < 0 ? ln(tailRatio(-z)) - 0.5 * z * z : log1p(-normalTail(z));
}
