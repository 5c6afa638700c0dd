import { blockInReplicate, replicateOf } from "../design/plan.ts";
import type { ModelGraph } from "../model/graph.ts";
import { addCounts } from "./counts.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { mergeSums } from "./moments.ts";
import type { MomentNode, Partial } from "./partial.ts";
import { MomentTree } from "./tree.ts";

/** What merges of all draws of a run. */
export interface Combined {
  readonly replicates: number;
  readonly drawsPerReplicate: number;
  /** [replicate] → count, mean, m2 per output of `layout.moments`. */
  readonly moments: readonly Float64Array[];
  /** [replicate] → sum of what is below zero per output of `layout.kept`. */
  readonly losses: readonly Float64Array[];
  /** [replicate][test], row-major. */
  readonly hits: Float64Array;
  /** [replicate][year counts], row-major. */
  readonly years: Float64Array;
  /** Failed draws per replicate. */
  readonly failed: Float64Array;
  readonly firstFailed: readonly number[];
}

/** Failed draws that are remembered by number. */
const rememberedFailures = 10;

/**
 * Merges partials, each block once, in any order, in memory that grows with the logarithm of the blocks.
 *
 * A run that may grow past the size at which its design takes more replicates is merged by both numbers: then every node must be
 * a single block.
 */
export class Merging {
  private readonly layout: Layout;
  private readonly replicates: number;
  /** By number of replicates. */
  private readonly trees: ReadonlyMap<number, readonly MomentTree[]>;
  private readonly lossTrees: ReadonlyMap<number, readonly MomentTree[]>;
  private readonly hits: Float64Array;
  private readonly years: Float64Array;
  private readonly failed: Float64Array;
  private firstFailed: readonly number[] = [];

  /** @param fewer a further number of replicates, which divides `replicates` */
  constructor(graph: ModelGraph, replicates: number, fewer: number = replicates) {
    this.layout = layoutOf(graph);
    this.replicates = replicates;
    const treesFor = (merge?: typeof mergeSums) =>
      new Map(
        [...new Set([replicates, fewer])].map((count) => [
          count,
          Array.from({ length: count }, (_, replicate) => new MomentTree(replicate, merge)),
        ]),
      );
    this.trees = treesFor();
    this.lossTrees = treesFor(mergeSums);
    this.hits = new Float64Array(replicates * this.layout.tests.length);
    this.years = new Float64Array(replicates * this.layout.yearCounts);
    this.failed = new Float64Array(replicates);
  }

  /** @param byFewer whether the further number of replicates still counts: not once it has merged its last checkpoint */
  add(partial: Partial, byFewer = true): void {
    const addTo = (trees: ReadonlyMap<number, readonly MomentTree[]>, node: MomentNode) => {
      for (const [count, own] of trees) {
        if (count !== this.replicates && !byFewer) continue;
        const { replicate, level, index, values } = count === this.replicates ? node : this.among(count, node);
        own[replicate].add(level, index, values);
      }
    };
    for (const node of partial.moments) addTo(this.trees, node);
    for (const node of partial.losses) addTo(this.lossTrees, node);
    addCounts(this.hits, partial.hits);
    addCounts(this.years, partial.years);
    addCounts(this.failed, partial.failed);
    if (partial.firstFailed.length > 0)
      this.firstFailed = [...this.firstFailed, ...partial.firstFailed]
        .sort((a, b) => a - b)
        .slice(0, rememberedFailures);
  }

  /** What has been added so far; blocks from the first on. */
  combined(draws: number, replicates: number): Combined {
    const { layout } = this;
    return {
      replicates,
      drawsPerReplicate: draws / replicates,
      moments: this.trees.get(replicates)!.map((tree) => tree.total()),
      losses: this.lossTrees.get(replicates)!.map((tree) => tree.total()),
      hits: fold(this.hits, replicates, layout.tests.length),
      years: fold(this.years, replicates, layout.yearCounts),
      failed: fold(this.failed, replicates, 1),
      firstFailed: this.firstFailed,
    };
  }

  /** The node of one block where there are fewer replicates. */
  private among(replicates: number, { replicate, level, index, values }: MomentNode): MomentNode {
    if (level !== 0) throw new RangeError("only single blocks can be merged by two numbers of replicates");
    const block = index * this.replicates + replicate;
    return { replicate: replicateOf(block, replicates), level, index: blockInReplicate(block, replicates), values };
  }
}

/** Counts of rows r, r + R, r + 2R … added up: replicate r of R is made of them. */
function fold(counts: Float64Array, replicates: number, width: number): Float64Array {
  const folded = new Float64Array(replicates * width);
  for (let i = 0; i < counts.length; i++) folded[i % folded.length] += counts[i];
  return folded;
}
