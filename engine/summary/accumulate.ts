import { blockInReplicate, blockSize, replicateOf } from "../design/plan.ts";
import type { ModelGraph } from "../model/graph.ts";
import { binsFor } from "./bins.ts";
import { type BlockSums, signWidth } from "./blockSums.ts";
import { allFinite, columnSums, countHits, signsOf } from "./columnSums.ts";
import type { Keeping } from "./keeping.ts";
import { layoutOf } from "./layout.ts";
import { blockMoments, momentWidth } from "./moments.ts";
import type { Partial } from "./partial.ts";
import { GatheredRuns, SpreadRows } from "./spreadRows.ts";
import { MomentTree, mergeSums } from "./tree.ts";

/** Failed draws that a partial remembers by number. */
const rememberedFailures = 10;

/** Takes one block after the other and gives what they add to a result. */
export interface Accumulator {
  /** The block whose outputs now stand in the columns; those of failed draws are overwritten with NaN. */
  add(block: number): void;
  finish(): Partial;
}

/**
 * A draw fails when any output other than a ratio is not finite: it then counts for no figure and meets no criterion. A ratio
 * has a value where its denominator is above zero.
 *
 * @param columns where the outputs of each block will stand, `columns[k]` being output k of the graph
 * @param blocks number of blocks that will be added, those of one replicate one after the other
 * @param sums of these columns, by who can make them faster
 */
export function accumulate(
  graph: ModelGraph,
  replicates: number,
  blocks: number,
  keeping: Keeping,
  columns: readonly Float64Array[],
  sums: BlockSums = columnSums(columns, binsFor(layoutOf(graph).kept.length)),
): Accumulator {
  const layout = layoutOf(graph);
  const trees = new Map<number, MomentTree>();
  const lossTrees = new Map<number, MomentTree>();
  const hits = new Float64Array(replicates * layout.tests.length);
  const years = new Float64Array(replicates * layout.yearCounts);
  const failed = new Float64Array(replicates);
  const firstFailed: number[] = [];
  const wanted = keeping.columns?.map((k) => layout.kept[k]) ?? [];
  const held = wanted.map(() => new Float64Array(blocks * blockSize));
  let added = 0;
  const isFailed = new Uint8Array(blockSize);
  const mayFail = graph.outputs.flatMap(({ kind }, i) => (kind === "ratio" ? [] : [i]));
  const costOf = denominators(graph);
  const signs = new Float64Array(signWidth);
  const rows = keeping.spread && new SpreadRows(keeping.spread, layout.kept, sums);
  const gathering = keeping.again?.gather.map((setting) => {
    const output = layout.kept[setting.kept];
    return { output, runs: new GatheredRuns(setting, output, sums) };
  });

  function markFailures(block: number): boolean {
    let any = false;
    for (const output of mayFail) {
      const column = columns[output];
      if (allFinite(column)) continue;
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

  /** Whether every value of a ratio can be taken as it is; else those without a positive denominator are made NaN. */
  function ratioIsWhole(output: number, cost: number): boolean {
    if (sums.finite(output) && sums.hits(cost) === blockSize) return true;
    const [ratio, divisor] = [columns[output], columns[cost]];
    for (let i = 0; i < blockSize; i++)
      if (!(divisor[i] > 0)) ratio[i] = Number.NaN;
      else if (!Number.isFinite(ratio[i])) ratio[i] = 0;
    return false;
  }

  function merge(block: number, replicate: number, values: Float64Array, whole: readonly boolean[]): void {
    const losses = new Float64Array(layout.kept.length);
    layout.kept.forEach((output, k) => {
      if (whole[output]) sums.signs(output, signs);
      else signsOf(columns[output], signs);
      losses[k] = signs[0];
      rows?.addSigns(k, signs);
      if (rows === undefined) return;
      if (whole[output]) rows.add(k, columns[output], () => sums.spread(output));
      else rows.add(k, columns[output]);
    });
    const index = blockInReplicate(block, replicates);
    treeOf(trees, replicate).add(0, index, values);
    treeOf(lossTrees, replicate, mergeSums).add(0, index, losses);
    layout.tests.forEach((output, k) => {
      const at = replicate * layout.tests.length + k;
      hits[at] += whole[output] ? sums.hits(output) : countHits(columns[output]);
    });
    layout.years.forEach((output, k) => {
      const at = replicate * layout.yearCounts + layout.yearOffsets[k];
      const column = columns[output];
      if (whole[output]) for (let i = 0; i < blockSize; i++) years[at + column[i]]++;
      else for (let i = 0; i < blockSize; i++) if (!Number.isNaN(column[i])) years[at + column[i]]++;
    });
  }

  return {
    add(block) {
      const replicate = replicateOf(block, replicates);
      const values = new Float64Array(momentWidth * layout.moments.length);
      const isRatio = (output: number) => costOf[output] !== undefined;
      const clean =
        layout.moments.every((output, k) => isRatio(output) || sums.moments(output, values, momentWidth * k)) &&
        layout.tests.every((output) => sums.finite(output)) &&
        layout.years.every((output) => sums.finite(output));
      if (!clean) markFailures(block);
      const whole = columns.map((_, output) => {
        const cost = costOf[output];
        return cost === undefined ? clean : ratioIsWhole(output, cost) && clean;
      });
      layout.moments.forEach((output, k) => {
        if (clean && !isRatio(output)) return;
        if (whole[output] && sums.moments(output, values, momentWidth * k)) return;
        blockMoments(columns[output], values, momentWidth * k);
      });
      wanted.forEach((output, k) => {
        held[k].set(columns[output], added * blockSize);
      });
      added++;
      for (const { output, runs } of gathering ?? [])
        runs.add(replicate, blockInReplicate(block, replicates), columns[output], whole[output]);
      if (keeping.again !== undefined) return;
      rows?.begin(replicate, blockInReplicate(block, replicates));
      merge(block, replicate, values, whole);
    },
    finish: () => ({
      moments: [...trees.values()].flatMap((tree) => tree.nodes()),
      losses: [...lossTrees.values()].flatMap((tree) => tree.nodes()),
      hits,
      years,
      failed: keeping.again === undefined ? failed : new Float64Array(replicates),
      firstFailed: keeping.again === undefined ? firstFailed.sort((a, b) => a - b) : [],
      columns: held,
      spread: rows?.finish(),
      gathered: gathering?.map(({ runs }) => runs.finish()),
    }),
  };
}

function treeOf(trees: Map<number, MomentTree>, replicate: number, merge?: typeof mergeSums): MomentTree {
  const known = trees.get(replicate) ?? new MomentTree(replicate, merge);
  trees.set(replicate, known);
  return known;
}

/** By output: the place of its denominator where it is a ratio. */
function denominators({ outputs }: ModelGraph): readonly (number | undefined)[] {
  const places = new Map(outputs.map(({ id }, k) => [id, k]));
  return outputs.map((output) => (output.kind === "ratio" ? places.get(output.denominator) : undefined));
}
