import type { Distribution } from "./distribution.ts";
import { limitText } from "./possible.ts";
import { betaSkewness, stretchedBetaDensity, stretchedBetaQuantile, stretchedBetaTails } from "./stretchedBeta.ts";
import { lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = { alpha: number; beta: number; low: number; high: number };

/**
 * Beta between two bounds of one's own. Support [low, high], the quantity's own unit.
 * Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 25, ISBN 978-0-471-58494-0.
 */
export const scaledBeta: Distribution<Parameters> = {
  about: {
    en: "A quantity between two bounds, with a mean and a spread of its own",
    sv: "En storhet mellan två gränser, med eget medelvärde och egen spridning",
    use: "A score or an index between two fixed ends (0 to 100, say) with a known mean and spread. For shares, where the ends are 0 and 1, the plain beta is enough.",
    support: "low ≤ x ≤ high",
    density: "(x − low)^(alpha − 1)·(high − x)^(beta − 1)/(B(alpha, beta)·(high − low)^(alpha + beta − 1))",
    cdf: "I((x − low)/(high − low); alpha, beta)",
    mean: "low + (high − low)·alpha/(alpha + beta)",
    variance: "(high − low)²·alpha·beta/((alpha + beta)²·(alpha + beta + 1))",
    skewness: "2·(beta − alpha)·√(alpha + beta + 1)/((alpha + beta + 2)·√(alpha·beta))",
    source: "Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 25",
  },
  parameters: {
    alpha: { unit: "number", means: { en: "weight of the upper end", sv: "övre ändens vikt" } },
    beta: { unit: "number", means: { en: "weight of the lower end", sv: "nedre ändens vikt" } },
    low: { unit: "own", means: { en: "smallest possible value", sv: "minsta möjliga värde" } },
    high: { unit: "own", means: { en: "largest possible value", sv: "största möjliga värde" } },
  },
  rules: [
    { text: "alpha > 0", holds: ({ alpha }) => alpha > 0 },
    { text: "beta > 0", holds: (p) => p.beta > 0 },
    { text: "low < high", holds: ({ low, high }) => low < high },
  ],
  forms: [
    {
      keys: ["mean", "sd", "low", "high"],
      rules: [
        { text: "low < mean < high", holds: ({ low, mean, high }) => low < mean && mean < high },
        { text: "sd > 0", holds: ({ sd }) => sd > 0 },
        {
          text: "sd² < (mean − low)·(high − mean)",
          holds: ({ low, mean, high, sd }) => sd * sd < (mean - low) * (high - mean),
          possible: ({ low, mean, high }) => `sd < ${limitText(Math.sqrt((mean - low) * (high - mean)), "below")}`,
        },
      ],
      toParameters({ mean, sd, low, high }) {
        const size = ((mean - low) / sd) * ((high - mean) / sd) - 1;
        const share = (mean - low) / (high - low);
        return { alpha: share * size, beta: ((high - mean) / (high - low)) * size, low, high };
      },
    },
  ],
  support: ({ low, high }) => [low, high],
  density: stretchedBetaDensity,
  cdf: (p, x) => lowerAt(stretchedBetaTails(p), x),
  upper: (p, x) => upperAt(stretchedBetaTails(p), x),
  quantile: (p, u) => stretchedBetaQuantile(p, u, 1 - u),
  upperQuantile: (p, q) => stretchedBetaQuantile(p, 1 - q, q),
  tails: stretchedBetaTails,
  mean: ({ alpha, beta, low, high }) => low + ((high - low) * alpha) / (alpha + beta),
  variance({ alpha, beta, low, high }) {
    const size = alpha + beta;
    const width = high - low;
    return (((width * alpha) / size) * ((width * beta) / size)) / (size + 1);
  },
  skewness: betaSkewness,
};
