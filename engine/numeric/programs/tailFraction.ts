import type { Arithmetic } from "../arithmetic.ts";

/** Rounds that differ by rounding alone: 2^−51. */
const settled = 4.440892098500626e-16;
/** Takes the place of a first denominator of 0. */
const nearZero = 1e-30;
/** Far more rounds than any tail needs. */
const most = 1_000_000;

/** What the continued fraction of an incomplete beta function I_x(a, b) is made of, y = 1 − x. Such that a or b may be endless. */
export interface BetaFraction<T> {
  /** 1/a. */
  readonly inverse: T;
  /** a − (a + b)·x, as exactly as it can be had. */
  readonly lead: T;
  readonly y: T;
  /** (b − n)·x. */
  left(n: T): T;
  /** (1 + (n − 1)/a + b/a)·x, given 1 + (n − 1)/a. */
  right(grown: T): T;
}

/**
 * I_x(a, b)·B(a, b)/(x^a·y^b) for x up to the mean or hardly beyond, where all terms are positive, so that nothing cancels.
 * Some √a rounds at the mean, few far from it. Source: DiDonato & Morris (1992), Algorithm 708, doi:10.1145/131766.131776,
 * eq. 9, here divided through by a.
 */
export function tailFraction<T>(o: Arithmetic<T>, { inverse, lead, y, left, right }: BetaFraction<T>): T {
  const one = o.constant(1);
  const start = o.add(one, lead);
  const next = o.add(one, inverse);
  const first = o.divide(next, o.max(o.constant(nearZero), start));
  const [, , , value] = o.repeat(
    // The round; numerator and denominator before the latest, whose denominator is 1; the latest; whether it still moves.
    [one, o.constant(0), first, first, one],
    ([, , , , moves]) => o.greater(moves, o.constant(0)),
    ([n, above, below, latest]) => {
      const share = o.multiply(n, inverse);
      const before = o.subtract(o.add(one, share), inverse);
      const odd = o.divide(one, o.add(before, share));
      const work = o.multiply(n, left(n));
      const alpha = o.multiply(o.multiply(before, right(before)), o.multiply(o.multiply(odd, odd), work));
      const even = o.divide(o.add(one, share), o.add(next, o.add(share, share)));
      const beta = o.add(
        o.add(n, o.multiply(o.multiply(work, inverse), odd)),
        o.multiply(even, o.add(start, o.multiply(n, o.add(y, one)))),
      );
      const scale = o.divide(one, o.add(o.multiply(alpha, below), beta));
      const now = o.multiply(scale, o.add(o.multiply(alpha, above), o.multiply(beta, latest)));
      const moves = o.greater(o.abs(o.subtract(now, latest)), o.multiply(o.abs(now), o.constant(settled)));
      return [o.add(n, one), o.multiply(latest, scale), scale, now, moves];
    },
    most,
  );
  return value;
}
