/*
 * Replicates of a weighted run do not weigh the same, so each says less or more about the whole. What a replicate says is
 * therefore taken as that of one of equal weight: θ + (W_r/W̄)·(θ_r − θ). Their standard deviation over √R is then the error of a
 * quotient Σwx/Σw by the delta method, for W_r·(θ_r − θ)/W̄ is the mean of the residuals w·(x − θ) of the replicate over W̄; a
 * sum becomes A + … in the same way. Where all draws weigh the same nothing changes.
 * Source: Owen (2013), Monte Carlo theory, methods and examples, section 9.2; Cochran (1977), Sampling Techniques, section 6.4.
 */

/** What a statistic of a replicate says about the whole. @param share W_r/W̄, the replicate's weight beside the mean one */
export const lean = (whole: number, own: number, share: number): number =>
  share === 1 ? own : share === 0 ? whole : whole + share * (own - whole);

/** A sum of a replicate (of weights, or of weights times values) as one of mean weight would have it. @param whole of all replicates */
export const leanSum = (whole: number, own: number, share: number, replicates: number): number =>
  own + (whole / replicates) * (1 - share);

/** W_r/W̄ of each replicate. */
export function sharesOf(byReplicate: ArrayLike<number>): readonly number[] {
  const all = Array.from(byReplicate);
  const total = all.reduce((sum, own) => sum + own, 0);
  return all.map((own) => (total > 0 ? (own * all.length) / total : 1));
}

/**
 * Puts sums of replicates that weigh differently as those of the equally many draws of equal weight that they are worth, in place.
 *
 * @param weights by draw @param byReplicate their sums
 */
export function asEqual(weights: Float64Array, byReplicate: Float64Array, sums: readonly Float64Array[]): void {
  const shares = sharesOf(byReplicate);
  const total = byReplicate.reduce((sum, own) => sum + own, 0);
  const worth = total / weights.reduce((sum, own) => sum + own * own, 0);
  for (const own of [byReplicate, ...sums]) {
    const whole = own.reduce((sum, x) => sum + x, 0);
    for (let r = 0; r < own.length; r++) own[r] = worth * leanSum(whole, own[r], shares[r], own.length);
  }
}
