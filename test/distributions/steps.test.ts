import { expect, test } from "vitest";
import { type DistributionSpec, describe, type StepTable, transformOf } from "../../engine/distributions/index.ts";
import { mostSteps } from "../../engine/distributions/steps.ts";
import { normalCdf, normalUpper } from "../../engine/numeric/elementary.ts";

/* Discrete families with very many values: their tails are summed, and agree with those that are asked for one by one. */

const large: readonly DistributionSpec[] = [
  { family: "poisson", parameters: { mean: 9_999_999.5 } },
  { family: "binomial", parameters: { trials: 10_000_000, probability: 0.5 } },
  { family: "negativeBinomial", parameters: { size: 2, probability: 0.002 } },
  { family: "betaBinomial", parameters: { trials: 20_000, alpha: 2, beta: 5 } },
];

test.each(large)("$family $parameters", (spec) => {
  const { values, thresholds } = transformOf(spec) as StepTable;
  const d = describe(spec);
  expect(values.length).toBeGreaterThan(4096);
  expect(values.length).toBeLessThanOrEqual(mostSteps);
  expect(d.cdf(values[0] - 1)).toBeLessThanOrEqual(normalCdf(-9));
  expect(d.upper(values[values.length - 1])).toBeLessThanOrEqual(normalUpper(9));
  for (let i = 0; i < thresholds.length; i += Math.ceil(thresholds.length / 50)) {
    const z = thresholds[i];
    const [tail, exact] = z < 0 ? [normalCdf(z), d.cdf(values[i])] : [normalUpper(z), d.upper(values[i])];
    expect(Math.abs(tail - exact)).toBeLessThanOrEqual(1e-10 * exact);
  }
});
