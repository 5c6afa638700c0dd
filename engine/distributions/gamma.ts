import { gammaQuantile } from "../numeric/gammaQuantile.ts";
import { gammaDensity, gammaTails } from "../numeric/incompleteGamma.ts";
import type { Tails } from "../numeric/tails.ts";
import type { Distribution } from "./distribution.ts";
import { lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = { alpha: number; beta: number };

/**
 * Gamma: a positive quantity, such as a cost, with a tail thinner than the lognormal's. Support (0, ∞), the quantity's own
 * unit; beta is a rate, so the unit is that of 1/beta.
 * Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 17, ISBN 978-0-471-58495-7.
 */
export const gamma: Distribution<Parameters> = {
  about: {
    en: "A positive quantity, such as a cost, with a tail thinner than the lognormal's",
    sv: "En positiv storhet, till exempel en kostnad, med tunnare svans än lognormalens",
    use: "A positive quantity with a mean and a spread, such as a cost per case, a wage or a length of stay. Usual for costs in health economics; with the same mean and spread its tail is thinner than the lognormal's.",
    support: "x > 0",
    density: "beta^alpha·x^(alpha − 1)·exp(−beta·x)/Γ(alpha)",
    cdf: "P(alpha, beta·x)",
    mean: "alpha/beta",
    variance: "alpha/beta²",
    skewness: "2/√(alpha)",
    source: "Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 17",
  },
  parameters: {
    alpha: { unit: "number", means: { en: "shape", sv: "form" } },
    beta: { unit: "perOwn", means: { en: "rate", sv: "takt (inversen av skalan)" } },
  },
  rules: [
    { text: "alpha > 0", holds: ({ alpha }) => alpha > 0 },
    { text: "beta > 0", holds: ({ beta }) => beta > 0 },
  ],
  forms: [
    {
      keys: ["mean", "sd"],
      rules: [
        { text: "mean > 0", holds: ({ mean }) => mean > 0 },
        { text: "sd > 0", holds: ({ sd }) => sd > 0 },
      ],
      toParameters({ mean, sd }) {
        const ratio = mean / sd;
        return { alpha: ratio * ratio, beta: ratio / sd };
      },
    },
  ],
  support: () => [0, Number.POSITIVE_INFINITY],
  density: ({ alpha, beta }, x) => beta * gammaDensity(alpha, beta * x),
  cdf: (p, x) => lowerAt(tails(p), x),
  upper: (p, x) => upperAt(tails(p), x),
  quantile: (p, u) => gammaQuantile(p.alpha, u, 1 - u) / p.beta,
  upperQuantile: (p, q) => gammaQuantile(p.alpha, 1 - q, q) / p.beta,
  tails,
  mean: ({ alpha, beta }) => alpha / beta,
  variance: ({ alpha, beta }) => alpha / (beta * beta),
  skewness: ({ alpha }) => 2 / Math.sqrt(alpha),
};

function tails({ alpha, beta }: Parameters): Tails {
  const standard = gammaTails(alpha);
  return (x, out) => {
    standard(x * beta, out);
    out[0] *= beta;
  };
}
