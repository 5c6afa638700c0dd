/** Which statistics of a set of values are wanted, and what is made of its order statistics. */
export interface Wanted {
  /** In [0, 1]. */
  readonly probabilities: readonly number[];
  /** Share of the values whose mean is wanted, and on which side. */
  readonly tailShare: number;
  readonly tail: "low" | "high";
}

/** Rank (from 0) of the last value of the tail among `count` values. */
export function tailRank({ tailShare, tail }: Wanted, count: number): number {
  const inTail = Math.min(count, Math.max(1, Math.ceil(tailShare * count)));
  return tail === "low" ? inTail - 1 : count - inTail;
}

/** All ranks that the wanted statistics of `count` values need, ascending, each once; none of no values. */
export function wantedRanks(wanted: Wanted, count: number): readonly number[] {
  if (count === 0) return [];
  const ranks = wanted.probabilities.flatMap((p) => neighbours(p, count));
  return [...new Set([...ranks, tailRank(wanted, count)])].sort((a, b) => a - b);
}

/** The two ranks that a quantile lies between; of a single value the same one twice. */
function neighbours(p: number, count: number): readonly [below: number, above: number] {
  const below = Math.min(Math.floor(p * (count - 1)), Math.max(0, count - 2));
  return [below, Math.min(below + 1, count - 1)];
}

/** How far apart the values are that a quantile lies between: how finely that many values can tell it at all. */
export function spacing(p: number, count: number, statistic: (rank: number) => number): number {
  const [below, above] = neighbours(p, count);
  return statistic(above) - statistic(below);
}

/** Quantile of type 7 (Hyndman & Fan 1996, doi:10.2307/2684934) from the order statistics beside it. */
export function quantile(p: number, count: number, statistic: (rank: number) => number): number {
  const at = p * (count - 1);
  const below = statistic(Math.floor(at));
  const above = statistic(Math.ceil(at));
  return below === above ? below : below + (at - Math.floor(at)) * (above - below);
}

/** Mean of the tail from its edge and the sum of what lies beyond it, the last value counted with the fraction that is left. */
export function tailMean({ tailShare }: Wanted, count: number, edge: number, beyond: number): number {
  return edge + beyond / Math.max(tailShare * count, 1);
}
