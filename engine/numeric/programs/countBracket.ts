import type { Arithmetic } from "../arithmetic.ts";
import { every } from "./countOf.ts";
import { type CountMass, massPerTail, tailLimit } from "./countSearch.ts";

/** Far more rounds than it takes. */
const most = 100_000;

/** What the search asks of a count that may lie anywhere from 0 up, far from its mean. */
export interface WideCount<T> {
  readonly mean: T;
  mass(k: T): CountMass<T>;
  /** About where the count lies, any number. */
  readonly guess: T;
  /**
   * The tail that ends with k: P(X ≤ k) in the lower half, P(X ≥ k) in the upper; with P(X = k) and the probability of the
   * count before it, inward. All times `whole`.
   */
  tail(k: T, mass: (k: T) => T, whole: T): { readonly tail: T; readonly mass: T; readonly inward: T };
}

/**
 * The count by its own tails, where these may fall off so slowly that single steps lead nowhere: Newton's method on the
 * logarithm of the tail, held between a count that surely lies inside and one that surely lies outside.
 */
export function bracketedCount<T>(o: Arithmetic<T>, z: T, upper: T, law: WideCount<T>, known: T, expected: T): T {
  const zero = o.constant(0);
  const one = o.constant(1);
  const half = o.constant(0.5);
  const outward = o.select(upper, one, o.constant(-1));
  const limit = tailLimit(o, outward);
  const middle = o.floor(law.mean);
  const whole = massPerTail(o, z, { exponent: zero, factor: one });
  // Counts are numbered outward, so the lower half has them with the opposite sign.
  const surelyInside = o.select(upper, zero, o.subtract(o.constant(-1), middle));
  const surelyOutside = o.select(upper, o.constant(Number.POSITIVE_INFINITY), one);
  const between = (place: T, inside: T, outside: T) =>
    o.max(o.add(inside, one), o.min(o.subtract(outside, one), place));
  const guess = o.multiply(outward, o.select(known, o.add(expected, upper), o.floor(law.guess)));
  const [, outside] = o.repeat(
    [surelyInside, surelyOutside, between(guess, surelyInside, surelyOutside)],
    ([inside, out]) => o.greater(o.subtract(out, inside), one),
    ([inside, out, place]) => {
      const k = o.multiply(outward, place);
      const { tail, mass, inward } = law.tail(k, (at) => massPerTail(o, z, law.mass(at)), whole);
      // The neighbour's tail comes by adding, or by subtracting where that costs no digits: often both sides are then known.
      const isInside = o.greaterOrEqual(tail, limit);
      const beforeIsInside = o.greaterOrEqual(o.add(tail, inward), limit);
      const isLast = every(o, o.lessOrEqual(o.add(mass, mass), tail), o.less(o.subtract(tail, mass), limit));
      const insideNow = o.select(isInside, place, o.select(beforeIsInside, o.subtract(place, one), inside));
      const outNow = o.select(isInside, o.select(isLast, o.add(place, one), out), place);
      // ln t is 2(t − 1)/(t + 1) near 1 and never nearer to 0.
      const logTail = o.divide(o.multiply(o.constant(2), o.subtract(tail, one)), o.add(tail, one));
      const newton = o.floor(o.add(o.add(place, half), o.multiply(logTail, o.divide(tail, mass))));
      return [insideNow, outNow, between(newton, insideNow, outNow)];
    },
    most,
  );
  return o.add(o.multiply(outward, o.subtract(outside, one)), zero);
}
