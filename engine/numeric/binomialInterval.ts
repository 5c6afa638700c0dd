import { betaQuantile } from "./betaQuantile.ts";

/**
 * Exact interval for a probability after `hits` in `n` trials: covers at least `level` (0.95 = 95 %).
 * Source: Clopper & Pearson (1934), doi:10.1093/biomet/26.4.404.
 */
export function binomialInterval(hits: number, n: number, level: number): readonly [number, number] {
  const tail = (1 - level) / 2;
  const low = hits <= 0 ? 0 : betaQuantile(hits, n - hits + 1, tail, 1 - tail).x;
  const high = hits >= n ? 1 : betaQuantile(hits + 1, n - hits, 1 - tail, tail).x;
  return [low, high];
}
