import { anyNumber, notNegative, type Range, replicateFigure, resolution } from "../result/figure.ts";
import type { Figure } from "../result/result.ts";
import type { Replicates } from "./sample.ts";

/** Statistics of a column: from all of its draws, and from those of each replicate. */
export interface Spread {
  readonly whole: SpreadValues;
  readonly byReplicate: readonly SpreadValues[];
  /** Draws that have an answer. */
  readonly draws: number;
  readonly failed: number;
}

interface SpreadValues {
  readonly mean: number;
  readonly sd: number;
  /** Share of the draws above 0; of a criterion (1 where met, else 0) the same as the mean. */
  readonly chance: number;
}

export type SpreadKey = keyof SpreadValues;

const ranges: Readonly<Record<SpreadKey, Range>> = { mean: anyNumber, sd: notNegative, chance: { low: 0, high: 1 } };

/** Draws that are NaN take no part; undefined where a replicate has none left. */
export function spreadOf(column: Float64Array, { count, of }: Replicates): Spread | undefined {
  const [n, sums, hits] = [0, 1, 2].map(() => new Float64Array(count));
  for (let d = 0; d < column.length; d++) {
    const own = column[d];
    if (Number.isNaN(own)) continue;
    const r = of(d);
    n[r]++;
    sums[r] += own;
    if (own > 0) hits[r]++;
  }
  if (n.some((draws) => draws < 2)) return undefined;
  const total = n.reduce((sum, own) => sum + own, 0);
  const mean = sums.reduce((sum, own) => sum + own, 0) / total;
  const squares = new Float64Array(count);
  for (let d = 0; d < column.length; d++) {
    const gap = column[d] - mean;
    if (!Number.isNaN(gap)) squares[of(d)] += gap * gap;
  }
  return {
    whole: {
      mean,
      sd: Math.sqrt(squares.reduce((sum, own) => sum + own, 0) / total),
      chance: hits.reduce((sum, own) => sum + own, 0) / total,
    },
    byReplicate: Array.from(n, (draws, r) => {
      const own = sums[r] / draws;
      const gap = own - mean;
      return { mean: own, sd: Math.sqrt(Math.max(0, squares[r] / draws - gap * gap)), chance: hits[r] / draws };
    }),
    draws: total,
    failed: column.length - total,
  };
}

/** One of the statistics, with its error. */
export function spreadFigure({ whole, byReplicate, draws }: Spread, key: SpreadKey): Figure {
  const least = key === "chance" ? resolution(draws / byReplicate.length, byReplicate.length) : 0;
  return replicateFigure(
    whole[key],
    byReplicate.map((own) => own[key]),
    ranges[key],
    least,
  );
}

/** By how much a statistic is greater in one column than in another of the same draws: what they share cancels in the error. */
export function differenceFigure(one: Spread, other: Spread, key: SpreadKey): Figure {
  const value = one.whole[key] - other.whole[key];
  const own = one.byReplicate.map((values, r) => values[key] - other.byReplicate[r][key]);
  return key === "chance"
    ? replicateFigure(value, own, { low: -1, high: 1 }, resolution(one.draws / own.length, own.length))
    : replicateFigure(value, own);
}

/** Whether a difference can be told from none. */
export const isDistinct = ({ low, high }: Figure): boolean => low > 0 || high < 0;
