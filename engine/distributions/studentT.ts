import { studentTQuantile, studentTTails } from "../numeric/studentT.ts";
import type { Tails } from "../numeric/tails.ts";
import type { Distribution } from "./distribution.ts";
import { existing } from "./moments.ts";
import { densityAt, lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = { df: number; location: number; scale: number };

/**
 * Student's t: an estimate whose standard error is itself estimated from few data. Support all numbers, the quantity's own unit;
 * df > 0 need not be whole.
 * Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 28, ISBN 978-0-471-58494-0.
 */
export const studentT: Distribution<Parameters> = {
  about: {
    en: "An estimate with a standard error from few data: like the normal, with heavier tails",
    sv: "En skattning med ett medelfel ur få data: som normalfördelningen, med tyngre svansar",
    use: "An estimate from a handful of observations or studies, where the standard error is itself unsure: `df` is the number of observations less one. From 30 or so the normal is as good.",
    support: "every x",
    density: "Γ((df + 1)/2)/(Γ(df/2)·√(π·df)·scale)·(1 + z²/df)^(−(df + 1)/2), with z = (x − location)/scale",
    cdf: "I(df/(df + z²); df/2, 1/2)/2 for x < location; 1 − I(df/(df + z²); df/2, 1/2)/2 for x ≥ location, with z = (x − location)/scale",
    mean: "location, where df > 1",
    variance: "scale²·df/(df − 2), where df > 2",
    skewness: "0, where df > 3",
    source: "Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 28",
  },
  parameters: {
    df: { unit: "number", means: { en: "degrees of freedom", sv: "frihetsgrader" } },
    location: { unit: "own", means: { en: "middle: the median", sv: "mitt: medianen" } },
    scale: { unit: "own", means: { en: "scale: the standard error", sv: "skala: medelfelet" } },
  },
  rules: [
    { text: "df > 0", holds: ({ df }) => df > 0 },
    { text: "scale > 0", holds: ({ scale }) => scale > 0 },
  ],
  forms: [
    {
      keys: ["df", "mean", "sd"],
      rules: [
        { text: "df > 2", holds: ({ df }) => df > 2 },
        { text: "sd > 0", holds: ({ sd }) => sd > 0 },
      ],
      toParameters: ({ df, mean, sd }) => ({ df, location: mean, scale: sd * Math.sqrt((df - 2) / df) }),
    },
  ],
  support: () => [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  density: (p, x) => densityAt(tails(p), x),
  cdf: (p, x) => lowerAt(tails(p), x),
  upper: (p, x) => upperAt(tails(p), x),
  quantile: ({ df, location, scale }, u) => location + scale * studentTQuantile(u, df),
  upperQuantile: ({ df, location, scale }, q) => location - scale * studentTQuantile(q, df),
  tails,
  mean: (p) => moments(p).mean,
  variance: (p) => moments(p).variance,
  skewness: (p) => moments(p).skewness,
  tailIndex: ({ df }) => [df, df],
};

function moments({ df, location, scale }: Parameters) {
  return existing({ mean: location, variance: (scale * scale * df) / (df - 2), skewness: 0 }, [df, df]);
}

function tails({ df, location, scale }: Parameters): Tails {
  const standard = studentTTails(df);
  return (x, out) => {
    standard((x - location) / scale, out);
    out[0] /= scale;
  };
}
