import { bracketRoot } from "../../numeric/bracketRoot.ts";
import { exp, ln, power } from "../../numeric/elementary.ts";
import { type Fittable, meanAndSpread, varies } from "./fittable.ts";

/** Exponential: rate 1/mean. */
export const exponentialFit: Fittable = {
  rule: "x ≥ 0",
  accepts: (sorted) => sorted[0] >= 0 && sorted[sorted.length - 1] > 0,
  size: 1,
  mostLikely: (sorted) => ({ rate: 1 / meanAndSpread(sorted).mean }),
  logDensity: ({ rate }) => {
    const scale = ln(rate);
    return (x) => scale - rate * x;
  },
};

/**
 * Weibull: shape k from Σx^k ln x/Σx^k − 1/k = mean of ln x, whose left side rises; scale = (mean of x^k)^(1/k).
 * Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 21.
 */
export const weibullFit: Fittable = {
  rule: "x > 0",
  accepts: (sorted) => sorted[0] > 0 && varies(sorted),
  size: 2,
  mostLikely(sorted) {
    const logs = sorted.map(ln);
    const { mean, spread } = meanAndSpread(logs);
    const centred = logs.map((y) => y - mean);
    const weighted = (k: number): { readonly sum: number; readonly mean: number } => {
      let [sum, product] = [0, 0];
      // Taken from the largest value, so that no power overflows.
      const top = centred[centred.length - 1];
      for (const y of centred) {
        const weight = exp(k * (y - top));
        sum += weight;
        product += weight * y;
      }
      return { sum, mean: product / sum };
    };
    // π/√6, the standard deviation of the logarithm for k = 1
    const guess = 1.2825498301618641 / Math.sqrt(spread);
    const excess = (k: number) => weighted(k).mean - 1 / k;
    let [low, high] = [guess / 2, guess * 2];
    while (excess(low) > 0) low /= 2;
    while (excess(high) < 0) high *= 2;
    const shape = bracketRoot(excess, low, high) ?? guess;
    const top = centred[centred.length - 1];
    return { shape, scale: exp(mean + top + ln(weighted(shape).sum / sorted.length) / shape) };
  },
  logDensity: ({ shape, scale }) => {
    const constant = ln(shape) - shape * ln(scale);
    return (x) => constant + (shape - 1) * ln(x) - power(x / scale, shape);
  },
};
