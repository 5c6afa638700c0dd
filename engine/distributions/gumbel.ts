import { exp, ln } from "../numeric/elementary.ts";
import { expm1 } from "../numeric/expm1.ts";
import { log1p } from "../numeric/log1p.ts";
import type { Distribution } from "./distribution.ts";

const eulerGamma = 0.5772156649015329;
const piSquare = 9.869604401089358;
const sqrt6OverPi = 0.7796968012336761;

/**
 * Gumbel of maxima: the largest of many similar values. Support all numbers, the quantity's own unit.
 * Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 22, ISBN 978-0-471-58494-0.
 */
export const gumbel: Distribution<{ location: number; scale: number }> = {
  about: {
    en: "The largest of many similar values, such as the worst month of a year",
    sv: "Det största av många likartade värden, till exempel årets värsta månad",
    use: "The highest of many: the worst month's queue, the peak that a staff must be sized for. For smallest values, write the quantity with its sign changed.",
    support: "every x",
    density: "exp(−z − exp(−z))/scale, with z = (x − location)/scale",
    cdf: "exp(−exp(−z)), with z = (x − location)/scale",
    mean: "location + γ·scale, γ = 0.5772…",
    variance: "(π·scale)²/6",
    skewness: "12·√6·ζ(3)/π³",
    source: "Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 22",
  },
  parameters: {
    location: { unit: "own", means: { en: "most likely value", sv: "troligaste värde" } },
    scale: { unit: "own", means: { en: "scale: sd·√6/π", sv: "skala: sd·√6/π" } },
  },
  rules: [{ text: "scale > 0", holds: ({ scale }) => scale > 0 }],
  forms: [
    {
      keys: ["mean", "sd"],
      rules: [{ text: "sd > 0", holds: ({ sd }) => sd > 0 }],
      toParameters({ mean, sd }) {
        const scale = sd * sqrt6OverPi;
        return { location: mean - eulerGamma * scale, scale };
      },
    },
  ],
  support: () => [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  density({ location, scale }, x) {
    const s = (x - location) / scale;
    return exp(-s - exp(-s)) / scale;
  },
  cdf: ({ location, scale }, x) => exp(-exp((location - x) / scale)),
  upper: ({ location, scale }, x) => -expm1(-exp((location - x) / scale)),
  quantile: ({ location, scale }, u) => location - scale * ln(-ln(u)),
  upperQuantile: ({ location, scale }, q) => location - scale * ln(-log1p(-q)),
  mean: ({ location, scale }) => location + eulerGamma * scale,
  variance: ({ scale }) => (piSquare * scale * scale) / 6,
  skewness: () => 1.1395470994046486, // 12·√6·ζ(3)/π³
  closedForm: ({ location, scale }) => ({ kind: "gumbel", location, scale }),
};
