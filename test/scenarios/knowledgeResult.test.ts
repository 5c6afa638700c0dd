import { expect, test } from "vitest";
import { describe } from "../../engine/distributions/index.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";

/* From the file to the result: each form of knowledge as a benefit of its own, against the mean of its distribution. */

const studies = [4, 18, 11, 25, 12, 15, 16].map((estimate) => ({ estimate, se: 3 }));
const experts = [
  { low: 1, best: 2, high: 4 },
  { low: 2, best: 3, high: 6 },
];
const quantities: Readonly<Record<string, object>> = {
  linear: { experts },
  logarithmic: { experts, pool: "logarithmic" },
  pooled: { studies },
  spread: { studies, method: "confidence distribution" },
  fitted: { as: "gamma", data: [10, 20, 30, 25] },
  bins: { edges: [0, 10, 20], chips: [1, 3] },
  curve: { quantiles: { "10 %": 2, "50 %": 3, "90 %": 5 } },
};
const names = Object.keys(quantities);

test("what people know is drawn as it was understood", async () => {
  const outcome = checkValue({
    format: "utfall-scenario/1",
    id: "known",
    title: "Known",
    priceYear: 2025,
    discounting: "3 %/year",
    actors: { town: "The town" },
    quantities: Object.fromEntries(names.map((name) => [name, { ...quantities[name], unit: "kr" }])),
    formulas: Object.fromEntries(names.map((name) => [`${name}Worth`, { value: `= ${name}`, gains: "town" }])),
    costs: { once: { amount: "1 kr", when: "year 0", paidBy: "town" } },
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const outputs = names.map((name) => `benefit.${name}Worth`);
  const compiled = compile(outcome.scenario, { outputs });
  const run = (await simulate({ ...compiled, design: "plain", draws: 16_384, seed: "known" }, inline()))!;
  for (const [i, name] of names.entries()) {
    const { mean, variance, quantile } = describe(outcome.scenario.inputs[i].distribution);
    const output = run.result.outputs[outputs[i]];
    if (!("mean" in output)) throw new Error(name);
    // the heaviest tail here, of t with 6 degrees of freedom, has a variance: five standard errors of the mean
    const error = Math.sqrt(variance / run.result.manifest.draws);
    expect(Math.abs(output.mean.value - mean), name).toBeLessThan(5 * error);
    const median = output.percentiles[50].value;
    expect(Math.abs(median - quantile(0.5)), name).toBeLessThan(10 * error);
  }
});
