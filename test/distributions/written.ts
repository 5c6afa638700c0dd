import type { Family } from "../../engine/distributions/index.ts";

/** One quantity per family as it stands in a file; the type asks for a line when a family is added. */
export const written: { readonly [K in Family]: unknown } = {
  uniform: { as: "uniform", low: "10 kr", high: "20 kr" },
  triangular: { as: "triangular", low: 1, best: 2, high: 4 },
  pert: { low: 1, best: 2, high: 4 },
  normal: { mean: 1, sd: 0.1 },
  lognormal: { as: "lognormal", mean: "100 kr", sd: "20 kr" },
  beta: { as: "beta", mean: "30 %", sd: "10 %" },
  gamma: { as: "gamma", mean: 10, sd: 3 },
  scaledBeta: { as: "scaledBeta", mean: 40, sd: 12, low: 0, high: 100 },
  logitNormal: { as: "logitNormal", meanlogit: -1, sdlogit: 0.8 },
  logUniform: { as: "logUniform", low: "1 kr", high: "100 kr" },
  studentT: { as: "studentT", df: 4, location: "10 kr", scale: "2 kr" },
  logistic: { as: "logistic", mean: 10, sd: 2 },
  cauchy: { as: "cauchy", location: 10, scale: 2 },
  gumbel: { as: "gumbel", location: 10, scale: 2 },
  weibull: { as: "weibull", shape: 1.5, scale: "4 years" },
  exponential: { as: "exponential", mean: "7 months" },
  pareto: { as: "pareto", low: "300 kr", shape: 5.5 },
  bernoulli: { as: "bernoulli", probability: "30 %" },
  binomial: { as: "binomial", trials: "60 people", probability: "20 %" },
  betaBinomial: { as: "betaBinomial", trials: 60, alpha: 12.5, beta: 48.5 },
  poisson: { as: "poisson", mean: 12.5 },
  negativeBinomial: { as: "negativeBinomial", mean: 10, sd: 6 },
  geometric: { as: "geometric", probability: 0.2 },
  hypergeometric: { as: "hypergeometric", size: "50 people", marked: "18 people", drawn: "12 people" },
  discreteUniform: { as: "discreteUniform", low: -3, high: 8 },
  categorical: { as: "categorical", values: ["0 kr", "10 kr", "25 kr"], weights: ["50 %", "30 %", "20 %"] },
  empirical: { data: ["3 kr", "1 kr", "4 kr"] },
  quantileTable: { as: "quantileTable", quantiles: { "0 %": 1, "50 %": 2, "100 %": 5 } },
  histogram: { as: "histogram", edges: [0, 10, 20, 40], chips: [2, 5, 3] },
  metalog: { quantiles: { "10 %": "200 kr", "50 %": "300 kr", "90 %": "450 kr" } },
  mixture: {
    parts: [
      { mean: 1, sd: 0.1 },
      { low: 2, best: 3, high: 4 },
    ],
    weights: [1, 3],
  },
};

/** A quantity as one line of YAML. */
export function asLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const pairs = Object.entries(value).map(([key, own]) => `${key}: ${asLine(own)}`);
  return `{ ${pairs.join(", ")} }`;
}
