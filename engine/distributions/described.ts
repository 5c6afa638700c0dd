import type { Tails } from "../numeric/tails.ts";

/** One distribution with its parameters filled in, truncated or not: what analyses and table building ask of it. */
export interface Described {
  /** Lower and upper end of the support; infinite where there is none. */
  readonly support: readonly [number, number];
  /** Of a discrete distribution the probability of x. */
  readonly density: (x: number) => number;
  /** P(X ≤ x). */
  readonly cdf: (x: number) => number;
  /** P(X > x), not computed as 1 − cdf. */
  readonly upper: (x: number) => number;
  /** Density and both tails at once. */
  readonly tails: Tails;
  /** x with P(X ≤ x) = u. */
  readonly quantile: (u: number) => number;
  /** x with P(X > x) = q. */
  readonly upperQuantile: (q: number) => number;
  /** Infinite or NaN where a tail is too heavy for it, as the variance and the skewness. */
  readonly mean: number;
  readonly variance: number;
  readonly skewness: number;
  /** Lower and upper tail: moments of this order and above do not exist. */
  readonly tailIndex: readonly [number, number];
  /** Of a discrete distribution: the values that scores from −9 to 9 reach, ascending. */
  readonly atoms?: Float64Array | undefined;
  /** Scores at which quantile(Φ(z)) has a kink. */
  readonly kinks: readonly number[];
  /** There may be stretches without values inside the support, across which the quantile jumps. */
  readonly gaps?: boolean;
  /** Writes quantile(Φ(z)) into out[0] and its slope into out[1], where that is simpler than from the tails. */
  readonly atScore?: ((z: number, out: Float64Array) => void) | undefined;
}
