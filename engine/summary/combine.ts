import { blockSize, type Plan, replicateOf } from "../design/plan.ts";
import type { ModelGraph } from "../model/graph.ts";
import { layoutOf } from "./layout.ts";
import type { Partial } from "./partial.ts";
import { MomentTree } from "./tree.ts";

/** All draws of a run, summarised: what the figures of a result are made from. */
export interface Combined {
  readonly replicates: number;
  readonly drawsPerReplicate: number;
  /** [replicate] → count, mean, m2 per output of `layout.moments`. */
  readonly moments: readonly Float64Array[];
  /** [replicate][test], row-major. */
  readonly hits: Float64Array;
  /** [replicate][year counts], row-major. */
  readonly years: Float64Array;
  /** Failed draws per replicate. */
  readonly failed: Float64Array;
  readonly firstFailed: readonly number[];
  /** One per output of `layout.kept`, in order of draws, NaN for failed ones. */
  readonly columns: readonly Float64Array[];
}

/** Merges partials that together cover the blocks of a plan exactly once, in any order. */
export function combine(graph: ModelGraph, plan: Plan, partials: readonly Partial[]): Combined {
  const layout = layoutOf(graph);
  const trees = Array.from({ length: plan.replicates }, (_, replicate) => new MomentTree(replicate));
  const sum = (pick: (partial: Partial) => Float64Array) => {
    const total = new Float64Array(pick(partials[0]).length);
    for (const partial of partials)
      pick(partial).forEach((x, i) => {
        total[i] += x;
      });
    return total;
  };
  const columns = layout.kept.map(() => new Float64Array(plan.draws));
  const firstFailed: number[] = [];
  for (const partial of partials) {
    for (const { replicate, level, index, values } of partial.moments) trees[replicate].add(level, index, values);
    partial.columns.forEach((column, k) => {
      columns[k].set(column, partial.firstBlock * blockSize);
    });
    firstFailed.push(...partial.firstFailed);
  }
  return {
    replicates: plan.replicates,
    drawsPerReplicate: plan.draws / plan.replicates,
    moments: trees.map((tree) => tree.total()),
    hits: sum((partial) => partial.hits),
    years: sum((partial) => partial.years),
    failed: sum((partial) => partial.failed),
    firstFailed: firstFailed.sort((a, b) => a - b).slice(0, 10),
    columns,
  };
}

/** The draws of a column that have an answer, in order: the column itself where all have. */
export function answered(column: Float64Array): Float64Array {
  for (let i = 0; i < column.length; i++)
    if (Number.isNaN(column[i])) return column.filter((value) => !Number.isNaN(value));
  return column;
}

/** The draws of a column that belong to each replicate, in order, those without an answer left out. */
export function byReplicate(column: Float64Array, replicates: number): readonly Float64Array[] {
  const parts = Array.from({ length: replicates }, () => new Float64Array(column.length / replicates));
  const filled = new Int32Array(replicates);
  for (let block = 0; block * blockSize < column.length; block++) {
    const replicate = replicateOf(block, replicates);
    const values = answered(column.subarray(block * blockSize, (block + 1) * blockSize));
    parts[replicate].set(values, filled[replicate]);
    filled[replicate] += values.length;
  }
  return parts.map((part, replicate) => part.subarray(0, filled[replicate]));
}
