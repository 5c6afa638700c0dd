import type { Arithmetic } from "../arithmetic.ts";
import { inverseTwoPi } from "./coefficients.ts";
import type { CountMass } from "./countSearch.ts";
import { logDevianceProgram, stirlingRemainderProgram } from "./stirling.ts";

/** Successes, each of probability p, and failures, each of probability q = 1 − p; the failures need not be whole. */
export interface Trials<T> {
  readonly successes: T;
  readonly failures: T;
  readonly p: T;
  readonly q: T;
}

/**
 * Γ(n + 1)/(Γ(k + 1)·Γ(n − k + 1))·p^k·q^(n − k), by way of n + 4 trials with k + 2 successes, so that Stirling's formula is
 * asked for 2 and more, in Loader's form: √(N/(2πab))·e^(−a·d((Np)/a) − b·d((Nq)/b) + s(N) − s(a) − s(b)), a + b = N,
 * d(r) = r − 1 − ln r.
 *
 * @param around Np, and a − Np as exactly as it can be had
 */
export function trialsMass<T>(
  o: Arithmetic<T>,
  { successes: k, failures: left, p, q }: Trials<T>,
  around: (a: T, all: T) => { readonly expected: T; readonly away: T },
): CountMass<T> {
  const plus = (x: T, by: number) => o.add(x, o.constant(by));
  const n = o.add(k, left);
  const all = plus(n, 4);
  const a = plus(k, 2);
  const b = plus(left, 2);
  const { expected, away } = around(a, all);
  const perA = o.divide(o.constant(1), a);
  const perB = o.divide(o.constant(1), b);
  const devianceA = o.multiply(a, logDevianceProgram(o, o.multiply(expected, perA), o.negate(o.multiply(away, perA))));
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
