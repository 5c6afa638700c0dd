import type { Distribution } from "./distribution.ts";

/**
 * Uniform: anything between two ends, nothing more likely than anything else. Support [low, high], the quantity's own unit.
 * Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 26, ISBN 978-0-471-58494-0.
 */
export const uniform: Distribution<{ low: number; high: number }> = {
  about: {
    en: "Anything between two ends, nothing more likely than anything else",
    sv: "Vad som helst mellan två gränser, inget mer sannolikt än något annat",
    use: "All that is known is the two ends, and there is no reason to believe more in the middle than in the ends. That is rare: whoever can say where it most likely lies should say so (`low, best, high`). Ends that are only guessed are too sharp; a level or quantiles are then better.",
    support: "low ≤ x ≤ high",
    density: "1/(high − low)",
    cdf: "(x − low)/(high − low)",
    mean: "(low + high)/2",
    variance: "(high − low)²/12",
    skewness: "0",
    source: "Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 26",
  },
  parameters: {
    low: { unit: "own", means: { en: "smallest possible value", sv: "minsta möjliga värde" } },
    high: { unit: "own", means: { en: "largest possible value", sv: "största möjliga värde" } },
  },
  rules: [{ text: "low < high", holds: ({ low, high }) => low < high }],
  forms: [],
  support: ({ low, high }) => [low, high],
  density: ({ low, high }, x) => (x >= low && x <= high ? 1 / (high - low) : 0),
  cdf: ({ low, high }, x) => Math.max(0, Math.min(1, (x - low) / (high - low))),
  upper: ({ low, high }, x) => Math.max(0, Math.min(1, (high - x) / (high - low))),
  quantile: ({ low, high }, u) => (u < 0.5 ? low + (high - low) * u : high - (high - low) * (1 - u)),
  upperQuantile: ({ low, high }, q) => (q < 0.5 ? high - (high - low) * q : low + (high - low) * (1 - q)),
  mean: ({ low, high }) => low + (high - low) / 2,
  variance: ({ low, high }) => ((high - low) * (high - low)) / 12,
  skewness: () => 0,
  cut: ({ low, high }, min, max) => ({ low: Math.max(low, min), high: Math.min(high, max) }),
  closedForm: ({ low, high }) => ({ kind: "uniform", low, high }),
};
