import type { Distribution } from "./distribution.ts";
import { massesOf, massFunctions, massMomentFunctions } from "./masses.ts";
import { prepared } from "./prepared.ts";
import { mostSteps } from "./steps.ts";

type Parameters = { data: readonly number[] };

const masses = prepared(({ data }: Parameters) => massesOf(data, new Float64Array(data.length).fill(1)));

/**
 * Empirical: the observations themselves, each as likely as the next; nothing between or beyond them. Its variance is that of
 * the data as they stand (divided by n). Support: the data, the quantity's own unit.
 * Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 4, ISBN 978-0-412-04231-7.
 */
export const empirical: Distribution<Parameters> = {
  about: {
    en: "The observations themselves, each as likely as the next",
    sv: "Observationerna själva, alla lika troliga",
    use: "There are enough observations to speak for themselves, some thirty or more, and nothing outside them need be feared. With fewer, fit a family (`as: gamma` beside `data`): otherwise the largest seen is the largest possible. For the uncertainty of a mean, write the mean and its standard error instead.",
    support: "the observations",
    density: "share of the observations that equal x",
    cdf: "share of the observations up to x",
    mean: "Σ x/n",
    variance: "Σ (x − mean)²/n",
    skewness: "Σ ((x − mean)/sd)³/n",
    source: "Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 4, ISBN 978-0-412-04231-7",
  },
  parameters: { data: { unit: "own", holds: "list", means: { en: "the observations", sv: "observationerna" } } },
  rules: [
    { text: "n(data) ≥ 1", holds: ({ data }) => data.length >= 1 },
    { text: `n(data) ≤ ${mostSteps}`, holds: ({ data }) => data.length <= mostSteps },
  ],
  forms: [],
  support(p) {
    const { values } = masses(p);
    return [values[0], values[values.length - 1]];
  },
  ...massFunctions(masses),
  ...massMomentFunctions(masses),
};
