import type { Arithmetic } from "../arithmetic.ts";
import { inverseTwoPi } from "./coefficients.ts";
import type { CountLaw } from "./countLaw.ts";
import { countInRange, every } from "./countOf.ts";
import { type CountMass, type CountTail, searchedCount } from "./countSearch.ts";
import { logDevianceProgram, stirlingRemainderProgram } from "./stirling.ts";

const largestMean = 1e9;
/** A smaller mean makes no count above 0 at scores up to 15. */
const leastMean = 1e-61;

/**
 * The number of events where `mean` are expected, at a standard normal score z: the smallest whole number k with
 * P(X ≤ k) ≥ Φ(z), by the nearer tail. Never decreasing in z; both may vary by draw. NaN where z is NaN or the
 * mean is no number from 0 to 10⁹.
 */
export function poissonCountProgram<T>(o: Arithmetic<T>, z: T, mean: T): T {
  const zero = o.constant(0);
  const valid = every(o, o.equal(z, z), o.greaterOrEqual(mean, zero), o.lessOrEqual(mean, o.constant(largestMean)));
  const open = every(o, valid, o.greater(mean, zero));
  const count = countInRange(o, z, open, (score, upper) => {
    const expected = o.max(o.constant(leastMean), o.select(open, mean, o.constant(1024)));
    return poissonLaw(o, expected, score, upper);
  });
  return o.select(open, count, o.select(valid, zero, o.constant(Number.NaN)));
}

/** @param mean above 0 */
function poissonLaw<T>(o: Arithmetic<T>, mean: T, score: T, upper: T): CountLaw<T> {
  const zero = o.constant(0);
  const one = o.constant(1);
  return {
    mean,
    sd: o.sqrt(mean),
    skew: one,
    highest: o.constant(Number.POSITIVE_INFINITY),
    end: {
      direction: one,
      distance: mean,
      logMass: () => o.negate(mean),
      weight: mean,
      above: one,
      below: one,
      aboveStep: zero,
      belowStep: one,
    },
    search: (known, expected) => searchedCount(o, score, upper, poissonTail(o, mean, upper), known, expected),
  };
}

function poissonTail<T>(o: Arithmetic<T>, mean: T, upper: T): CountTail<T> {
  const one = o.constant(1);
  return {
    mean,
    highest: o.constant(Number.POSITIVE_INFINITY),
    mass: (k) => poissonMass(o, mean, k),
    weight: o.select(upper, mean, o.divide(one, mean)),
    odds: (k) => ({ above: o.select(upper, one, k), below: o.select(upper, o.add(k, one), one) }),
    aboveStep: o.subtract(upper, one),
    belowStep: upper,
  };
}

/** P(X = k) by way of k + 2, so that Stirling's formula is asked for 2 and more: e^(−a·d(mean/a) − s(a))/√(2πa), a = k + 2. */
function poissonMass<T>(o: Arithmetic<T>, mean: T, k: T): CountMass<T> {
  const a = o.add(k, o.constant(2));
  const perA = o.divide(o.constant(1), a);
  const ratio = o.multiply(mean, perA);
  const deviance = o.multiply(a, logDevianceProgram(o, ratio, o.multiply(o.subtract(mean, a), perA)));
  const shift = o.multiply(o.divide(o.add(k, o.constant(1)), mean), o.divide(a, mean));
  return {
    exponent: o.negate(o.add(deviance, stirlingRemainderProgram(o, a))),
    factor: o.multiply(shift, o.sqrt(o.multiply(o.constant(inverseTwoPi), perA))),
  };
}
