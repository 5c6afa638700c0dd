import { digamma } from "../../numeric/digamma.ts";
import { ln } from "../../numeric/elementary.ts";
import { log1p } from "../../numeric/log1p.ts";
import { logBeta } from "../../numeric/logBeta.ts";
import { trigamma } from "../../numeric/trigamma.ts";
import { type Fittable, isWide, meanAndSpread, varies } from "./fittable.ts";

/**
 * Beta: ψ(α) − ψ(α + β) = mean of ln x and ψ(β) − ψ(α + β) = mean of ln(1 − x), by Newton's method from the moments; the
 * likelihood has one top.
 * Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, ch. 25.
 */
export const betaFit: Fittable = {
  rule: "0 < x < 1, sd > min(mean, 1 − mean)/200",
  accepts: (sorted) => sorted[0] > 0 && sorted[sorted.length - 1] < 1 && varies(sorted),
  wideEnough(sorted) {
    const { mean } = meanAndSpread(sorted);
    return isWide(sorted, Math.min(mean, 1 - mean));
  },
  size: 2,
  mostLikely(sorted) {
    const { mean, spread } = meanAndSpread(sorted);
    let [logs, rests] = [0, 0];
    for (const x of sorted) {
      logs += ln(x);
      rests += log1p(-x);
    }
    const [meanLog, meanRest] = [logs / sorted.length, rests / sorted.length];
    const size = Math.max(0.1, (mean * (1 - mean)) / spread - 1);
    let [a, b] = [mean * size, (1 - mean) * size];
    for (let step = 0; step < 200; step++) {
      const shared = digamma(a + b);
      const [first, second] = [meanLog - digamma(a) + shared, meanRest - digamma(b) + shared];
      const both = trigamma(a + b);
      const [p, q] = [trigamma(a) - both, trigamma(b) - both];
      const determinant = p * q - both * both;
      const [moveA, moveB] = [(q * first + both * second) / determinant, (p * second + both * first) / determinant];
      // Halved until both stay above zero.
      let share = 1;
      while (!(a + share * moveA > a / 10 && b + share * moveB > b / 10)) share /= 2;
      a += share * moveA;
      b += share * moveB;
      if (Math.abs(moveA) <= 1e-14 * a && Math.abs(moveB) <= 1e-14 * b) break;
    }
    return { alpha: a, beta: b };
  },
  logDensity: ({ alpha, beta: b }) => {
    const scale = logBeta(alpha, b);
    return (x) => (alpha - 1) * ln(x) + (b - 1) * log1p(-x) - scale;
  },
};
