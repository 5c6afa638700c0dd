import type { DistributionSpec } from "../../engine/distributions/index.ts";
import { distributions } from "../../engine/distributions/table.ts";

/* The discrete distributions of the reference files, in our words. */

type Known = Record<string, number>;
const counts = (known: Known): DistributionSpec["parameters"] => {
  const keys = Object.keys(known).sort().join();
  const { forms } = distributions.negativeBinomial;
  return { ...forms.find((form) => [...form.keys].sort().join() === keys)!.toParameters(known) };
};
/** By family and parametrisation of the reference. */
export const discreteSpecs: Readonly<Record<string, (p: Known) => DistributionSpec>> = {
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

export const discreteName = (c: { family: string; parametrisation: string }) => `${c.family} ${c.parametrisation}`;

/** What a case of the reference is as one of ours. */
export const discreteSpec = (c: { family: string; parametrisation: string; params: Known }): DistributionSpec =>
  discreteSpecs[discreteName(c)](c.params);
