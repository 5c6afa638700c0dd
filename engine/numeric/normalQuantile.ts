import { exp, ln, tailRatio } from "./elementary.ts";

export const inverseSqrt2Pi = 0.3989422804014327;

export const sqrt2Pi = 2.5066282746310002;

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return inverseSqrt2Pi * exp(-0.5 * z * z);
}

/** z with Φ(z) = ½ + d for small d: no cancellation near the median. */
function fromMedian(d: number): number {
  let z = d / inverseSqrt2Pi;
  for (let step = 0; step < 4; step++) {
    // Φ(z) − ½ = φ(z)·(z + z³/3 + z⁵/15 + …)
    let sum = 0;
    for (let n = 14; n >= 1; n--) sum = ((1 + sum) * z * z) / (2 * n + 1);
    z -= z * (1 + sum) - d / normalDensity(z);
  }
  return z;
}

/** −z with Φ(−z) = tail, for a tail up to ½. Start within 4.5e-4 (Hastings 1955, sheet 67), then Halley on the logarithm. */
function fromTail(tail: number): number {
  const t = Math.sqrt(-2 * ln(tail));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 5; step++) {
    const ratio = tailRatio(z);
    const excess = (normalDensity(z) * sqrt2Pi * ratio) / tail - 1;
    const slope = inverseSqrt2Pi / ratio; // −d ln Φ(−z) / dz
    const gap = (Math.abs(excess) < 1e-5 ? excess * (1 - 0.5 * excess) : ln(1 + excess)) / slope;
    // the second derivative of ln Φ(−z) is −slope·(slope − z)
    z += gap / (1 + 0.5 * gap * (slope - z));
    if (Math.abs(gap) < 1e-6 * z) break; // the next step would be its cube
  }
  return -z;
}

/** z with Φ(z) = p, 0 ≤ p ≤ 1; full relative accuracy for small p (1e-300 and less). NaN outside [0, 1]. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? Number.NEGATIVE_INFINITY : p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (Math.abs(p - 0.5) < 0.125) return fromMedian(p - 0.5);
  return p < 0.5 ? fromTail(p) : -fromTail(1 - p);
}

/** z with P(Z > z) = q; full relative accuracy for small q. */
export function normalUpperQuantile(q: number): number {
  return -normalQuantile(q);
}
