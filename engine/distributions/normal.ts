import { normalCdf, normalUpper, tailRatio } from "../numeric/elementary.ts";
import { normalDensity, normalQuantile, normalUpperQuantile, sqrt2Pi } from "../numeric/normalQuantile.ts";
import { writeTails } from "../numeric/tails.ts";
import type { Distribution } from "./distribution.ts";

/**
 * Normal: an estimate with a standard error, as likely above as below. Support all numbers, the quantity's own unit.
 * Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 13, ISBN 978-0-471-58495-7.
 */
export const normal: Distribution<{ mean: number; sd: number }> = {
  about: {
    en: "An estimate with a standard error, as likely above as below",
    sv: "En skattning med ett medelfel, lika gärna över som under",
    use: "A study gives an estimate with a standard error or a confidence interval, or many small causes add up. It has no ends: a share or a cost needs `min` and `max`, or a family that has them.",
    support: "every x",
    density: "exp(−((x − mean)/sd)²/2)/(sd·√(2·π))",
    cdf: "Φ((x − mean)/sd)",
    mean: "mean",
    variance: "sd²",
    skewness: "0",
    source: "Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 13",
  },
  parameters: {
    mean: { unit: "own", means: { en: "mean", sv: "medelvärde" } },
    sd: { unit: "own", means: { en: "standard deviation", sv: "standardavvikelse" } },
  },
  rules: [{ text: "sd > 0", holds: ({ sd }) => sd > 0 }],
  forms: [],
  support: () => [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  density: ({ mean, sd }, x) => normalDensity((x - mean) / sd) / sd,
  cdf: ({ mean, sd }, x) => normalCdf((x - mean) / sd),
  upper: ({ mean, sd }, x) => normalUpper((x - mean) / sd),
  quantile: ({ mean, sd }, u) => mean + sd * normalQuantile(u),
  upperQuantile: ({ mean, sd }, q) => mean + sd * normalUpperQuantile(q),
  tails:
    ({ mean, sd }) =>
    (x, out) => {
      const z = (x - mean) / sd;
      const density = normalDensity(z);
      const tail = density * sqrt2Pi * tailRatio(Math.abs(z));
      if (z < 0) writeTails(out, density / sd, tail, 1 - tail);
      else writeTails(out, density / sd, 1 - tail, tail);
    },
  mean: ({ mean }) => mean,
  variance: ({ sd }) => sd * sd,
  skewness: () => 0,
  closedForm: ({ mean, sd }) => ({ kind: "normal", mean, sd }),
};
