import { selectRanks } from "./select.ts";

/** Quantiles of type 7 and the tail mean of one set of values. */
export interface SampleSummary {
  /** One per asked probability. */
  readonly quantiles: readonly number[];
  /** Mean of the worst share, or of the best, as asked. */
  readonly tailMean: number;
}

/**
 * Quantiles of type 7 (Hyndman & Fan 1996, doi:10.2307/2684934) and the mean of the lowest or highest `tailShare` of the values,
 * the last one counted with the fraction that is left (Rockafellar & Uryasev 2002, doi:10.1016/S0378-4266(02)00271-6). The tail
 * is summed in draw order, so no way of selecting touches its bits.
 *
 * @param values at least one; no NaN; left as they are
 * @param probabilities ascending, in [0, 1]
 */
export function summariseSample(
  values: Float64Array,
  probabilities: readonly number[],
  tailShare: number,
  tail: "low" | "high",
): SampleSummary {
  const last = values.length - 1;
  const tailWeight = tailShare * values.length;
  const tailCount = Math.min(values.length, Math.max(1, Math.ceil(tailWeight)));
  const tailRank = tail === "low" ? tailCount - 1 : last - (tailCount - 1);
  const places = probabilities.map((p) => p * last);
  const ranks = [...new Set([...places.flatMap((at) => [Math.floor(at), Math.ceil(at)]), tailRank])].sort(
    (a, b) => a - b,
  );
  const selected = selectRanks(values.slice(), ranks);
  const statistic = new Map(ranks.map((rank, i) => [rank, selected[i]]));
  const quantiles = places.map((at) => {
    const below = statistic.get(Math.floor(at))!;
    const above = statistic.get(Math.ceil(at))!;
    return below === above ? below : below + (at - Math.floor(at)) * (above - below);
  });
  const edge = statistic.get(tailRank)!;
  let beyond = 0;
  if (tail === "low") {
    for (let i = 0; i < values.length; i++) if (values[i] < edge) beyond += values[i] - edge;
  } else for (let i = 0; i < values.length; i++) if (values[i] > edge) beyond += values[i] - edge;
  return { quantiles, tailMean: edge + beyond / Math.max(tailWeight, 1) };
}
