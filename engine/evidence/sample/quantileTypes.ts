/**
 * Sample quantiles by Hyndman & Fan's (1996, doi:10.1080/00031305.1996.10473566) numbers. 1: a value of the sample, the inverse of
 * the empirical distribution; 2: the same, with the mean of two where it steps; 6, 7, 8: straight lines between values at
 * i/(n + 1), (i − 1)/(n − 1) and (i − ⅓)/(n + ⅓). This engine's percentiles are of type 7.
 */
export type QuantileType = 1 | 2 | 6 | 7 | 8;

/** Positions this near to a whole number, in units of rounding, count as one. */
const fuzz = 8.881784197001252e-16;

/**
 * The p-quantile of sorted values.
 *
 * @param sorted rising, at least one
 * @param p from 0 to 1
 */
export function sampleQuantile(sorted: ArrayLike<number>, p: number, type: QuantileType = 7): number {
  const n = sorted.length;
  const at = (position: number): number => sorted[Math.max(0, Math.min(n - 1, position - 1))];
  if (type === 1 || type === 2) {
    const position = Math.floor(n * p + fuzz);
    const beyond = n * p - position > fuzz * Math.max(1, n * p);
    if (beyond) return at(position + 1);
    return type === 1 ? at(position) : (at(position) + at(position + 1)) / 2;
  }
  const along = type === 6 ? (n + 1) * p : type === 7 ? (n - 1) * p + 1 : (n + 1 / 3) * p + 1 / 3;
  const below = Math.floor(along + fuzz * Math.max(1, along));
  const share = along - below;
  const [low, high] = [at(below), at(below + 1)];
  return Math.abs(share) <= fuzz * Math.max(1, along) ? low : low + share * (high - low);
}
