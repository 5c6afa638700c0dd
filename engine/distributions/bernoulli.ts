import type { Distribution } from "./distribution.ts";
import { type Masses, massesOf, massFunctions } from "./masses.ts";

type Parameters = { probability: number };

const coin = ({ probability }: Parameters): Masses => massesOf([0, 1], [1 - probability, probability]);

/**
 * Bernoulli: one event, 1 where it happens and 0 where not. Support {0, 1}.
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 3, doi:10.1002/0471715816.
 */
export const bernoulli: Distribution<Parameters> = {
  about: {
    en: "One event: 1 where it happens, 0 where not",
    sv: "En enda händelse: 1 om den inträffar, annars 0",
    use: "Something that happens or does not: the grant comes, the co-ordinator leaves. One draw stands for the whole run of a future, not for one of many people.",
    support: "0 and 1",
    density: "1 − probability for x = 0; probability for x = 1",
    cdf: "1 − probability for x = 0; 1 for x = 1",
    mean: "probability",
    variance: "probability·(1 − probability)",
    skewness: "(1 − 2·probability)/√(probability·(1 − probability))",
    source: "Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 3, doi:10.1002/0471715816",
  },
  parameters: { probability: { unit: "number", means: { en: "chance that it happens", sv: "chansen att den sker" } } },
  rules: [{ text: "0 < probability < 1", holds: ({ probability }) => probability > 0 && probability < 1 }],
  forms: [],
  support: () => [0, 1],
  ...massFunctions(coin),
  mean: ({ probability }) => probability,
  variance: ({ probability }) => probability * (1 - probability),
  skewness: ({ probability }) => (1 - 2 * probability) / Math.sqrt(probability * (1 - probability)),
};
