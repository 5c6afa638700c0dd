/** What the inversion of a count needs to know of its distribution. */
export interface CountLaw<T> {
  readonly mean: T;
  readonly sd: T;
  /** Third cumulant over variance: 1 − 2p of the binomial, 1 of the Poisson, above 1 of the negative binomial. */
  readonly skew: T;
  /** The fifth power of the skew where that is above 1. */
  readonly skewed?: T;
  /** Largest count there is. */
  readonly highest: T;
  readonly end: CountEnd<T>;
  /**
   * The count itself, by tails that are summed. Where `known` is 1, the nearest change of the count is that from `expected`
   * to the next.
   */
  search(known: T, expected: T): T;
}

/** How to walk through the counts from an end of theirs that is near: up from 0, or down from `highest`. */
export interface CountEnd<T> {
  /** 1 where the end is 0, −1 where it is `highest`. */
  readonly direction: T;
  /** Expected number of counts from the end: the walk is short where it is small. */
  readonly distance: T;
  /** ln of the probability of the end itself, at least −1.4·`distance`. */
  logMass(): T;
  /** P(next)/P(this) = weight·above/below, at the end itself; with the steps by which above and below change. */
  readonly weight: T;
  readonly above: T;
  readonly below: T;
  readonly aboveStep: T;
  readonly belowStep: T;
}
