import type { Arithmetic } from "../arithmetic.ts";
import { expProgram } from "./exp.ts";
import { normalTailRatio } from "./normal.ts";

/** 2^−56: sums end where a further term can't change them. */
const negligible = 1.3877787807814457e-17;
/** 2^−46: nearer tails count as equal, so that rounding does not decide between P(X ≤ k) and Φ(z) that are equal by right. */
export const sameTail = 1.4210854715202004e-14;
/** Far more terms than any tail has, and far more steps than any start is off. */
const most = 67_108_864;

/** P(X = k) = factor·e^exponent. */
export interface CountMass<T> {
  readonly exponent: T;
  readonly factor: T;
}

/** The probabilities of a count, for the side of the median that is asked about. */
export interface CountTail<T> {
  readonly mean: T;
  readonly highest: T;
  mass(k: T): CountMass<T>;
  /**
   * P(X = k ∓ 1)/P(X = k) = weight·above/below, going away from the median: down in the lower half, up in the upper. From
   * one count to the next above and below change by `aboveStep` and `belowStep`.
   */
  odds(k: T): { readonly above: T; readonly below: T };
  readonly weight: T;
  readonly aboveStep: T;
  readonly belowStep: T;
}

/** P(X = k)/Φ(−|z|): neither is ever so small that digits are lost. */
export function massPerTail<T>(o: Arithmetic<T>, z: T, { exponent, factor }: CountMass<T>): T {
  const size = o.abs(z);
  const excess = o.add(exponent, o.multiply(o.multiply(size, size), o.constant(0.5)));
  return o.divide(o.multiply(expProgram(o, excess), factor), normalTailRatio(o, size));
}

/** What tails over Φ(−|z|) are compared with; `outward` is −1 in the lower half and 1 in the upper. */
export const tailLimit = <T>(o: Arithmetic<T>, outward: T): T =>
  o.add(o.constant(1), o.multiply(outward, o.constant(sameTail)));

/**
 * Starts one count farther out than the answer is expected and goes out until the tail is smaller, then in while it stays so.
 */
export function searchedCount<T>(o: Arithmetic<T>, z: T, upper: T, law: CountTail<T>, known: T, expected: T): T {
  const one = o.constant(1);
  const outward = o.select(upper, one, o.constant(-1));
  const { weight, aboveStep, belowStep } = law;
  const limit = tailLimit(o, outward);

  const below = o.add(o.floor(law.mean), one);
  const above = o.subtract(o.negate(o.floor(o.negate(law.mean))), one);
  const guess = o.select(known, o.add(expected, upper), o.select(upper, above, below));
  const lowest = o.subtract(one, upper);
  const first = o.max(lowest, o.min(o.subtract(law.highest, upper), guess));

  const mass = massPerTail(o, z, law.mass(first));
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
