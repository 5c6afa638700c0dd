import { expect, describe as group, test } from "vitest";
import { checkSpec, type DistributionSpec, describe } from "../../engine/distributions/index.ts";
import { distributions } from "../../engine/distributions/table.ts";
import { reference } from "../reference.ts";

/* Every discrete case of the reference files. */

type Known = Record<string, number>;
const counts = (known: Known): DistributionSpec["parameters"] => {
  const keys = Object.keys(known).sort().join();
  const { forms } = distributions.negativeBinomial;
  return { ...forms.find((form) => [...form.keys].sort().join() === keys)!.toParameters(known) };
};
const specOf: Readonly<Record<string, (p: Known) => DistributionSpec>> = {
  "bernoulli p": ({ p }) => ({ family: "bernoulli", parameters: { probability: p } }),
  "binomial n_p": ({ n, p }) => ({ family: "binomial", parameters: { trials: n, probability: p } }),
  "poisson mean": (p) => ({ family: "poisson", parameters: p }),
  "negativeBinomial size_prob": ({ size, prob }) => ({
    family: "negativeBinomial",
    parameters: { size, probability: prob },
  }),
  "negativeBinomial mean_size": (p) => ({ family: "negativeBinomial", parameters: counts(p) }),
  "negativeBinomial mean_sd": (p) => ({ family: "negativeBinomial", parameters: counts(p) }),
  "betaBinomial n_alpha_beta": ({ n, alpha, beta }) => ({
    family: "betaBinomial",
    parameters: { trials: n, alpha, beta },
  }),
  "hypergeometric population_marked_draws": ({ population, marked, draws }) => ({
    family: "hypergeometric",
    parameters: { size: population, marked, drawn: draws },
  }),
  "geometric prob": ({ prob }) => ({ family: "geometric", parameters: { probability: prob } }),
  "discreteUniform min_max": ({ min, max }) => ({ family: "discreteUniform", parameters: { low: min, high: max } }),
};

const { cases } = reference("distributions-discrete");
const nameOf = (c: { family: string; parametrisation: string }) => `${c.family} ${c.parametrisation}`;

test("every case is ours", () => {
  expect([...new Set(cases.map(nameOf))].sort()).toEqual(Object.keys(specOf).sort());
});

for (const c of cases) {
  group(c.id, () => {
    const spec = specOf[nameOf(c)](c.params);
    const d = describe(spec);
    const wrong = (
      at: readonly number[],
      right: readonly number[],
      relTol: readonly number[],
      f: (x: number) => number,
    ) =>
      at.flatMap((x, i) =>
        Math.abs(f(x) - right[i]) <= relTol[i] * Math.abs(right[i]) + 1e-300
          ? []
          : [`at ${x}: ${f(x)}, not ${right[i]}`],
      );
    test("is accepted and has the support", () => {
      expect(checkSpec(spec)).toEqual([]);
      expect(d.support).toEqual(c.support.map(Number));
    });
    test("probability", () => expect(wrong(c.k, c.pmf, c.relTol.pmf, d.density)).toEqual([]));
    test("distribution function", () => expect(wrong(c.k, c.cdf, c.relTol.cdf, d.cdf)).toEqual([]));
    test("upper tail", () => expect(wrong(c.k, c.sf, c.relTol.sf, d.upper)).toEqual([]));
    test("quantile", () => expect(c.p.map(d.quantile)).toEqual(c.quantile));
    test("moments", () => {
      expect(wrong([0], [c.mean], [1e-12], () => d.mean)).toEqual([]);
      expect(wrong([0], [c.variance], [1e-12], () => d.variance)).toEqual([]);
      expect(wrong([0], [c.skewness], [1e-12], () => d.skewness)).toEqual([]);
    });
  });
}
