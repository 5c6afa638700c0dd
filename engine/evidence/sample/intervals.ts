import { normalUpperQuantile } from "../../numeric/normalQuantile.ts";
import { studentTQuantile } from "../../numeric/studentT.ts";

type Ends = readonly [number, number];

/** Interval of a mean: mean ± t·sd/√n with n − 1 degrees of freedom. */
export function meanInterval(n: number, mean: number, sd: number, level: number): Ends {
  const half = (-studentTQuantile((1 - level) / 2, n - 1) * sd) / Math.sqrt(n);
  return [mean - half, mean + half];
}

/** The same with the normal's quantile: for a known standard deviation. */
export function normalMeanInterval(n: number, mean: number, sd: number, level: number): Ends {
  const half = (normalUpperQuantile((1 - level) / 2) * sd) / Math.sqrt(n);
  return [mean - half, mean + half];
}

/** Values needed for an interval of a mean that reaches this share of the standard deviation to either side. */
export function sizeForHalfWidth(shareOfSd: number, level: number): number {
  const ratio = normalUpperQuantile((1 - level) / 2) / shareOfSd;
  return Math.ceil(ratio * ratio);
}

/**
 * Interval of a share by inverting the score test: near its level on average, inside [0, 1].
 * For one that covers at least its level see `binomialInterval`.
 * Source: Wilson (1927), doi:10.1080/01621459.1927.10502953.
 */
export function wilsonInterval(hits: number, n: number, level: number): Ends {
  const z = normalUpperQuantile((1 - level) / 2);
  const share = hits / n;
  const added = (z * z) / n;
  const centre = share + added / 2;
  const half = z * Math.sqrt((share * (1 - share) + added / 4) / n);
  return [hits === 0 ? 0 : (centre - half) / (1 + added), hits === n ? 1 : (centre + half) / (1 + added)];
}
