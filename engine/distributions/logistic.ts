import { exp, ln } from "../numeric/elementary.ts";
import type { Distribution } from "./distribution.ts";

const piSquare = 9.869604401089358;
const sqrt3OverPi = 0.5513288954217921;

/**
 * Logistic: like the normal, with somewhat heavier tails. Support all numbers, the quantity's own unit.
 * Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 23, ISBN 978-0-471-58494-0.
 */
export const logistic: Distribution<{ location: number; scale: number }> = {
  about: {
    en: "As likely above as below, with somewhat heavier tails than the normal",
    sv: "Lika gärna över som under, med något tyngre svansar än normalfördelningen",
    use: "As the normal, where surprises in both directions should be a little more common. Seldom needed; it is also what lies behind a logistic regression.",
    support: "every x",
    density: "exp(−z)/(scale·(1 + exp(−z))²), with z = (x − location)/scale",
    cdf: "1/(1 + exp(−z)), with z = (x − location)/scale",
    mean: "location",
    variance: "(π·scale)²/3",
    skewness: "0",
    source: "Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 23",
  },
  parameters: {
    location: { unit: "own", means: { en: "mean and median", sv: "medelvärde och median" } },
    scale: { unit: "own", means: { en: "scale: sd·√3/π", sv: "skala: sd·√3/π" } },
  },
  rules: [{ text: "scale > 0", holds: ({ scale }) => scale > 0 }],
  forms: [
    {
      keys: ["mean", "sd"],
      rules: [{ text: "sd > 0", holds: ({ sd }) => sd > 0 }],
      toParameters: ({ mean, sd }) => ({ location: mean, scale: sd * sqrt3OverPi }),
    },
  ],
  support: () => [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  density({ location, scale }, x) {
    const e = exp(-Math.abs((x - location) / scale));
    return e / (scale * (1 + e) * (1 + e));
  },
  cdf: ({ location, scale }, x) => 1 / (1 + exp((location - x) / scale)),
  upper: ({ location, scale }, x) => 1 / (1 + exp((x - location) / scale)),
  quantile: ({ location, scale }, u) => location + scale * ln(u / (1 - u)),
  upperQuantile: ({ location, scale }, q) => location - scale * ln(q / (1 - q)),
  mean: ({ location }) => location,
  variance: ({ scale }) => (piSquare * scale * scale) / 3,
  skewness: () => 0,
  closedForm: ({ location, scale }) => ({ kind: "logistic", location, scale }),
};
