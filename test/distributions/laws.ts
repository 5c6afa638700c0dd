import { expect } from "vitest";
import { bendsOf } from "../../engine/distributions/bends.ts";
import {
  applyTransform,
  type Described,
  type DistributionSpec,
  describe,
  transformOf,
} from "../../engine/distributions/index.ts";
import { type Moments, momentsOf } from "../../engine/distributions/moments.ts";
import { normalCdf, normalUpper } from "../../engine/numeric/elementary.ts";
import { integrate } from "../../engine/numeric/quadrature.ts";

/* What must be true of every distribution, whatever its family: written once, run on all. */

const tails = [1e-12, 1e-6, 0.01, 0.2, 0.5];
const ulp = (x: number) => Math.max(Math.abs(x) * 2.3e-16, 5e-324);

/** Both quantiles undo both tails, to the digits that the spacing of doubles at x leaves. */
export function quantilesInvertTails(d: Described): void {
  for (const u of tails) {
    const low = d.quantile(u);
    expect(Math.abs(d.cdf(low) - u)).toBeLessThanOrEqual(1e-10 * u + 8 * ulp(low) * finite(d.density(low)));
    const high = d.upperQuantile(u);
    expect(Math.abs(d.upper(high) - u)).toBeLessThanOrEqual(1e-10 * u + 8 * ulp(high) * finite(d.density(high)));
  }
}

/** Where a density is infinite (at an end), one step of x may hold any probability. */
const finite = (density: number) => (Number.isFinite(density) ? density : 1e300);

/** Quantiles rise with probability, and tails with x, but for rounding. */
export function neverDecreases(d: Described): void {
  const levels = [1e-15, 1e-9, 1e-4, 0.01, 0.1, 0.24, 0.26, 0.4, 0.499, 0.5];
  const x = [...levels.map(d.quantile), ...levels.map(d.upperQuantile).reverse()];
  for (let i = 1; i < x.length; i++) {
    // where the density is low, the rounding of a probability moves x by more than its own
    const rounding = 4 * ulp(x[i]) + 4e-16 / d.density(x[i]);
    expect(x[i]).toBeGreaterThanOrEqual(x[i - 1] - rounding);
    expect(d.cdf(x[i])).toBeGreaterThanOrEqual(d.cdf(x[i - 1]) * (1 - 1e-12));
    expect(d.upper(x[i])).toBeLessThanOrEqual(d.upper(x[i - 1]) * (1 + 1e-12));
  }
}

export function staysInItsSupport(d: Described): void {
  const [low, high] = d.support;
  for (const u of [1e-300, ...tails]) {
    expect(d.quantile(u)).toBeGreaterThanOrEqual(low);
    expect(d.quantile(u)).toBeLessThanOrEqual(high);
    expect(d.upperQuantile(u)).toBeGreaterThanOrEqual(low);
    expect(d.upperQuantile(u)).toBeLessThanOrEqual(high);
  }
  if (Number.isFinite(low)) expect([d.density(low - 1), d.cdf(low - 1), d.upper(low - 1)]).toEqual([0, 0, 1]);
  if (Number.isFinite(high)) expect([d.density(high + 1), d.cdf(high + 1), d.upper(high + 1)]).toEqual([0, 1, 0]);
}

/** ∫ density = difference of the distribution function, between quantiles, and both tails make one. */
export function densityIsTheSlopeOfTheCdf(d: Described): void {
  const points = [d.quantile(0.001), d.quantile(0.1), d.quantile(0.5), d.upperQuantile(0.1), d.upperQuantile(0.001)];
  const bends = bendsOf(d);
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!(b - a > 1e4 * ulp(b))) continue; // both quantiles at one end, where doubles are too coarse
    const stops = [a, ...bends.filter((x) => x > a && x < b), b];
    let area = 0;
    for (let k = 1; k < stops.length; k++) area += integrate(d.density, stops[k - 1], stops[k]);
    const rounding = 8 * ulp(b) * (d.density(a) + d.density(b));
    expect(Math.abs(area - (d.cdf(b) - d.cdf(a)))).toBeLessThanOrEqual(1e-9 + rounding);
    expect(Math.abs(d.cdf(a) + d.upper(a) - 1)).toBeLessThanOrEqual(1e-13 + rounding);
  }
}

/**
 * Mean, variance and skewness against quadrature over scores, or piece by piece where the quantile has kinks; infinite or
 * undefined where a tail is too heavy. Moments near the tail's limit are left out: the quadrature does not reach as far.
 */
