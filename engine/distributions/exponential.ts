import { exp, ln } from "../numeric/elementary.ts";
import { expm1 } from "../numeric/expm1.ts";
import { log1p } from "../numeric/log1p.ts";
import type { Distribution } from "./distribution.ts";

/**
 * Exponential: time until something happens whose risk is the same at all times. Support [0, ∞), the quantity's own unit; the
 * rate is one per that.
 * Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 19, ISBN 978-0-471-58495-7.
 */
export const exponential: Distribution<{ rate: number }> = {
  about: {
    en: "Time until something happens whose risk stays the same",
    sv: "Tid tills något händer vars risk är densamma hela tiden",
    use: "How long until something happens that is as likely tomorrow as today, whatever has been. As a spread for a cost it is very wide: the standard deviation is as large as the mean.",
    support: "x ≥ 0",
    density: "rate·exp(−rate·x)",
    cdf: "1 − exp(−rate·x)",
    mean: "1/rate",
    variance: "1/rate²",
    skewness: "2",
    source: "Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 19",
  },
  parameters: { rate: { unit: "perOwn", means: { en: "rate", sv: "takt (inversen av medelvärdet)" } } },
  rules: [{ text: "rate > 0", holds: ({ rate }) => rate > 0 }],
  forms: [
    {
      keys: ["mean"],
      rules: [{ text: "mean > 0", holds: ({ mean }) => mean > 0 }],
      toParameters: ({ mean }) => ({ rate: 1 / mean }),
    },
  ],
  support: () => [0, Number.POSITIVE_INFINITY],
  density: ({ rate }, x) => (x < 0 ? 0 : rate * exp(-rate * x)),
  cdf: ({ rate }, x) => (x > 0 ? -expm1(-rate * x) : 0),
  upper: ({ rate }, x) => (x < 0 ? 1 : exp(-rate * x)),
  quantile: ({ rate }, u) => -log1p(-u) / rate,
  upperQuantile: ({ rate }, q) => -ln(q) / rate,
  mean: ({ rate }) => 1 / rate,
  variance: ({ rate }) => 1 / (rate * rate),
  skewness: () => 2,
  closedForm: ({ rate }) => ({ kind: "exponential", mean: 1 / rate }),
};
