import { exp, ln, normalCdf, normalUpper } from "../numeric/elementary.ts";
import { inverseSqrt2Pi, normalQuantile, normalUpperQuantile } from "../numeric/normalQuantile.ts";
import type { Distribution } from "./distribution.ts";
import { type Moments, momentsOverScores } from "./moments.ts";

type Parameters = { meanlogit: number; sdlogit: number };

/**
 * Logit-normal: a share whose log-odds are normal, as regressions of yes and no estimate them. Support [0, 1], no unit.
 * Source: Atchison & Shen (1980), Logistic-normal distributions, doi:10.1093/biomet/67.2.261.
 */
export const logitNormal: Distribution<Parameters> = {
  about: {
    en: "A share whose log-odds are normal, as regressions of yes and no estimate them",
    sv: "En andel vars logaritmerade odds är normalfördelade, som när ja och nej skattas med regression",
    use: "A share that comes out of a logistic regression, with the estimate and the standard error on the scale of log-odds. Elsewhere the beta says the same with less to explain.",
    support: "0 < x < 1",
    density: "exp(−((ln(x/(1 − x)) − meanlogit)/sdlogit)²/2)/(x·(1 − x)·sdlogit·√(2·π))",
    cdf: "Φ((ln(x/(1 − x)) − meanlogit)/sdlogit)",
    mean: "no closed form",
    variance: "no closed form",
    skewness: "no closed form",
    source: "Atchison & Shen (1980), Logistic-normal distributions, doi:10.1093/biomet/67.2.261",
  },
  parameters: {
    meanlogit: { unit: "number", means: { en: "mean of the log-odds", sv: "log-oddsens medelvärde" } },
    sdlogit: {
      unit: "number",
      means: { en: "standard deviation of the log-odds", sv: "log-oddsens standardavvikelse" },
    },
  },
  rules: [{ text: "sdlogit > 0", holds: ({ sdlogit }) => sdlogit > 0 }],
  forms: [],
  support: () => [0, 1],
  density(p, x) {
    if (!(x > 0 && x < 1)) return Number.isNaN(x) ? x : 0;
    const z = scoreOf(p, x);
    // 1/(x(1 − x)) inside, where e^(−z²/2) alone would underflow
    return (inverseSqrt2Pi / p.sdlogit) * exp(-0.5 * z * z - ln(x) - ln(1 - x));
  },
  cdf: (p, x) => (x > 0 ? (x < 1 ? normalCdf(scoreOf(p, x)) : 1) : 0),
  upper: (p, x) => (x > 0 ? (x < 1 ? normalUpper(scoreOf(p, x)) : 0) : 1),
  quantile: (p, u) => valueAt(p, normalQuantile(u)),
  upperQuantile: (p, q) => valueAt(p, normalUpperQuantile(q)),
  mean: (p) => moments(p).mean,
  variance: (p) => moments(p).variance,
  skewness: (p) => moments(p).skewness,
  closedForm: ({ meanlogit, sdlogit }) => ({ kind: "logitNormal", meanlogit, sdlogit }),
};

const scoreOf = ({ meanlogit, sdlogit }: Parameters, x: number): number => (ln(x / (1 - x)) - meanlogit) / sdlogit;

const valueAt = ({ meanlogit, sdlogit }: Parameters, z: number): number => 1 / (1 + exp(-(meanlogit + sdlogit * z)));

const moments = (p: Parameters): Moments => momentsOverScores((z) => valueAt(p, z));
