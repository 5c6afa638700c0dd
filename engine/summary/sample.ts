import { selectRanks } from "./select.ts";
import { quantile, spacing, tailMean, tailRank, type Wanted, wantedRanks } from "./wantedRanks.ts";

/** Quantiles of type 7 and the tail mean of one set of values. */
export interface SampleSummary {
  /** One per asked probability. */
  readonly quantiles: readonly number[];
  /** Distance of the two order statistics that each quantile lies between. */
  readonly spacings: readonly number[];
  /** Mean of the worst share, or of the best, as asked. */
  readonly tailMean: number;
}

/**
 * Quantiles of type 7 (Hyndman & Fan 1996, doi:10.2307/2684934) and the mean of the lowest or highest `tailShare` of the values,
 * the last one counted with the fraction that is left (Rockafellar & Uryasev 2002, doi:10.1016/S0378-4266(02)00271-6). The tail
 * is summed in draw order, so no way of selecting touches its bits. `Spread` gives the same in passes over a run's draws.
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
  const wanted: Wanted = { probabilities, tailShare, tail };
  const ranks = wantedRanks(wanted, values.length);
  const selected = selectRanks(values.slice(), ranks);
  const statistics = new Map(ranks.map((rank, i) => [rank, selected[i]]));
  const statistic = (rank: number) => statistics.get(rank)!;
  const edge = statistic(tailRank(wanted, values.length));
  let beyond = 0;
  if (tail === "low") {
    for (let i = 0; i < values.length; i++) if (values[i] < edge) beyond += values[i] - edge;
  } else for (let i = 0; i < values.length; i++) if (values[i] > edge) beyond += values[i] - edge;
  return {
    quantiles: probabilities.map((p) => quantile(p, values.length, statistic)),
    spacings: probabilities.map((p) => spacing(p, values.length, statistic)),
    tailMean: tailMean(wanted, values.length, edge, beyond),
  };
}
