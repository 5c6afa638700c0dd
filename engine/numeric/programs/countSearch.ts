import type { Arithmetic } from "../arithmetic.ts";
import { type CountLaw, countSeries } from "./countLaw.ts";
import { expProgram } from "./exp.ts";
import { normalTailProgram, normalTailRatio } from "./normal.ts";

/** 2^−56: sums end where a further term can't change them. */
const negligible = 1.3877787807814457e-17;
/** 2^−46: nearer tails count as equal, so that rounding does not decide between P(X ≤ k) and Φ(z) that are equal by right. */
const sameTail = 1.4210854715202004e-14;
/** The series answers scores up to here: those of uncorrelated draws end at 6.4. */
const farthestOfSeries = 7;
/** As far from an end as to add up the probabilities of all counts from there, whose errors then stay below 1e-14. */
const longestWalk = 12;
/** Such sums tell the far tail well enough as long as it is more than Φ(−2). */
const farthestOfWalk = 2;
/** Far more terms than any tail has, and far more steps than any start is off. */
const most = 67_108_864;

/** Scores beyond are taken back to it: Φ(−15) is 4e-51. */
const farthestCountScore = 15;

export const inverseTwoPi = 0.15915494309189535;

/** The count at a score where `open` is 1; elsewhere anything, so the law there must be one that is answered at once. */
export function countInRange<T>(o: Arithmetic<T>, z: T, open: T, law: (upper: T) => CountLaw<T>): T {
  const far = o.constant(farthestCountScore);
  const score = o.select(open, o.max(o.negate(far), o.min(far, z)), o.constant(0));
  const upper = o.greater(score, o.constant(0));
  return countOf(o, score, upper, law(upper));
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
 * @param upper z > 0; the law is given for this side
 */
function countOf<T>(o: Arithmetic<T>, z: T, upper: T, law: CountLaw<T>): T {
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
    ([, , known, expected]) => [zero, searched(o, z, upper, law, known, expected), known, expected],
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

/**
 * Every tail is divided by Φ(−|z|), so both are compared with 1: P(X = k) and Φ are never so small that digits are lost.
 * Starts one count farther out than the answer is expected and goes out until the tail is smaller, then in while it stays so.
 */
function searched<T>(o: Arithmetic<T>, z: T, upper: T, law: CountLaw<T>, known: T, expected: T): T {
  const one = o.constant(1);
  const outward = o.select(upper, one, o.constant(-1));
  const { weight, aboveStep, belowStep } = law;
  const limit = o.add(one, o.multiply(outward, o.constant(sameTail)));

  const below = o.add(o.floor(law.mean), one);
  const above = o.subtract(o.negate(o.floor(o.negate(law.mean))), one);
  const guess = o.select(known, o.add(expected, upper), o.select(upper, above, below));
  const lowest = o.subtract(one, upper);
  const first = o.max(lowest, o.min(o.subtract(law.highest, upper), guess));

  const { exponent, factor } = law.mass(first);
  const size = o.abs(z);
  const excess = o.add(exponent, o.multiply(o.multiply(size, size), o.constant(0.5)));
  const mass = o.divide(o.multiply(expProgram(o, excess), factor), normalTailRatio(o, size));
  const odds = law.odds(first);

  const ratio = (aboveAt: T, belowAt: T) => o.multiply(weight, o.divide(aboveAt, belowAt));
  const [k, massOfK, aboveOfK, belowOfK, tail] = o.repeat(
    [first, mass, odds.above, odds.below, o.constant(Number.POSITIVE_INFINITY)],
    ([, , , , sum]) => o.greaterOrEqual(sum, limit),
    ([at, massAt, aboveAt, belowAt]) => {
      const massNext = o.multiply(massAt, ratio(aboveAt, belowAt));
      const aboveNext = o.add(aboveAt, aboveStep);
      const belowNext = o.add(belowAt, belowStep);
      const [, , , sum] = o.repeat(
        [massNext, aboveNext, belowNext, massNext],
        ([term, , , total]) => o.greater(term, o.multiply(total, o.constant(negligible))),
        ([term, a, b, total]) => {
          const next = o.multiply(term, ratio(a, b));
          return [next, o.add(a, aboveStep), o.add(b, belowStep), o.add(total, next)];
        },
        most,
      );
      return [o.add(at, outward), massNext, aboveNext, belowNext, sum];
    },
    most,
  );

  // Inward the ratio is that of the count beyond, upside down; the sums grow, so nothing cancels.
  const aboveIn = o.subtract(aboveOfK, aboveStep);
  const belowIn = o.subtract(belowOfK, belowStep);
  const [last] = o.repeat(
    [k, o.divide(massOfK, ratio(aboveIn, belowIn)), aboveIn, belowIn, tail],
    ([, next, , , sum]) => o.less(o.add(sum, next), limit),
    ([at, next, a, b, sum]) => {
      const aboveNext = o.subtract(a, aboveStep);
      const belowNext = o.subtract(b, belowStep);
      return [
        o.subtract(at, outward),
        o.divide(next, ratio(aboveNext, belowNext)),
        aboveNext,
        belowNext,
        o.add(sum, next),
      ];
    },
    most,
  );
  return o.subtract(last, outward);
}
