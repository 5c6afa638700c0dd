import type { Arithmetic } from "../arithmetic.ts";
import type { CountEnd, CountLaw } from "./countLaw.ts";
import { countInRange, every, inverseTwoPi } from "./countSearch.ts";
import { exactProduct } from "./power.ts";
import { lnComplementProgram, logDevianceProgram, stirlingRemainderProgram } from "./stirling.ts";

/** Counts above are not told apart from each other by the scores there are. */
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
  const count = countInRange(o, z, open, (upper) => binomialLaw(o, n, p, upper));
  return o.select(open, count, o.select(valid, certain, o.constant(Number.NaN)));
}

/** @param n a whole number from 1; `p` above 0 and below 1 */
function binomialLaw<T>(o: Arithmetic<T>, n: T, p: T, upper: T): CountLaw<T> {
  const one = o.constant(1);
  const q = o.subtract(one, p);
  const mean = o.multiply(n, p);
  const odds = o.divide(p, q);
  return {
    mean,
    sd: o.sqrt(o.multiply(mean, q)),
    skew: o.subtract(q, p),
    highest: n,
    mass: (k) => binomialMass(o, n, p, q, k),
    weight: o.select(upper, odds, o.divide(q, p)),
    odds(k) {
      const left = o.subtract(n, k);
      return { above: o.select(upper, left, k), below: o.add(o.select(upper, k, left), one) };
    },
    aboveStep: o.constant(-1),
    belowStep: one,
    end: binomialEnd(o, n, p, q),
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

/**
 * P(X = k) by way of n + 4 trials with k + 2 successes, so that Stirling's formula is asked for 2 and more, in Loader's form:
 * √(N/(2πab))·e^(−a·d((Np)/a) − b·d((Nq)/b) + s(N) − s(a) − s(b)), a + b = N, d(r) = r − 1 − ln r.
 */
function binomialMass<T>(o: Arithmetic<T>, n: T, p: T, q: T, k: T): { exponent: T; factor: T } {
  const plus = (x: T, by: number) => o.add(x, o.constant(by));
  const left = o.subtract(n, k);
  const all = plus(n, 4);
  const a = plus(k, 2);
  const b = plus(left, 2);
  const { product, error } = exactProduct(o, all, p);
  const away = o.subtract(o.subtract(a, product), error);
  const perA = o.divide(o.constant(1), a);
  const perB = o.divide(o.constant(1), b);
  const devianceA = o.multiply(a, logDevianceProgram(o, o.multiply(product, perA), o.negate(o.multiply(away, perA))));
  const devianceB = o.multiply(b, logDevianceProgram(o, o.multiply(o.multiply(all, q), perB), o.multiply(away, perB)));
  const remainders = o.subtract(
    stirlingRemainderProgram(o, all),
    o.add(stirlingRemainderProgram(o, a), stirlingRemainderProgram(o, b)),
  );
  const successes = (by: number) => o.divide(plus(k, by), o.multiply(plus(n, by), p));
  const failures = (by: number) => o.divide(plus(left, by), o.multiply(plus(n, by + 2), q));
  const shift = o.multiply(o.multiply(successes(1), successes(2)), o.multiply(failures(1), failures(2)));
  const root = o.sqrt(o.multiply(o.multiply(all, o.constant(inverseTwoPi)), o.multiply(perA, perB)));
  return {
    exponent: o.subtract(remainders, o.add(devianceA, devianceB)),
    factor: o.multiply(root, shift),
  };
}
