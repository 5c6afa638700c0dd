import { expect } from "vitest";
import { applyTransform, type DistributionSpec, describe, transformOf } from "../../engine/distributions/index.ts";
import { normalCdf, normalUpper } from "../../engine/numeric/elementary.ts";

/* What must be true of every discrete distribution, whatever its family. */

/** The quantile of a value's own tail is that value, from either side, and just beyond it the next one. */
function quantilesInvertTails(spec: DistributionSpec): void {
  const d = describe(spec);
  const wrong: string[] = [];
  const stride = Math.ceil(d.atoms!.length / 30);
  d.atoms!.forEach((x, i, atoms) => {
    if (i % stride !== 0) return;
    const [lower, upper] = [d.cdf(x), d.upper(x)];
    if (lower < 0.999 && d.quantile(lower) !== x) wrong.push(`quantile(${lower}) = ${d.quantile(lower)}, not ${x}`);
    if (upper < 0.999 && d.upperQuantile(upper) !== x) wrong.push(`upperQuantile(${upper}), not ${x}`);
    const next = atoms[i + 1];
    if (next === undefined) return;
    if (lower < 0.5 && d.quantile(lower * (1 + 1e-12)) !== next) wrong.push(`past ${x} not ${next}`);
    if (upper < 0.5 && d.upperQuantile(upper * (1 - 1e-12)) !== next) wrong.push(`past ${x} not ${next}`);
  });
  expect(wrong.slice(0, 3)).toEqual([]);
}

/** Probabilities are the steps of both tails, both tails make one, and all of them are one together. */
function probabilitiesAreTheSteps(spec: DistributionSpec): void {
  const d = describe(spec);
  let total = d.cdf(d.atoms![0]) - d.density(d.atoms![0]) + d.upper(d.atoms![d.atoms!.length - 1]);
  let before = total;
  const wrong: string[] = [];
  for (const x of d.atoms!) {
    const mass = d.density(x);
    total += mass;
    if (Math.abs(d.cdf(x) - before - mass) > 1e-12) wrong.push(`P(${x}) = ${mass}, not ${d.cdf(x) - before}`);
    if (Math.abs(d.cdf(x) + d.upper(x) - 1) > 1e-12) wrong.push(`tails at ${x}`);
    before = d.cdf(x);
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(Math.abs(total - 1)).toBeLessThanOrEqual(1e-11);
}

/** Nothing between the values and outside the support. */
function nothingElsewhere(spec: DistributionSpec): void {
  const d = describe(spec);
  const [low, high] = d.support;
  expect([d.density(low - 1), d.cdf(low - 1), d.upper(low - 1)]).toEqual([0, 0, 1]);
  if (Number.isFinite(high)) expect([d.density(high + 1), d.cdf(high + 1), d.upper(high + 1)]).toEqual([0, 1, 0]);
  const [first, second] = d.atoms!;
  if (second === undefined) return;
  const between = first + (second - first) / 3;
  expect([d.density(between), d.cdf(between), d.upper(between)]).toEqual([0, d.cdf(first), d.upper(first)]);
  for (const u of [1e-300, 1e-12, 0.01, 0.5]) {
    expect(d.quantile(u)).toBeGreaterThanOrEqual(low);
    expect(d.upperQuantile(u)).toBeLessThanOrEqual(high);
  }
}

/** Mean, variance and skewness are the sums over the values. */
function momentsAreSums(spec: DistributionSpec): void {
  const d = describe(spec);
  const sum = (f: (x: number) => number) => d.atoms!.reduce((total, x) => total + d.density(x) * f(x), 0);
  const sd = Math.sqrt(d.variance);
  expect(Math.abs(sum((x) => (x - d.mean) / sd))).toBeLessThanOrEqual(1e-9);
  expect(Math.abs(sum((x) => ((x - d.mean) / sd) ** 2) - 1)).toBeLessThanOrEqual(1e-9);
  expect(Math.abs(sum((x) => ((x - d.mean) / sd) ** 3) - d.skewness)).toBeLessThanOrEqual(
    1e-8 * (1 + Math.abs(d.skewness)),
  );
}

/** A draw is the smallest value whose lower tail reaches that of the score, also beside the thresholds. */
function drawsAreQuantiles(spec: DistributionSpec): void {
  const d = describe(spec);
  const transform = transformOf(spec);
  if (transform.kind !== "steps") throw new Error(`${spec.family} has no steps`);
  const beside = [...transform.thresholds].filter((z) => Math.abs(z) < 9).flatMap((z) => [z - 1e-9, z + 1e-9]);
  const some = beside.filter((_, i) => i % Math.ceil(beside.length / 60) === 0);
  const z = Float64Array.from([...some, -8.9, -3, -1, -0.2, 0.001, 0.4, 1.3, 2, 5, 8.9]).sort();
  const values = new Float64Array(z.length);
  applyTransform(transform, z, values, z.length);
  const wrong: string[] = [];
  values.forEach((x, i) => {
    const exact = z[i] < 0 ? d.quantile(normalCdf(z[i])) : d.upperQuantile(normalUpper(z[i]));
    if (x !== exact) wrong.push(`z ${z[i]}: ${x}, not ${exact}`);
  });
  expect(wrong.slice(0, 5)).toEqual([]);
}

export const discreteLaws = {
  quantilesInvertTails,
  probabilitiesAreTheSteps,
  nothingElsewhere,
  momentsAreSums,
  drawsAreQuantiles,
};
