import { exp, power } from "../numeric/elementary.ts";
import { inverseSqrt2Pi } from "../numeric/normalQuantile.ts";

/** Beyond so many bandwidths a kernel adds less than 3e-11 of its peak. */
const reach = 7;

/**
 * Gaussian kernel density at evenly spaced points, with Silverman's bandwidth sd·(3n/4)^(−1/5). The values of one kernel at
 * neighbouring points follow from each other by products, from its middle outwards.
 * Source: Silverman (1986), Density Estimation for Statistics and Data Analysis, p. 45, for one dimension.
 *
 * @param draws places in `values`; at least two that differ
 * @param out set to the density at low, low + step, …
 */
export function gridDensity(
  values: Float64Array,
  draws: Uint32Array,
  low: number,
  step: number,
  out: Float64Array,
): void {
  const n = draws.length;
  let mean = 0;
  for (const draw of draws) mean += values[draw];
  mean /= n;
  let squares = 0;
  for (const draw of draws) squares += (values[draw] - mean) * (values[draw] - mean);
  const width = Math.sqrt(squares / (n - 1)) * power((3 * n) / 4, -0.2);
  const stride = step / width;
  const shrink = exp(-stride * stride);
  const far = Math.ceil(reach / stride);
  out.fill(0);
  for (const draw of draws) {
    const place = (values[draw] - low) / step;
    const nearest = Math.min(out.length - 1, Math.max(0, Math.floor(place + 0.5)));
    const off = (nearest - place) * stride;
    const peak = exp((-off * off) / 2);
    out[nearest] += peak;
    // (off + k·stride)² / 2 grows by (off·stride + stride²/2) first, and by stride² more at each further step.
    const half = exp((-stride * stride) / 2);
    const tilt = exp(-off * stride);
    let height = peak;
    let ratio = half * tilt;
    const last = Math.min(out.length - 1, nearest + far);
    for (let k = nearest + 1; k <= last; k++) {
      height *= ratio;
      ratio *= shrink;
      out[k] += height;
    }
    height = peak;
    ratio = half / tilt;
    const first = Math.max(0, nearest - far);
    for (let k = nearest - 1; k >= first; k--) {
      height *= ratio;
      ratio *= shrink;
      out[k] += height;
    }
  }
  const scale = inverseSqrt2Pi / (n * width);
  for (let k = 0; k < out.length; k++) out[k] *= scale;
}
