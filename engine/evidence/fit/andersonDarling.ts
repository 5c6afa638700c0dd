import { ln } from "../../numeric/elementary.ts";
import type { Tails } from "../../numeric/tails.ts";

/**
 * A² = −n − Σ(2i − 1)(ln F(xᵢ) + ln(1 − F(xₙ₊₁₋ᵢ)))/n: how far the data lie from a distribution, tails counting most. Infinite
 * where a value lies outside the support.
 * Source: Anderson & Darling (1954), doi:10.1080/01621459.1954.10501232.
 */
export function andersonDarling(sorted: Float64Array, tails: Tails): number {
  const n = sorted.length;
  const out = new Float64Array(3);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    tails(sorted[i], out);
    // 2i + 1 for ln F of the i-th from below, counted from 0; 2(n − i) − 1 for its upper tail
    sum += (2 * i + 1) * ln(out[1]) + (2 * (n - i) - 1) * ln(out[2]);
  }
  return -n - sum / n;
}
