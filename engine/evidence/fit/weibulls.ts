import { bracketRoot } from "../../numeric/bracketRoot.ts";
import { exp, ln, normalTail, power } from "../../numeric/elementary.ts";
import { expm1 } from "../../numeric/expm1.ts";
import { log1p } from "../../numeric/log1p.ts";
import { type Tails, writeTails } from "../../numeric/tails.ts";
import { type Fittable, meanAndSpread, varies } from "./fittable.ts";

/** Exponential: the mean. */
export const exponentialFit: Fittable = {
  rule: "x ≥ 0",
  accepts: (sorted) => sorted[0] >= 0 && sorted[sorted.length - 1] > 0,
  size: 1,
  mostLikely: (sorted) => ({ mean: meanAndSpread(sorted).mean }),
  tails: ({ mean }) => weibullTails(1, mean),
  logDensity: ({ mean }) => {
    const scale = ln(mean);
    return (x) => -scale - x / mean;
  },
  draw: ({ mean }) => drawWeibull(1, mean),
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
  tails: ({ shape, scale }) => weibullTails(shape, scale),
  logDensity: ({ shape, scale }) => {
    const constant = ln(shape) - shape * ln(scale);
    return (x) => constant + (shape - 1) * ln(x) - power(x / scale, shape);
  },
  draw: ({ shape, scale }) => drawWeibull(shape, scale),
};

function weibullTails(shape: number, scale: number): Tails {
  return (x, out) => {
    if (!(x > 0)) {
      writeTails(out, 0, 0, 1);
      return;
    }
    const hazard = power(x / scale, shape);
    const upper = exp(-hazard);
    writeTails(out, ((shape * hazard) / x) * upper, 0 - expm1(-hazard), upper);
  };
}

/** scale·(−ln P(X > x))^(1/shape), from the nearer tail. */
function drawWeibull(shape: number, scale: number): (scores: Float64Array) => void {
  return (scores) => {
    for (let i = 0; i < scores.length; i++) {
      const tail = normalTail(scores[i]);
      const hazard = scores[i] < 0 ? -log1p(-tail) : -ln(tail);
      scores[i] = scale * power(hazard, 1 / shape);
    }
  };
}
