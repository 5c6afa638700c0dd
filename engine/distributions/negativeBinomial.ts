import { normalUpper } from "../numeric/elementary.ts";
import { betaDensity, betaTails } from "../numeric/incompleteBeta.ts";
import { tableEdge } from "./apply.ts";
import { type Count, countAtoms, countMass, countQuantile, countTails, countUpperQuantile } from "./counts.ts";
import type { Distribution } from "./distribution.ts";
import { limitText } from "./possible.ts";
import { lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = { size: number; probability: number };

/**
 * Negative binomial: how often something happens, more unevenly than Poisson, such as visits per person; misses before hit
 * number `size`, which need not be whole. Support {0, 1, 2, …}.
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 5, doi:10.1002/0471715816.
 */
export const negativeBinomial: Distribution<Parameters> = {
  about: {
    en: "How often something happens where it varies more than by luck alone, such as visits per person",
    sv: "Hur ofta något händer när det varierar mer än av slump, till exempel besök per person",
    use: "Counts that vary more than by luck, because some people or years have many and most have few: visits, sick days, reports. Write it with the mean and the standard deviation of what was counted.",
    support: "0, 1, 2, …",
    density: "Γ(x + size)/(Γ(size)·x!)·probability^size·(1 − probability)^x",
    cdf: "I(probability; size, x + 1)",
    mean: "size·(1 − probability)/probability",
    variance: "size·(1 − probability)/probability²",
    skewness: "(2 − probability)/√(size·(1 − probability))",
    source: "Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 5, doi:10.1002/0471715816",
  },
  parameters: {
    size: {
      unit: "number",
      means: { en: "evenness: the larger, the nearer to Poisson", sv: "jämnhet: större är närmare Poisson" },
    },
    probability: { unit: "number", means: { en: "size/(size + mean)", sv: "size/(size + mean)" } },
  },
  rules: [
    { text: "size > 0", holds: ({ size }) => size > 0 },
    { text: "0 < probability < 1", holds: ({ probability }) => probability > 0 && probability < 1 },
    {
      text: "P(x > 65 000) < 10⁻¹⁸",
      holds: (p) => !(p.size > 0 && p.probability > 0 && p.probability < 1) || reachesNoFarther(p),
    },
  ],
  forms: [
    {
      keys: ["mean", "size"],
      rules: [
        { text: "mean > 0", holds: ({ mean }) => mean > 0 },
        { text: "size > 0", holds: ({ size }) => size > 0 },
      ],
      toParameters: ({ mean, size }) => ({ size, probability: size / (size + mean) }),
    },
    {
      keys: ["mean", "sd"],
      rules: [
        { text: "mean > 0", holds: ({ mean }) => mean > 0 },
        {
          text: "sd² > mean",
          holds: ({ mean, sd }) => sd * sd > mean,
          possible: ({ mean }) => `sd > ${limitText(Math.sqrt(mean), "above")}`,
        },
      ],
      toParameters: ({ mean, sd }) => ({ size: (mean / (sd * sd - mean)) * mean, probability: mean / (sd * sd) }),
    },
  ],
  support: () => [0, Number.POSITIVE_INFINITY],
  density: (p, x) => countMass(count(p), x),
  cdf: (p, x) => lowerAt(countTails(count(p)), x),
  upper: (p, x) => upperAt(countTails(count(p)), x),
  quantile: (p, u) => countQuantile(count(p), u),
  upperQuantile: (p, q) => countUpperQuantile(count(p), q),
  tails: (p) => countTails(count(p)),
  mean: ({ size, probability }) => (size * (1 - probability)) / probability,
  variance: ({ size, probability }) => (size * (1 - probability)) / (probability * probability),
  skewness: ({ size, probability }) => (2 - probability) / Math.sqrt(size * (1 - probability)),
  atoms: (p) => countAtoms(count(p)),
};

/** Whether the scores that a table holds stay below the most steps. */
function reachesNoFarther(p: Parameters): boolean {
  return upperAt(countTails(count(p)), 65_000) <= normalUpper(tableEdge);
}

function count({ size, probability }: Parameters): Count {
  const rest = 1 - probability;
  const mean = (size * rest) / probability;
  const mass = (k: number) => (betaDensity(size, k + 1, probability, rest) * probability) / (size + k);
  return {
    low: 0,
    high: Number.POSITIVE_INFINITY,
    mean,
    sd: Math.sqrt(mean / probability),
    mass,
    at(k, out) {
      betaTails(size, k + 1)(probability, rest, out);
      out[0] = mass(k);
    },
  };
}
