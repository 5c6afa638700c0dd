import type { Arithmetic } from "../arithmetic.ts";
import type { CountEnd, CountLaw } from "./countLaw.ts";
import { countInRange, every } from "./countOf.ts";
import { type CountTail, searchedCount } from "./countSearch.ts";
import { exactProduct } from "./power.ts";
import { lnComplementProgram } from "./stirling.ts";
import { trialsMass } from "./trialsMass.ts";

const largestCount = 1e9;
/** A smaller probability than this makes no count above 0 at scores up to 15. */
const leastProbability = 1e-61;

/**
 * The number of successes among `size`, each of probability `probability`, at a standard normal score z: the smallest whole
 * number k with P(X ≤ k) ≥ Φ(z), by the nearer tail. Never decreasing in z; all three may vary by draw. The tails that decide
 * have relative errors of some 1e-14 for sizes up to thousands, 1e-12 at 10⁶. NaN where z is NaN, the size is no whole number
 * from 0 to 10⁹ or the probability lies outside [0, 1].
 */
export function binomialCountProgram<T>(o: Arithmetic<T>, z: T, size: T, probability: T): T {
  const zero = o.constant(0);
  const one = o.constant(1);
  const valid = every(
    o,
    o.equal(z, z),
    o.greaterOrEqual(size, zero),
    o.lessOrEqual(size, o.constant(largestCount)),
    o.equal(o.floor(size), size),
    o.greaterOrEqual(probability, zero),
    o.lessOrEqual(probability, one),
  );
  const certain = o.select(o.equal(probability, one), size, zero);
  const open = every(o, valid, o.greater(size, zero), o.greater(probability, zero), o.less(probability, one));
  // Elsewhere anything that is answered at once.
  const n = o.select(open, size, o.constant(1024));
  const p = o.max(o.constant(leastProbability), o.select(open, probability, o.constant(0.5)));
  const count = countInRange(o, z, open, (score, upper) => binomialLaw(o, n, p, score, upper));
  return o.select(open, count, o.select(valid, certain, o.constant(Number.NaN)));
}

/** @param n a whole number from 1; `p` above 0 and below 1 */
function binomialLaw<T>(o: Arithmetic<T>, n: T, p: T, score: T, upper: T): CountLaw<T> {
  const one = o.constant(1);
  const q = o.subtract(one, p);
  const mean = o.multiply(n, p);
  return {
    mean,
    sd: o.sqrt(o.multiply(mean, q)),
    skew: o.subtract(q, p),
    highest: n,
    end: binomialEnd(o, n, p, q),
    search: (known, expected) => searchedCount(o, score, upper, binomialTail(o, n, p, q, mean, upper), known, expected),
  };
}

function binomialTail<T>(o: Arithmetic<T>, n: T, p: T, q: T, mean: T, upper: T): CountTail<T> {
  const one = o.constant(1);
  return {
    mean,
    highest: n,
    mass: (k) =>
      trialsMass(o, { successes: k, failures: o.subtract(n, k), p, q }, (a, all) => {
        const { product, error } = exactProduct(o, all, p);
        return { expected: product, away: o.subtract(o.subtract(a, product), error) };
      }),
    weight: o.select(upper, o.divide(p, q), o.divide(q, p)),
    odds(k) {
      const left = o.subtract(n, k);
      return { above: o.select(upper, left, k), below: o.add(o.select(upper, k, left), one) };
    },
    aboveStep: o.constant(-1),
    belowStep: one,
  };
}

/** From 0 where successes are rarer than failures, else from n. */
function binomialEnd<T>(o: Arithmetic<T>, n: T, p: T, q: T): CountEnd<T> {
  const one = o.constant(1);
  const fromZero = o.lessOrEqual(p, q);
  const rare = o.select(fromZero, p, q);
  const common = o.select(fromZero, q, p);
  return {
    direction: o.select(fromZero, one, o.constant(-1)),
    distance: o.multiply(n, rare),
    logMass: () => o.multiply(n, lnComplementProgram(o, rare, common)),
    weight: o.divide(rare, common),
    above: n,
    below: one,
    aboveStep: o.constant(-1),
    belowStep: one,
  };
}
