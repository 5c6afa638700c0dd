import { type Count, countAtoms, countMass, countQuantile, countTails, countUpperQuantile, isWhole } from "./counts.ts";
import type { Distribution } from "./distribution.ts";
import { lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = { low: number; high: number };

/**
 * Discrete uniform: any whole number between two ends, all as likely. Support {low, …, high}, the quantity's own unit.
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 6, doi:10.1002/0471715816.
 */
export const discreteUniform: Distribution<Parameters> = {
  about: {
    en: "Any whole number between two ends, all equally likely",
    sv: "Vilket heltal som helst mellan två gränser, alla lika troliga",
    use: "A whole number between two ends with no reason to prefer any: the month in which something starts, the number on a die.",
    support: "low, low + 1, …, high",
    density: "1/(high − low + 1)",
    cdf: "(x − low + 1)/(high − low + 1)",
    mean: "(low + high)/2",
    variance: "((high − low + 1)² − 1)/12",
    skewness: "0",
    source: "Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 6, doi:10.1002/0471715816",
  },
  parameters: {
    low: { unit: "own", means: { en: "smallest possible value", sv: "minsta möjliga värde" } },
    high: { unit: "own", means: { en: "largest possible value", sv: "största möjliga värde" } },
  },
  rules: [
    {
      text: "low, high = …, −1, 0, 1, …",
      holds: ({ low, high }) => isWhole(low, -9e15) && isWhole(high, -9e15) && high < 9e15,
    },
    { text: "low < high", holds: ({ low, high }) => low < high },
    { text: "high − low ≤ 65 000", holds: ({ low, high }) => high - low <= 65_000 },
  ],
  forms: [],
  support: ({ low, high }) => [low, high],
  density: (p, x) => countMass(count(p), x),
  cdf: (p, x) => lowerAt(countTails(count(p)), x),
  upper: (p, x) => upperAt(countTails(count(p)), x),
  quantile: (p, u) => countQuantile(count(p), u),
  upperQuantile: (p, q) => countUpperQuantile(count(p), q),
  tails: (p) => countTails(count(p)),
  mean: ({ low, high }) => low + (high - low) / 2,
  variance: ({ low, high }) => ((high - low) * (high - low + 2)) / 12,
  skewness: () => 0,
  atoms: (p) => countAtoms(count(p)),
};

function count({ low, high }: Parameters): Count {
  const values = high - low + 1;
  const mass = () => 1 / values;
  return {
    low,
    high,
    mean: low + (high - low) / 2,
    sd: values / 4,
    mass,
    at(k, out) {
      out[0] = mass();
      out[1] = (k - low + 1) / values;
      out[2] = (high - k) / values;
    },
    atHigh: 1 / values,
  };
}
