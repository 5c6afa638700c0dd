import type { Distribution } from "./distribution.ts";
import { massesOf, massFunctions, massMomentFunctions } from "./masses.ts";
import { prepared } from "./prepared.ts";
import { mostSteps } from "./steps.ts";

type Parameters = { values: readonly number[]; weights: readonly number[] };

const masses = prepared(({ values, weights }: Parameters) => massesOf(values, weights));

/**
 * Categorical: one of a few stated values, each with its weight; weights need not sum to one. Support: the values, the
 * quantity's own unit.
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 1, doi:10.1002/0471715816.
 */
export const categorical: Distribution<Parameters> = {
  about: {
    en: "One of a few stated values, each with its weight",
    sv: "Ett av några angivna värden, vart och ett med sin vikt",
    use: "A few possible values, each with its chance: three offers from suppliers, a reform that gives 0, 10 or 25 kr. Values between them cannot happen.",
    support: "the stated values",
    density: "weight of x, with weights that sum to one",
    cdf: "Σ weight of the values up to x",
    mean: "Σ weight·value, with weights that sum to one",
    variance: "Σ weight·(value − mean)²",
    skewness: "Σ weight·((value − mean)/sd)³",
    source: "Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 1, doi:10.1002/0471715816",
  },
  parameters: {
    values: { unit: "own", holds: "list", means: { en: "the possible values", sv: "de möjliga värdena" } },
    weights: { unit: "number", holds: "list", means: { en: "the weight of each", sv: "vikten för vart och ett" } },
  },
  rules: [
    { text: "n(values) ≥ 1", holds: ({ values }) => values.length >= 1 },
    { text: `n(values) ≤ ${mostSteps}`, holds: ({ values }) => values.length <= mostSteps },
    { text: "n(weights) = n(values)", holds: (p) => p.weights.length === p.values.length },
    { text: "weights ≥ 0", holds: ({ weights }) => weights.every((weight) => weight >= 0) },
    { text: "Σ weights > 0", holds: ({ weights }) => weights.some((weight) => weight > 0) },
  ],
  forms: [],
  support(p) {
    const { values } = masses(p);
    return [values[0], values[values.length - 1]];
  },
  ...massFunctions(masses),
  ...massMomentFunctions(masses),
};
