import { blockInReplicate, blockSize, replicateOf } from "../design/plan.ts";
import type { ModelGraph, OutputDeclaration } from "../model/graph.ts";
import { type BlockSums, signWidth } from "./blockSums.ts";
import { allFinite, columnSums, countHits, signsOf, tallyOf } from "./columnSums.ts";
import type { Keeping } from "./keeping.ts";
import { layoutOf } from "./layout.ts";
import { blockMoments, mergeSums, momentWidth } from "./moments.ts";
import type { Partial } from "./partial.ts";
import { RunTree } from "./runTree.ts";
import { GatheredRuns, SpreadRows } from "./spreadRows.ts";

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
  sums: BlockSums = columnSums(columns),
): Accumulator {
  const layout = layoutOf(graph);
  /** False for draws that are made again: what merges has been counted. */
  const first = keeping.again === undefined;
  const tree = new RunTree();
  const lossTree = new RunTree(mergeSums);
  const values = new Float64Array(momentWidth * layout.moments.length);
  const losses = new Float64Array(layout.kept.length);
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
  const ratios = layout.moments.flatMap((output, k): readonly Ratio[] => {
    const cost = costOf[output];
    return cost === undefined ? [] : [{ output, cost, at: momentWidth * k }];
  });
  const wholeRatio = graph.outputs.map(() => true);
  const signs = new Float64Array(signWidth);
  const testHits = new Float64Array(layout.tests.length);
  const mostYears = layout.years.map((output) => yearsOf(graph.outputs[output]));
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

  /**
   * Whether every value of a ratio can be taken as it is, and its moments have been taken where they are wanted; else values without
   * a positive denominator are made NaN.
   */
  function ratioIsWhole({ output, cost, at }: Ratio): boolean {
    const whole = sums.hits(cost) === blockSize && (first ? sums.moments(output, values, at) : sums.finite(output));
    if (!whole) sums.divided(output, cost);
    return whole;
  }

  /** Sums and counts of a block; `whole` says of an output whether all its values are finite. */
  function merge(replicate: number, index: number, whole: (output: number) => boolean): void {
    rows?.begin(replicate, index);
    for (let k = 0; k < layout.kept.length; k++) {
      const output = layout.kept[k];
      const fast = whole(output);
      if (fast) sums.signs(output, signs);
      else signsOf(columns[output], signs);
      losses[k] = signs[0];
      rows?.addSigns(k, signs);
      rows?.add(k, columns[output], fast);
    }
    tree.add(replicate, index, values);
    lossTree.add(replicate, index, losses);
    for (let k = 0; k < layout.tests.length; k++) {
      const output = layout.tests[k];
      hits[replicate * layout.tests.length + k] += whole(output) ? testHits[k] : countHits(columns[output]);
    }
    for (let k = 0; k < layout.years.length; k++) {
      const output = layout.years[k];
      const at = replicate * layout.yearCounts + layout.yearOffsets[k];
      if (whole(output)) sums.tally(output, mostYears[k], years, at);
      else tallyOf(columns[output], years, at);
    }
  }

  /**
   * Whether all outputs but ratios are finite in all draws; their moments are then in `values`, where these are wanted, and hits in
   * `testHits`.
   */
  function isClean(): boolean {
    for (let k = 0; k < layout.moments.length; k++) {
      const output = layout.moments[k];
      if (costOf[output] !== undefined) continue;
      if (first ? !sums.moments(output, values, momentWidth * k) : !sums.finite(output)) return false;
    }
    for (let k = 0; k < layout.tests.length; k++) {
      testHits[k] = sums.hits(layout.tests[k]);
      if (testHits[k] < 0) return false;
    }
    return layout.years.every(sums.finite);
  }

  return {
    add(block) {
      const replicate = replicateOf(block, replicates);
      const index = blockInReplicate(block, replicates);
      const clean = isClean();
      if (!clean) markFailures(block);
      for (const ratio of ratios) wholeRatio[ratio.output] = ratioIsWhole(ratio);
      const whole = (output: number) => clean && wholeRatio[output];
      wanted.forEach((output, k) => {
        held[k].set(columns[output], added * blockSize);
      });
      added++;
      for (const { output, runs } of gathering ?? []) runs.add(replicate, index, columns[output], whole(output));
      if (!first) return;
      layout.moments.forEach((output, k) => {
        if (!whole(output)) blockMoments(columns[output], values, momentWidth * k);
      });
      merge(replicate, index, whole);
    },
    finish: () => ({
      moments: tree.finish(),
      losses: lossTree.finish(),
      hits,
      years,
      failed: first ? failed : new Float64Array(replicates),
      firstFailed: first ? firstFailed.sort((a, b) => a - b) : [],
      columns: held,
      spread: rows?.finish(),
      gathered: gathering?.map(({ runs }) => runs.finish()),
    }),
  };
}

/** A ratio, its denominator, and where its moments are put. */
interface Ratio {
  readonly output: number;
  readonly cost: number;
  readonly at: number;
}

const yearsOf = (output: OutputDeclaration): number => (output.kind === "year" ? output.years : 0);

/** By output: the place of its denominator where it is a ratio. */
function denominators({ outputs }: ModelGraph): readonly (number | undefined)[] {
  const places = new Map(outputs.map(({ id }, k) => [id, k]));
  return outputs.map((output) => (output.kind === "ratio" ? places.get(output.denominator) : undefined));
}