export function momentsAreRight(d: Described): void {
  const index = Math.min(...d.tailIndex);
  [d.mean, d.variance, d.skewness].forEach((moment, i) => {
    const order = i + 1;
    // just above its limit a moment may be beyond a quadrature's reach
    if (index <= order || index > 1.05 * order) expect(Number.isFinite(moment)).toBe(index > order);
  });
  if (index < 2.6) return;
  const sd = Math.sqrt(d.variance);
  const byQuadrature = d.gaps ? overDensity(d) : d.kinks.length > 0 ? momentsOf(d) : overScores(d);
  expect(Math.abs(byQuadrature.mean - d.mean)).toBeLessThanOrEqual(1e-7 * sd + 4 * ulp(d.mean));
  expect(Math.abs(byQuadrature.variance - d.variance)).toBeLessThanOrEqual(1e-6 * d.variance + 8 * ulp(d.mean) * sd);
  if (index < 4) return;
  const rounding = (8 * ulp(d.mean)) / sd;
  expect(Math.abs(byQuadrature.skewness - d.skewness)).toBeLessThanOrEqual(
    (1e-5 + rounding) * (1 + Math.abs(d.skewness)),
  );
}

/** Of the density between many quantiles: where several modes make the quantile steep. */
function overDensity(d: Described): Moments {
  const levels = [1e-15, 1e-9, 1e-4, ...Array.from({ length: 48 }, (_, i) => (i + 1) / 98)];
  const points = [...levels.map(d.quantile), ...levels.map(d.upperQuantile), ...bendsOf(d)].sort((a, b) => a - b);
  const centre = d.quantile(0.5);
  const over = (f: (x: number) => number) => {
    let sum = 0;
    for (let i = 1; i < points.length; i++)
      sum += integrate((x) => f(x - centre) * d.density(x), points[i - 1], points[i]);
    return sum;
  };
  const offset = over((x) => x);
  const variance = over((x) => (x - offset) ** 2);
  return { mean: centre + offset, variance, skewness: over((x) => (x - offset) ** 3) / variance ** 1.5 };
}

function overScores(d: Described): Moments {
  const centre = d.quantile(0.5);
  let weight = 0;
  let first = 0;
  let second = 0;
  let third = 0;
  const farthest = Number.isFinite(Math.min(...d.tailIndex)) ? 36 : 12;
  for (let z = -farthest; z <= farthest; z += 1 / 8) {
    const w = Math.exp((-z * z) / 2);
    const x = (z < 0 ? d.quantile(normalCdf(z)) : d.upperQuantile(normalUpper(z))) - centre;
    weight += w;
    first += w * x;
    second += w * x * x;
    third += w * x * x * x;
  }
  const offset = first / weight;
  const variance = second / weight - offset * offset;
  const cube = third / weight - offset * (3 * variance + offset * offset);
  return { mean: centre + offset, variance, skewness: cube / variance ** 1.5 };
}

/** A draw is T(z) within the stated error at these scores, in the support, and never decreases beyond rounding. */
export function drawsAreQuantiles(spec: DistributionSpec, scores: Float64Array): void {
  const d = describe(spec);
  const sorted = Float64Array.from(scores).sort();
  const values = new Float64Array(sorted.length);
  applyTransform(transformOf(spec), sorted, values, sorted.length);
  const median = d.quantile(0.5);
  const scale = Math.max(d.upperQuantile(0.25) - d.quantile(0.25), (d.upperQuantile(0.01) - d.quantile(0.01)) / 1000);
  const wrong: string[] = [];
  values.forEach((x, i) => {
    const z = Math.max(-9, Math.min(9, sorted[i]));
    const exact = z < 0 ? d.quantile(normalCdf(z)) : d.upperQuantile(normalUpper(z));
    const allowed = 1.1e-9 * (scale + Math.abs(exact - median)) + 8 * ulp(exact);
    const level = Math.min(Math.abs(d.cdf(x) - normalCdf(z)), Math.abs(d.upper(x) - normalUpper(z)));
    if (!(Math.abs(x - exact) <= allowed || level <= 1e-9)) wrong.push(`z ${sorted[i]}: ${x}, not ${exact}`);
    if (!(x >= d.support[0] && x <= d.support[1])) wrong.push(`z ${sorted[i]}: ${x} outside the support`);
    if (i > 0 && x < values[i - 1] - 4 * ulp(x)) wrong.push(`z ${sorted[i]}: ${x} after ${values[i - 1]}`);
  });
  expect(wrong.slice(0, 5)).toEqual([]);
}
