import type { Arithmetic } from "../arithmetic.ts";
import type { CountLaw } from "./countLaw.ts";
import { sameTail } from "./countSearch.ts";
import { countSeries } from "./countSeries.ts";
import { expProgram } from "./exp.ts";
import { normalTailProgram } from "./normal.ts";

/** The series answers scores up to here: those of uncorrelated draws end at 6.4. */
const farthestOfSeries = 7;
/** As far from an end as to add up the probabilities of all counts from there, whose errors then stay below 1e-14. */
const longestWalk = 12;
/** Such sums tell the far tail well enough as long as it is more than Φ(−2). */
const farthestOfWalk = 2;
/** Far more steps than any walk has. */
const most = 1_000_000;
/** Scores beyond are taken back to it: Φ(−15) is 4e-51. */
const farthestCountScore = 15;

/** The count at a score where `open` is 1; elsewhere anything, so the law there must be one that is answered at once. */
export function countInRange<T>(o: Arithmetic<T>, z: T, open: T, law: (score: T, upper: T) => CountLaw<T>): T {
  const far = o.constant(farthestCountScore);
  const score = o.select(open, o.max(o.negate(far), o.min(far, z)), o.constant(0));
  const upper = o.greater(score, o.constant(0));
  return countOf(o, score, law(score, upper));
}

/** 1 where all tests are. */
export function every<T>(o: Arithmetic<T>, ...tests: readonly T[]): T {
  return tests.reduce((all, test) => o.select(all, test, o.constant(0)));
}

/**
 * The smallest whole number k with P(X ≤ k) ≥ Φ(z), by the nearer tail: for z > 0 it is P(X > k) ≤ Φ(−z). Most scores are
 * answered by a series whose error is known; where the score comes too near to the next count, probabilities are summed:
 * from the end of the counts where that is near, else outward from the answer.
 *
 * @param z from −15 to 15
 */
function countOf<T>(o: Arithmetic<T>, z: T, law: CountLaw<T>): T {
  const zero = o.constant(0);
  const half = o.constant(0.5);
  const { x, doubt } = countSeries(o, z, law);
  const whole = o.floor(x);
  const off = o.abs(o.subtract(o.subtract(x, whole), half));
  const near = o.lessOrEqual(o.abs(z), o.constant(farthestOfSeries));
  const open = o.select(near, o.lessOrEqual(off, doubt), o.constant(1));
  const quick = o.max(zero, o.min(law.highest, o.floor(o.add(x, half))));
  const { direction, distance } = law.end;
  const inReach = o.lessOrEqual(o.multiply(z, direction), o.constant(farthestOfWalk));
  const walks = every(o, open, o.lessOrEqual(distance, o.constant(longestWalk)), inReach);
  const [, walkedCount] = o.repeat(
    [walks, quick],
    ([isOpen]) => o.greater(isOpen, zero),
    () => [zero, walked(o, z, law)],
    1,
  );
  const [, count] = o.repeat(
    [o.greater(open, walks), walkedCount, o.less(doubt, half), whole],
    ([isOpen]) => o.greater(isOpen, zero),
    ([, , known, expected]) => [zero, law.search(known, expected), known, expected],
    1,
  );
  return count;
}

/** Sums from the end of the counts until they reach Φ(±z). Good to 1e-12 of either tail as long as the walk is short. */
function walked<T>(o: Arithmetic<T>, z: T, law: CountLaw<T>): T {
  const { direction, weight, above, below, aboveStep, belowStep, logMass } = law.end;
  const one = o.constant(1);
  const tail = normalTailProgram(o, z);
  const cdf = o.select(o.greater(o.multiply(z, direction), o.constant(0)), o.subtract(one, tail), tail);
  const target = o.subtract(cdf, o.multiply(direction, o.multiply(tail, o.constant(sameTail))));
  const mass = expProgram(o, logMass());
  const [steps] = o.repeat(
    [o.constant(0), mass, above, below, mass],
    ([, , , , sum]) => o.less(sum, target),
    ([count, massAt, a, b, sum]) => {
      const next = o.multiply(massAt, o.multiply(weight, o.divide(a, b)));
      return [o.add(count, one), next, o.add(a, aboveStep), o.add(b, belowStep), o.add(sum, next)];
    },
    most,
  );
  return o.select(o.greater(direction, o.constant(0)), steps, o.subtract(law.highest, steps));
}
