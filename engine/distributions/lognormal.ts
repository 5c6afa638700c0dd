import { exp, ln, normalCdf, normalUpper } from "../numeric/elementary.ts";
import { expm1 } from "../numeric/expm1.ts";
import { log1p } from "../numeric/log1p.ts";
import { inverseSqrt2Pi, normalQuantile, normalUpperQuantile } from "../numeric/normalQuantile.ts";
import type { Distribution } from "./distribution.ts";

/**
 * Lognormal: a positive quantity uncertain by a factor, with a long tail upwards. Support (0, ∞), the quantity's own unit.
 * Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 14, ISBN 978-0-471-58495-7.
 */
export const lognormal: Distribution<{ meanlog: number; sdlog: number }> = {
  about: {
    en: "A positive quantity uncertain by a factor, with a long tail upwards",
    sv: "En positiv storhet som är osäker på en faktor när, med en lång svans uppåt",
    use: 'A positive quantity that people know to within a factor ("half as much or twice as much"): costs, durations, ratios of effects. Its tail upwards is long; look at the 99th percentile before you believe in it.',
    support: "x > 0",
    density: "exp(−((ln(x) − meanlog)/sdlog)²/2)/(x·sdlog·√(2·π))",
    cdf: "Φ((ln(x) − meanlog)/sdlog)",
    mean: "exp(meanlog + sdlog²/2)",
    variance: "(exp(sdlog²) − 1)·exp(2·meanlog + sdlog²)",
    skewness: "(exp(sdlog²) + 2)·√(exp(sdlog²) − 1)",
    source: "Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 14",
  },
  parameters: {
    meanlog: { unit: "number", means: { en: "mean of the logarithm", sv: "logaritmens medelvärde" } },
    sdlog: {
      unit: "number",
      means: { en: "standard deviation of the logarithm", sv: "logaritmens standardavvikelse" },
    },
  },
  rules: [{ text: "sdlog > 0", holds: ({ sdlog }) => sdlog > 0 }],
  forms: [
    {
      keys: ["mean", "sd"],
      rules: [
        { text: "mean > 0", holds: ({ mean }) => mean > 0 },
        { text: "sd > 0", holds: ({ sd }) => sd > 0 },
      ],
      toParameters({ mean, sd }) {
        const ratio = sd / mean;
        const variance = log1p(ratio * ratio);
        return { meanlog: ln(mean) - variance / 2, sdlog: Math.sqrt(variance) };
      },
    },
  ],
  support: () => [0, Number.POSITIVE_INFINITY],
  density({ meanlog, sdlog }, x) {
    if (!(x > 0)) return Number.isNaN(x) ? x : 0;
    const z = (ln(x) - meanlog) / sdlog;
    return (inverseSqrt2Pi / sdlog) * exp(-0.5 * z * z - ln(x)); // 1/x inside, where e^(−z²/2) alone would underflow
  },
  cdf: ({ meanlog, sdlog }, x) => (x > 0 ? normalCdf((ln(x) - meanlog) / sdlog) : 0),
  upper: ({ meanlog, sdlog }, x) => (x > 0 ? normalUpper((ln(x) - meanlog) / sdlog) : 1),
  quantile: ({ meanlog, sdlog }, u) => exp(meanlog + sdlog * normalQuantile(u)),
  upperQuantile: ({ meanlog, sdlog }, q) => exp(meanlog + sdlog * normalUpperQuantile(q)),
  mean: ({ meanlog, sdlog }) => exp(meanlog + (sdlog * sdlog) / 2),
  variance: ({ meanlog, sdlog }) => expm1(sdlog * sdlog) * exp(2 * meanlog + sdlog * sdlog),
  skewness: ({ sdlog }) => (exp(sdlog * sdlog) + 2) * Math.sqrt(expm1(sdlog * sdlog)),
  closedForm: ({ meanlog, sdlog }) => ({ kind: "lognormal", meanlog, sdlog }),
};
