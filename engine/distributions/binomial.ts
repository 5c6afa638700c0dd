import { power } from "../numeric/elementary.ts";
import { betaDensity, betaTails } from "../numeric/incompleteBeta.ts";
import { type Count, countAtoms, countMass, countQuantile, countTails, countUpperQuantile, isWhole } from "./counts.ts";
import type { Distribution } from "./distribution.ts";
import { lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = { trials: number; probability: number };

/**
 * Binomial: how many of a known number of people or cases. Support {0, …, trials}, the quantity's own unit.
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 3, doi:10.1002/0471715816.
 */
export const binomial: Distribution<Parameters> = {
  about: {
    en: "How many of a known number of people or cases, each with the same chance",
    sv: "Hur många av ett känt antal personer eller fall, alla med samma chans",
    use: "Luck in a small group: 60 pupils, each with a chance of 20 %. Where the chance itself is uncertain, as it nearly always is, `betaBinomial` holds both.",
    support: "0, 1, …, trials",
    density: "C(trials, x)·probability^x·(1 − probability)^(trials − x)",
    cdf: "I(1 − probability; trials − x, x + 1) for x < trials; 1 for x = trials",
    mean: "trials·probability",
    variance: "trials·probability·(1 − probability)",
    skewness: "(1 − 2·probability)/√(trials·probability·(1 − probability))",
    source: "Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 3, doi:10.1002/0471715816",
  },
  parameters: {
    trials: { unit: "own", means: { en: "how many there are", sv: "hur många de är" } },
    probability: { unit: "number", means: { en: "chance of each", sv: "chansen för var och en" } },
  },
  rules: [
    { text: "trials = 1, 2, 3, …", holds: ({ trials }) => isWhole(trials, 1) },
    { text: "trials ≤ 10 000 000", holds: ({ trials }) => trials <= 10_000_000 },
    { text: "0 < probability < 1", holds: ({ probability }) => probability > 0 && probability < 1 },
  ],
  forms: [],
  support: ({ trials }) => [0, trials],
  density: (p, x) => countMass(count(p), x),
  cdf: (p, x) => lowerAt(countTails(count(p)), x),
  upper: (p, x) => upperAt(countTails(count(p)), x),
  quantile: (p, u) => countQuantile(count(p), u),
  upperQuantile: (p, q) => countUpperQuantile(count(p), q),
  tails: (p) => countTails(count(p)),
  mean: ({ trials, probability }) => trials * probability,
  variance: ({ trials, probability }) => trials * probability * (1 - probability),
  skewness: (p) => (1 - 2 * p.probability) / Math.sqrt(p.trials * p.probability * (1 - p.probability)),
  atoms: (p) => countAtoms(count(p)),
};

function count({ trials, probability }: Parameters): Count {
  const rest = 1 - probability;
  const mass = (k: number) => betaDensity(k + 1, trials - k + 1, probability, rest) / (trials + 1);
  return {
    low: 0,
    high: trials,
    mean: trials * probability,
    sd: Math.sqrt(trials * probability * rest),
    mass,
    at(k, out) {
      // P(X > k) is the chance that the (k + 1)th smallest of `trials` uniforms lies below the probability: a beta variable
      betaTails(k + 1, trials - k)(probability, rest, out);
      const lower = out[2];
      out[2] = out[1];
      out[1] = lower;
      out[0] = mass(k);
    },
    atHigh: power(probability, trials),
  };
}
