import type { GivenDraws, OrderedColumn } from "./givenDraws.ts";

/** Draws cut by the value of an input into bins of about equal numbers; equal values are in the same bin. */
export interface Bins {
  readonly count: number;
  /** By draw. */
  readonly at: Uint16Array;
}

/** @param wanted bins; fewer where values tie */
export function equalBins({ values, order }: OrderedColumn, wanted: number): Bins {
  const n = order.length;
  const at = new Uint16Array(n);
  let bin = 0;
  for (let first = 0; first < n; bin++) {
    // The first edge that is not yet passed: bins after a tie are not made up for.
    const edges = Math.floor((first * wanted) / n) + 1;
    let end = Math.max(first + 1, Math.round((edges * n) / wanted));
    while (end < n && values[order[end]] === values[order[end - 1]]) end++;
    for (let k = first; k < end; k++) at[order[k]] = bin;
    first = end;
  }
  return { count: bin, at };
}

/** By bin and replicate, at bin · replicates + replicate: how many draws, and the sum of a column over them. */
export interface BinSums {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
}

export function binSums({ count, at }: Bins, column: Float64Array, given: GivenDraws): BinSums {
  const { replicateAt, replicates } = given;
  const counts = new Float64Array(count * replicates);
  const sums = new Float64Array(count * replicates);
  for (let draw = 0; draw < column.length; draw++) {
    const place = at[draw] * replicates + replicateAt[draw];
    counts[place]++;
    sums[place] += column[draw];
  }
  return { counts, sums };
}
