import { blockInReplicate, blockSize, replicateOf } from "../design/plan.ts";
import type { ModelGraph } from "../model/graph.ts";
import type { BlockSums } from "./blockSums.ts";
import { layoutOf } from "./layout.ts";
import { blockMoments, momentWidth } from "./moments.ts";
import type { Partial } from "./partial.ts";
import { MomentTree } from "./tree.ts";

/** Failed draws that a partial remembers by number. */
const rememberedFailures = 10;

/** Takes the columns of one block after the other and gives what they add to a result. */
export interface Accumulator {
  /**
   * `columns[k]` is output k of the graph; columns of failed draws are overwritten with NaN.
   *
   * @param sums of these columns, where somebody has them: taken when no draw fails
   */
  add(block: number, columns: readonly Float64Array[], sums?: BlockSums): void;
  finish(): Partial;
}

/** What of the draws a partial shall hold beside what merges. */
export interface Keeping {
  /** Which of `layout.kept` have their columns in the partial; absent: all. */
  readonly columns?: readonly number[];
  /** True where the draws are made again: nothing is counted, so that nothing counts twice. */
  readonly columnsOnly?: boolean;
}

/**
 * A draw fails when any output other than a ratio is not finite: it then counts for no figure and meets no criterion.
 *
 * @param firstBlock @param blocks the first of the blocks that will be added, and how many
 */
export function accumulate(
  graph: ModelGraph,
  replicates: number,
  firstBlock: number,
  blocks: number,
  keeping: Keeping = {},
): Accumulator {
  const layout = layoutOf(graph);
  const trees = Array.from({ length: replicates }, (_, replicate) => new MomentTree(replicate));
  const hits = new Float64Array(replicates * layout.tests.length);
  const years = new Float64Array(replicates * layout.yearCounts);
  const failed = new Float64Array(replicates);
  const firstFailed: number[] = [];
  const keptOutputs = layout.kept.filter((_, k) => keeping.columns?.includes(k) ?? true);
  const kept = keptOutputs.map(() => new Float64Array(blocks * blockSize));
  let added = 0;
  const isFailed = new Uint8Array(blockSize);
  const ratios = graph.outputs.flatMap(({ kind }, i) => (kind === "ratio" ? [i] : []));
  const mayFail = graph.outputs.flatMap(({ kind }, i) => (kind === "ratio" ? [] : [i]));

  function markFailures(block: number, columns: readonly Float64Array[]): boolean {
    let any = false;
    for (const output of mayFail) {
      const column = columns[output];
      // x − x is 0 for every finite x and NaN otherwise; the sum stays 0 when all are finite.
      let check = 0;
      for (let i = 0; i < blockSize; i++) check += column[i] - column[i];
      if (check === 0) continue;
      if (!any) isFailed.fill(0);
      any = true;
      for (let i = 0; i < blockSize; i++) if (!Number.isFinite(column[i])) isFailed[i] = 1;
    }
    if (!any) return false;
    for (let i = 0; i < blockSize; i++) {
      if (!isFailed[i]) continue;
      failed[replicateOf(block, replicates)]++;
      if (firstFailed.length < rememberedFailures) firstFailed.push(block * blockSize + i);
      for (const column of columns) column[i] = Number.NaN;
    }
    return true;
  }

  /** Whether every output of every draw is finite; `values` then holds all moments. */
  function allFinite(sums: BlockSums, values: Float64Array): boolean {
    return (
      layout.moments.every((output, k) => sums.moments(output, values, momentWidth * k)) &&
      layout.tests.every((output) => sums.finite(output)) &&
      layout.years.every((output) => sums.finite(output))
    );
  }

  return {
    add(block, columns, sums) {
      const replicate = replicateOf(block, replicates);
      const values = new Float64Array(momentWidth * layout.moments.length);
      const given = sums !== undefined && !keeping.columnsOnly && allFinite(sums, values) ? sums : undefined;
      const anyFailed = given === undefined && markFailures(block, columns);
      if (given === undefined) for (const output of ratios) finiteOnly(columns[output]);
      keptOutputs.forEach((output, k) => {
        kept[k].set(columns[output], added * blockSize);
      });
      added++;
      if (keeping.columnsOnly) return;
      if (given === undefined)
        layout.moments.forEach((output, k) => {
          blockMoments(columns[output], values, momentWidth * k);
        });
      trees[replicate].add(0, blockInReplicate(block, replicates), values);
      layout.tests.forEach((output, k) => {
        hits[replicate * layout.tests.length + k] += given?.hits(output) ?? countHits(columns[output]);
      });
      layout.years.forEach((output, k) => {
        const at = replicate * layout.yearCounts + layout.yearOffsets[k];
        const column = columns[output];
        for (let i = 0; i < blockSize; i++) if (!anyFailed || !isFailed[i]) years[at + column[i]]++;
      });
    },
    finish: () => ({
      firstBlock,
      blocks,
      moments: trees.flatMap((tree) => tree.nodes()),
      hits,
      years,
      failed,
      firstFailed,
      columns: kept,
    }),
  };
}

/** A ratio may be infinite in a draw that does not fail; such values count for no moment of the ratio. */
function finiteOnly(column: Float64Array): void {
  for (let i = 0; i < column.length; i++)
    if (column[i] === Number.POSITIVE_INFINITY || column[i] === Number.NEGATIVE_INFINITY) column[i] = Number.NaN;
}

function countHits(column: Float64Array): number {
  let count = 0;
  for (let i = 0; i < column.length; i++) if (column[i] > 0) count++;
  return count;
}
