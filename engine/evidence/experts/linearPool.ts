import { bracketRoot } from "../../numeric/bracketRoot.ts";
import { type Opinion, type PooledOpinion, weighed } from "./opinion.ts";

/**
 * Linear pool: the mixture Σ w·F of the experts' distributions, as if one of them were right and nobody knew which. Keeps every
 * expert's extremes; wider than each where they differ.
 * Source: Stone (1961), doi:10.1214/aoms/1177704873.
 *
 * @throws UtfallError `evidenceRule`
 */
export function linearPool(
  opinions: readonly (Opinion & { readonly mean: number; readonly variance: number })[],
): PooledOpinion {
  const kept = weighed(opinions);
  const counted = opinions.filter(({ weight }) => weight > 0);
  const sum = (f: (i: number) => number) => kept.reduce((total, { weight }, i) => total + weight * f(i), 0);
  const cdf = (x: number) => sum((i) => kept[i].distribution.cdf(x));
  const upper = (x: number) => sum((i) => kept[i].distribution.upper(x));
  const mean = sum((i) => counted[i].mean);
  return {
    support: [
      Math.min(...kept.map(({ distribution }) => distribution.support[0])),
      Math.max(...kept.map(({ distribution }) => distribution.support[1])),
    ],
    density: (x) => sum((i) => kept[i].distribution.density(x)),
    cdf,
    upper,
    quantile: (u) => quantileOf(kept, cdf, upper, u),
    mean,
    variance: sum((i) => counted[i].variance + (counted[i].mean - mean) * (counted[i].mean - mean)),
  };
}

/** Between the experts' own quantiles, from the nearer tail; the lower end of a stretch without values. */
function quantileOf(
  kept: readonly Opinion[],
  cdf: (x: number) => number,
  upper: (x: number) => number,
  u: number,
): number {
  if (!(u >= 0 && u <= 1)) return Number.NaN;
  const each = kept.map(({ distribution }) => distribution.quantile(u));
  const [low, high] = [Math.min(...each), Math.max(...each)];
  if (low === high || u === 0) return low;
  if (u === 1) return high;
  const excess = u < 0.5 ? (x: number) => cdf(x) - u : (x: number) => 1 - u - upper(x);
  return bracketRoot(excess, low, high) ?? (excess(low) >= 0 ? low : high);
}
