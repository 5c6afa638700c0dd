import { betaQuantile } from "./betaQuantile.ts";

type Interval = readonly [low: number, high: number];

/** After what never or always happened, by trials and level: every run of one size asks for these anew. */
const certain = new Map<string, Interval>();
const mostCertain = 64;

/**
 * Exact interval for a probability after `hits` in `n` trials: covers at least `level` (0.95 = 95 %).
 * Source: Clopper & Pearson (1934), doi:10.1093/biomet/26.4.404.
 */
export function binomialInterval(hits: number, n: number, level: number): Interval {
  if (hits > 0 && hits < n) return interval(hits, n, level);
  const key = `${hits} ${n} ${level}`;
  const found = certain.get(key) ?? interval(hits, n, level);
  if (certain.size === mostCertain) certain.clear();
  certain.set(key, found);
  return found;
}

function interval(hits: number, n: number, level: number): Interval {
  const tail = (1 - level) / 2;
  const low = hits <= 0 ? 0 : betaQuantile(hits, n - hits + 1, tail, 1 - tail).x;
  const high = hits >= n ? 1 : betaQuantile(hits + 1, n - hits, 1 - tail, tail).x;
  return [low, high];
}
