import type { Arithmetic } from "../arithmetic.ts";
import { bracketedCount, type WideCount } from "./countBracket.ts";
import type { CountLaw } from "./countLaw.ts";
import { countInRange, every } from "./countOf.ts";
import { lnComplementProgram } from "./stirling.ts";
import { tailFraction } from "./tailFraction.ts";
import { trialsMass } from "./trialsMass.ts";

const largestMean = 1e9;
const largestDispersion = 1000;
/** A smaller mean makes no count above 0 at scores up to 15. */
const leastMean = 1e-61;
/** With less dispersion the counts are those of a Poisson distribution, to the last digit. */
const leastDispersion = 1e-25;
/**
 * A count with the given mean and the variance mean + dispersion·mean² (a Poisson count whose own mean is gamma distributed,
 * with the square of its coefficient of variation as the dispersion; the negative binomial with size 1/dispersion), at a
 * standard normal score z: the smallest whole number k with P(X ≤ k) ≥ Φ(z), by the nearer tail. Never decreasing in z; all
 * three may vary by draw. NaN where z is NaN, the mean is no number from 0 to 10⁹ or the dispersion none from 0 to 1000.
 */
export function negativeBinomialCountProgram<T>(o: Arithmetic<T>, z: T, mean: T, dispersion: T): T {
  const zero = o.constant(0);
  const valid = every(
    o,
    o.equal(z, z),
    o.greaterOrEqual(mean, zero),
    o.lessOrEqual(mean, o.constant(largestMean)),
    o.greaterOrEqual(dispersion, zero),
    o.lessOrEqual(dispersion, o.constant(largestDispersion)),
  );
  const open = every(o, valid, o.greater(mean, zero));
  const count = countInRange(o, z, open, (score, upper) => {
    const expected = o.max(o.constant(leastMean), o.select(open, mean, o.constant(1024)));
    const spread = o.max(o.constant(leastDispersion), o.select(open, dispersion, zero));
    return negativeBinomialLaw(o, expected, spread, score, upper);
  });
  return o.select(open, count, o.select(valid, zero, o.constant(Number.NaN)));
}

/** @param mean above 0; `dispersion` as well */
function negativeBinomialLaw<T>(o: Arithmetic<T>, mean: T, dispersion: T, score: T, upper: T): CountLaw<T> {
  const one = o.constant(1);
  const extra = o.multiply(dispersion, mean);
  const more = o.add(one, extra);
  const skew = o.add(more, extra);
  const square = o.multiply(skew, skew);
  const p = o.divide(one, more);
  const q = o.divide(extra, more);
  const weight = o.divide(mean, more);
  return {
    mean,
    sd: o.sqrt(o.multiply(mean, more)),
    skew,
    skewed: o.multiply(o.multiply(square, square), skew),
    highest: o.constant(Number.POSITIVE_INFINITY),
    end: {
      direction: one,
      distance: mean,
      logMass: () => o.divide(lnComplementProgram(o, q, p), dispersion),
      weight,
      above: one,
      below: one,
      aboveStep: dispersion,
      belowStep: one,
    },
    search: (known, expected) =>
      bracketedCount(
        o,
        score,
        upper,
        wideCount(o, mean, dispersion, extra, p, q, weight, score, upper),
        known,
        expected,
      ),
  };
}

/** @param weight mean/(1 + dispersion·mean), that is size·q */
function wideCount<T>(
  o: Arithmetic<T>,
  mean: T,
  dispersion: T,
  extra: T,
  p: T,
  q: T,
  weight: T,
  score: T,
  upper: T,
): WideCount<T> {
  const one = o.constant(1);
  // Wilson and Hilferty's cube of a normal variable, for the gamma distribution of the same mean and variance.
  const spread = o.add(dispersion, o.divide(one, mean));
  const root = o.subtract(
    one,
    o.multiply(o.constant(1 / 9), o.subtract(spread, o.multiply(o.constant(3), o.multiply(score, o.sqrt(spread))))),
  );
  return {
    mean,
    guess: o.multiply(mean, o.multiply(root, o.multiply(root, root))),
    mass(k) {
      const size = o.divide(one, dispersion);
      const { exponent, factor } = trialsMass(o, { successes: k, failures: size, p: q, q: p }, (a, all) => ({
        expected: o.multiply(all, q),
        // (k + 2) − (k + size + 4)·q, without what cancels.
        away: o.multiply(p, o.subtract(o.subtract(a, mean), o.multiply(o.constant(2), extra))),
      }));
      return { exponent, factor: o.divide(factor, o.add(one, o.multiply(dispersion, k))) };
    },
    /*
     * P(X ≥ k) = I_q(k, size), P(X ≤ k) = I_p(size, k + 1); what stands before the fraction is a multiple of P(X = k). The
     * fraction wants a k on its own side of the mean: an upper tail that begins below it is what the lower tail leaves.
     */
    tail(k, mass, whole) {
      const rest = o.select(upper, o.less(k, mean), o.constant(0));
      const above = o.subtract(upper, rest);
      const at = o.subtract(k, rest);
      const next = o.add(at, one);
      const fraction = tailFraction(o, {
        inverse: o.select(above, o.divide(one, at), dispersion),
        lead: o.multiply(p, o.select(above, o.subtract(at, mean), o.subtract(mean, next))),
        y: o.select(above, p, q),
        left: (n) =>
          o.select(
            above,
            o.multiply(weight, o.subtract(one, o.multiply(dispersion, n))),
            o.multiply(p, o.subtract(next, n)),
          ),
        right: (grown) =>
          o.select(
            above,
            o.add(o.multiply(grown, q), o.divide(weight, at)),
            o.multiply(p, o.add(grown, o.multiply(dispersion, next))),
          ),
      });
      const toNext = o.multiply(weight, o.add(one, o.multiply(dispersion, at)));
      const massAt = mass(at);
      const ofK = o.multiply(massAt, o.select(rest, o.divide(toNext, k), one));
      const before = o.multiply(weight, o.add(one, o.multiply(dispersion, o.subtract(k, one))));
      const part = o.multiply(massAt, o.multiply(o.select(above, at, toNext), fraction));
      return {
        tail: o.select(rest, o.subtract(whole, part), part),
        mass: ofK,
        inward: o.multiply(ofK, o.select(upper, o.divide(k, before), o.divide(toNext, next))),
      };
    },
  };
}
