import { isWhole } from "./counts.ts";
import type { Distribution } from "./distribution.ts";
import { massesByRatio, massFunctions } from "./masses.ts";
import { prepared } from "./prepared.ts";

type Parameters = { trials: number; alpha: number; beta: number };

const masses = prepared(({ trials: n, alpha, beta }: Parameters) =>
  massesByRatio(
    0,
    n,
    Math.floor((n * alpha) / (alpha + beta)),
    (k) => ((n - k) / (k + 1)) * ((k + alpha) / (n - k - 1 + beta)),
  ),
);

/**
 * Beta-binomial: how many of a known number, where the chance itself is only known as beta(alpha, beta). Support {0, …, trials},
 * the quantity's own unit.
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 6, doi:10.1002/0471715816.
 */
export const betaBinomial: Distribution<Parameters> = {
  about: {
    en: "How many of a known number, where the chance itself is uncertain",
    sv: "Hur många av ett känt antal, när chansen själv är osäker",
    use: "Luck in a small group whose chance was itself only estimated: 12 of 60 were counted last year, how many of this year's 60? The parameters of the beta are the counts plus one half.",
    support: "0, 1, …, trials",
    density: "C(trials, x)·B(x + alpha, trials − x + beta)/B(alpha, beta)",
    cdf: "Σ of the probabilities up to x",
    mean: "trials·alpha/(alpha + beta)",
    variance: "trials·alpha·beta·(alpha + beta + trials)/((alpha + beta)²·(alpha + beta + 1))",
    skewness:
      "(alpha + beta + 2·trials)·(beta − alpha)/(alpha + beta + 2)·√((1 + alpha + beta)/(trials·alpha·beta·(trials + alpha + beta)))",
    source: "Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 6, doi:10.1002/0471715816",
  },
  parameters: {
    trials: { unit: "own", means: { en: "how many there are", sv: "hur många de är" } },
    alpha: { unit: "number", means: { en: "weight of the hits", sv: "träffarnas vikt" } },
    beta: { unit: "number", means: { en: "weight of the misses", sv: "missarnas vikt" } },
  },
  rules: [
    { text: "trials = 1, 2, 3, …", holds: ({ trials }) => isWhole(trials, 1) },
    { text: "trials ≤ 65 000", holds: ({ trials }) => trials <= 65_000 },
    { text: "alpha > 0", holds: ({ alpha }) => alpha > 0 },
    { text: "beta > 0", holds: (p) => p.beta > 0 },
  ],
  forms: [],
  support: ({ trials }) => [0, trials],
  ...massFunctions(masses),
  mean: ({ trials, alpha, beta }) => (trials * alpha) / (alpha + beta),
  variance,
  skewness(p) {
    const size = p.alpha + p.beta;
    return ((size + 2 * p.trials) * (p.beta - p.alpha)) / ((size + 2) * size * Math.sqrt(variance(p)));
  },
};

function variance({ trials, alpha, beta }: Parameters): number {
  const size = alpha + beta;
  return (trials * (alpha / size) * (beta / size) * (size + trials)) / (size + 1);
}
