import { digamma } from "../../numeric/digamma.ts";
import { ln } from "../../numeric/elementary.ts";
import { logGamma } from "../../numeric/logGamma.ts";
import { trigamma } from "../../numeric/trigamma.ts";
import { type Fittable, isWide, meanAndSpread, varies } from "./fittable.ts";

/**
 * Gamma: shape from ln α − ψ(α) = ln(mean) − mean of logarithms, rate = α/mean. Newton's method in 1/α.
 * Source: Minka (2002), Estimating a gamma distribution.
 */
export const gammaFit: Fittable = {
  rule: "x > 0, sd > mean/200",
  accepts: (sorted) => sorted[0] > 0 && varies(sorted),
  wideEnough: (sorted) => isWide(sorted, meanAndSpread(sorted).mean),
  size: 2,
  mostLikely(sorted) {
    const { mean } = meanAndSpread(sorted);
    const gap = logGap(sorted, mean);
    let alpha = (3 - gap + Math.sqrt((gap - 3) * (gap - 3) + 24 * gap)) / (12 * gap);
    for (let step = 0; step < 50; step++) {
      const slope = 1 / alpha - trigamma(alpha);
      const next = 1 / (1 / alpha + (ln(alpha) - digamma(alpha) - gap) / (alpha * alpha * slope));
      const moved = Math.abs(next - alpha);
      alpha = next;
      if (moved <= 1e-15 * alpha) break;
    }
    return { alpha, beta: alpha / mean };
  },
  logDensity: ({ alpha, beta }) => {
    const scale = alpha * ln(beta) - logGamma(alpha);
    return (x) => (alpha - 1) * ln(x) - beta * x + scale;
  },
};

/** ln(mean) − mean of ln x, above 0: as the mean of ln(mean/x), so that nothing large cancels. */
function logGap(sorted: Float64Array, mean: number): number {
  let sum = 0;
  for (const x of sorted) sum += ln(mean / x);
  return sum / sorted.length;
}
