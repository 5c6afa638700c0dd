import type { Distribution } from "./distribution.ts";
import { limitText } from "./possible.ts";
import {
  betaSkewness,
  type StretchedBeta,
  stretchedBetaDensity,
  stretchedBetaQuantile,
  stretchedBetaTails,
} from "./stretchedBeta.ts";
import { lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = { alpha: number; beta: number };

/**
 * Beta: a share between 0 and 1, as known after alpha − 1 hits and beta − 1 misses on a flat prior. Support [0, 1], no unit.
 * Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 25, ISBN 978-0-471-58494-0.
 */
export const beta: Distribution<Parameters> = {
  about: {
    en: "A share or a probability, between 0 and 1",
    sv: "En andel eller en sannolikhet, mellan 0 och 1",
    use: "A share: reach, dropout, a baseline risk. Where it was counted, `count, of` writes it with the counts themselves; where a mean and a spread are known, `mean, sd` does.",
    support: "0 ≤ x ≤ 1",
    density: "x^(alpha − 1)·(1 − x)^(beta − 1)/B(alpha, beta)",
    cdf: "I(x; alpha, beta)",
    mean: "alpha/(alpha + beta)",
    variance: "alpha·beta/((alpha + beta)²·(alpha + beta + 1))",
    skewness: "2·(beta − alpha)·√(alpha + beta + 1)/((alpha + beta + 2)·√(alpha·beta))",
    source: "Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 25",
  },
  parameters: {
    alpha: { unit: "number", means: { en: "weight of the hits", sv: "träffarnas vikt" } },
    beta: { unit: "number", means: { en: "weight of the misses", sv: "missarnas vikt" } },
  },
  rules: [
    { text: "alpha > 0", holds: ({ alpha }) => alpha > 0 },
    { text: "beta > 0", holds: (p) => p.beta > 0 },
  ],
  forms: [
    {
      keys: ["mean", "sd"],
      rules: [
        { text: "0 < mean < 1", holds: ({ mean }) => mean > 0 && mean < 1 },
        { text: "sd > 0", holds: ({ sd }) => sd > 0 },
        {
          text: "sd² < mean·(1 − mean)",
          holds: ({ mean, sd }) => sd * sd < mean * (1 - mean),
          possible: ({ mean }) => `sd < ${limitText(Math.sqrt(mean * (1 - mean)), "below")}`,
        },
      ],
      toParameters({ mean, sd }) {
        const size = (mean * (1 - mean)) / (sd * sd) - 1;
        return { alpha: mean * size, beta: (1 - mean) * size };
      },
    },
  ],
  support: () => [0, 1],
  density: (p, x) => stretchedBetaDensity(unit(p), x),
  cdf: (p, x) => lowerAt(stretchedBetaTails(unit(p)), x),
  upper: (p, x) => upperAt(stretchedBetaTails(unit(p)), x),
  quantile: (p, u) => stretchedBetaQuantile(unit(p), u, 1 - u),
  upperQuantile: (p, q) => stretchedBetaQuantile(unit(p), 1 - q, q),
  tails: (p) => stretchedBetaTails(unit(p)),
  mean: (p) => p.alpha / (p.alpha + p.beta),
  variance(p) {
    const size = p.alpha + p.beta;
    return ((p.alpha / size) * (p.beta / size)) / (size + 1);
  },
  skewness: betaSkewness,
};

function unit(p: Parameters): StretchedBeta {
  return { alpha: p.alpha, beta: p.beta, low: 0, high: 1 };
}
