import { gammaDensity, gammaTails } from "../numeric/incompleteGamma.ts";
import { type Count, countAtoms, countMass, countQuantile, countTails, countUpperQuantile } from "./counts.ts";
import type { Distribution } from "./distribution.ts";
import { lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = { mean: number };

/**
 * Poisson: how often something happens that happens independently of the last time. Support {0, 1, 2, …}, own unit.
 * Source: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 4, doi:10.1002/0471715816.
 */
export const poisson: Distribution<Parameters> = {
  about: {
    en: "How often something happens, each time independent of the others",
    sv: "Hur ofta något händer, varje gång oberoende av de andra",
    use: "How many events in a period: call-outs, admissions, reports to the social services. Its variance equals its mean; where years vary more than that, `negativeBinomial` is right.",
    support: "0, 1, 2, …",
    density: "mean^x·exp(−mean)/x!",
    cdf: "1 − P(x + 1, mean)",
    mean: "mean",
    variance: "mean",
    skewness: "1/√(mean)",
    source: "Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 4, doi:10.1002/0471715816",
  },
  parameters: { mean: { unit: "own", means: { en: "how often on average", sv: "hur ofta i genomsnitt" } } },
  rules: [
    { text: "mean > 0", holds: ({ mean }) => mean > 0 },
    { text: "mean ≤ 10 000 000", holds: ({ mean }) => mean <= 10_000_000 },
  ],
  forms: [],
  support: () => [0, Number.POSITIVE_INFINITY],
  density: (p, x) => countMass(count(p), x),
  cdf: (p, x) => lowerAt(countTails(count(p)), x),
  upper: (p, x) => upperAt(countTails(count(p)), x),
  quantile: (p, u) => countQuantile(count(p), u),
  upperQuantile: (p, q) => countUpperQuantile(count(p), q),
  tails: (p) => countTails(count(p)),
  mean: ({ mean }) => mean,
  variance: ({ mean }) => mean,
  skewness: ({ mean }) => 1 / Math.sqrt(mean),
  atoms: (p) => countAtoms(count(p)),
};

function count({ mean }: Parameters): Count {
  const mass = (k: number) => gammaDensity(k + 1, mean);
  return {
    low: 0,
    high: Number.POSITIVE_INFINITY,
    mean,
    sd: Math.sqrt(mean),
    mass,
    at(k, out) {
      // P(X > k) is the chance that k + 1 of them have happened by the time `mean`: a gamma variable
      gammaTails(k + 1)(mean, out);
      const lower = out[2];
      out[2] = out[1];
      out[1] = lower;
      out[0] = mass(k);
    },
  };
}
