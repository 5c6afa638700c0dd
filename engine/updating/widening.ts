import { exp, ln } from "../numeric/elementary.ts";
import { axesOf, type Gaussian, logWeightsOf, pointsFrom, weightsOf, withVariances } from "./gaussian.ts";
import type { LogDensity, Points } from "./target.ts";

/**
 * Share by which each variance of a proposal is larger than that of the posterior it stands for: heavier ends keep weights
 * bounded. In d dimensions 1 + 0.6/√d: it costs 7 % of the effective number for one, and 14 % for twelve.
 */
const widening = (dimensions: number): number => 1 + 0.6 / Math.sqrt(dimensions);

export const widened = (gaussian: Gaussian): Gaussian => {
  const share = widening(gaussian.mean.length);
  return withVariances(gaussian, (variance) => share * variance);
};

/** Distances along an axis, in its standard deviations, at which weights are looked at. */
const far = [3, 3.5, 4, 4.5, 5, 5.5, 6];
const near = [0, 0.5, 1, 1.5, 2];
/** How much heavier than the heaviest of the near points one at a distance may be: w ≤ c·exp(r²/8), so Σw² stays finite. */
const mostLog = (distance: number): number => (distance * distance) / 8;
/** Where the target's density is below this share of its height (e⁻¹⁰) there is nothing to miss. */
const negligible = -10;
const mostWidenings = 12;

/**
 * Widens every principal axis along which weights grow without bound: there the observations say less about what lies far out
 * than near by, and the proposal must fall no faster than the prior.
 */
export function withBoundedWeights(logDensity: LogDensity, gaussian: Gaussian): Gaussian {
  let now = gaussian;
  for (let round = 0; round < mostWidenings; round++) {
    const { mean } = now;
    const sides = axesOf(now).flatMap(({ vector, deviation }, axis) =>
      [-1, 1].map((sign) => ({ axis, along: vector.map((x) => sign * deviation * x) })),
    );
    const distances = [...near, ...far];
    const points: Points = mean.map((x, i) =>
      Float64Array.from(sides.flatMap(({ along }) => distances.map((r) => x + r * along[i]))),
    );
    const densities = logDensity(points);
    const peak = Math.max(...densities);
    const growing = new Set<number>();
    sides.forEach(({ axis }, s) => {
      const density = (k: number) => densities[s * distances.length + k];
      const weight = (k: number) => density(k) + (distances[k] * distances[k]) / 2;
      const within = Math.max(...near.map((_, k) => weight(k)));
      const grows = (r: number, k: number) => weight(k) > within + mostLog(r) && density(k) > peak + negligible;
      if (far.some((r, k) => grows(r, near.length + k))) growing.add(axis);
    });
    if (growing.size === 0) return now;
    now = withVariances(now, (variance, axis) => (growing.has(axis) ? 1.3 * variance : variance));
  }
  return now;
}

/** Variances, beside those of a proposal, that are compared. */
const scales = [1, 1.25, 1.6, 2, 2.5, 3.2, 4];
/** A draw that weighs more than so many mean ones stands for what is hardly drawn. */
const heavy = 10;
/** Such draws may hold this share of the posterior. */
const mostHeavy = 2e-4;
/** A wider proposal shall keep this share of the effective number of the best. */
const leastKept = 0.5;

/**
 * The narrowest scale of a proposal at which draws that weigh heavily hold next to nothing of the posterior. Points tell that lie
 * further out than any of them draws: where the target bends away from a normal distribution, what is never drawn is in no
 * error either. With ω = target/wide the weight of such a point is ω·wide/proposal, and E[w]²/E[w²] of the proposal is
 * E[ω]²/E[ω²·wide/proposal].
 */
export function withBestScale(density: LogDensity, scores: Points, gaussian: Gaussian): Gaussian {
  const dimensions = gaussian.mean.length;
  const wide = 1 + 3 / Math.sqrt(dimensions);
  const outer = withVariances(gaussian, (variance) => wide * variance);
  const logWeights = logWeightsOf(density(pointsFrom(outer, scores)), outer, scores);
  const weights = weightsOf(logWeights);
  const squares = Float64Array.from(weights, (_, j) => scores.reduce((sum, column) => sum + column[j] * column[j], 0));
  const mean = weights.reduce((sum, own) => sum + own, 0) / weights.length;
  const tried = scales.map((scale) => {
    let meanSquare = 0;
    let held = 0;
    weights.forEach((own, j) => {
      const times = exp((squares[j] / 2) * (wide / scale - 1) + (dimensions / 2) * ln(scale / wide));
      meanSquare += (own * own * times) / weights.length;
      if (own * times > heavy * mean) held += own / weights.length;
    });
    return { scale, share: (mean * mean) / meanSquare, heavy: held / mean };
  });
  const most = Math.max(...tried.map(({ share }) => share));
  const kept = tried.filter(({ share }) => share >= leastKept * most);
  const { scale } = kept.find((own) => own.heavy <= mostHeavy) ?? kept[kept.length - 1];
  return scale === 1 ? gaussian : withVariances(gaussian, (variance) => scale * variance);
}
