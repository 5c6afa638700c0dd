import type { Issue } from "../issues.ts";
import type { Figure } from "../result/estimate.ts";
import { replicateFigure, shareFigure } from "../result/figure.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import { type Answered, answered } from "./answered.ts";
import { type GrownNode, growTrees } from "./cartTree.ts";
import type { Sample } from "./sample.ts";

export const mostCartDraws = 32_768;
/** Too few to grow, prune and measure with different ones. */
const fewest = 600;
/** Two for each of the three. */
const fewestReplicates = 6;

export interface CartOptions {
  /** Leaves of the tree at most: 8 where absent. */
  readonly mostLeaves?: number;
}

/** A tree to be read: parts of the draws by one input after the other, down to leaves. */
export type TreeNode =
  | {
      /** The split: `below` holds the draws whose input is at most `at`, in the input's unit. */
      readonly input: string;
      readonly at: number;
      readonly below: TreeNode;
      readonly above: TreeNode;
    }
  | {
      /** Mean of the output in the leaf; of a criterion its probability. Absent where too few draws that measure reach it. */
      readonly mean?: Figure;
      /** Share of all draws that end there. */
      readonly share: Figure;
    };

/**
 * A small regression tree (of a criterion: classification tree, by Gini's impurity): which questions about inputs, one after the other,
 * tell outcomes apart best. Grown from a third of the replicates; the smallest tree is kept whose error in the second third is
 * within a standard error of the least (Breiman's rule); leaves and shares of variance are measured in the last third, so that
 * nothing is flattered by the search. Rows: share of the output's variance told apart by splits on an input; `more.explained` is
 * their sum, `more.tree` a `TreeNode`.
 * Of two inputs that are correlated one may stand for both. Where it explains little, read nothing into the tree.
 * Source: Breiman, Friedman, Olshen & Stone (1984), Classification and Regression Trees, doi:10.1201/9781315139470.
 */
export function cart(sample: Sample, { mostLeaves = 8 }: CartOptions = {}): readonly Analysis[] {
  if (!(Number.isInteger(mostLeaves) && mostLeaves >= 2))
    throw new RangeError(`mostLeaves must be a whole number from 2, got ${mostLeaves}`);
  if (sample.replicates.count < fewestReplicates)
    throw new RangeError(`a tree needs ${fewestReplicates} replicates, got ${sample.replicates.count}`);
  return sample.outputs.map(({ id }, k) => {
    const own = answered(sample, k, { method: "cart", most: mostCartDraws, fewest });
    const about = {
      method: "cart",
      of: id,
      unit: "share",
      evaluations: 0,
      draws: own.y.length,
      measures: [{ id: "explained", unit: "share" }],
    };
    if (own.nothing || own.replicates < fewestReplicates) return { ...about, rows: [], notes: own.notes };
    const columns = own.inputs.map(({ x }) => x);
    const third = (r: number) =>
      Uint32Array.from(own.replicateAt, (_, draw) => draw).filter((draw) => own.replicateAt[draw] % 3 === r);
    const growing = third(0);
    const trees = growTrees(columns, own.y, growing, mostLeaves, Math.max(20, Math.ceil(growing.length / 100)));
    const tree = pruned(trees, own, columns, third(1));
    const told = measured(tree, own, columns, third(2));
    const notes: readonly Issue[] =
      tree.split === undefined
        ? [...own.notes, { code: "sensitivityNoTree", path: id, with: { output: id } }]
        : own.notes;
    const more = { tree: told.tree, explained: told.explained, leaves: leavesOf(tree) };
    return { ...about, rows: told.rows, more, notes };
  });
}

const leavesOf = ({ split }: GrownNode): number => (split ? leavesOf(split.below) + leavesOf(split.above) : 1);

function leafOf(tree: GrownNode, columns: readonly Float64Array[], draw: number): GrownNode {
  let node = tree;
  while (node.split) node = columns[node.split.input][draw] <= node.split.at ? node.split.below : node.split.above;
  return node;
}

/** The smallest tree whose error is within a standard error of the least: of the difference, from replicates. */
function pruned(
  trees: readonly GrownNode[],
  { y, replicateAt, replicates }: Answered,
  columns: readonly Float64Array[],
  draws: Uint32Array,
): GrownNode {
  const errors = trees.map((tree) => {
    const squares = new Float64Array(replicates);
    for (const draw of draws) {
      const off = y[draw] - leafOf(tree, columns, draw).mean;
      squares[replicateAt[draw]] += off * off;
    }
    return Array.from(squares).filter((_, r) => r % 3 === 1);
  });
  const totals = errors.map((own) => own.reduce((sum, x) => sum + x, 0));
  const best = totals.indexOf(Math.min(...totals));
  const within = (own: readonly number[]) => {
    const more = own.map((x, r) => x - errors[best][r]);
    const { value, se } = replicateFigure(more.reduce((sum, x) => sum + x, 0) / more.length, more);
    return value <= se;
  };
  return trees[errors.findIndex(within)];
}

/** The tree with what the draws that measure say of it. */
function measured(
  tree: GrownNode,
  { y, inputs, replicateAt, replicates }: Answered,
  columns: readonly Float64Array[],
  draws: Uint32Array,
): { readonly tree: TreeNode; readonly rows: readonly AnalysisRow[]; readonly explained: Figure } {
  const zeros = () => new Array<number>(replicates).fill(0);
  const ofMeasuring = (own: readonly number[]) => own.filter((_, r) => r % 3 === 2);
  const all = zeros();
  /** Squares about the mean of the grown tree's root: what is to be explained. */
  const squares = zeros();
  /** By input: by how much the splits on it lower the squares. */
  const lowered = inputs.map(zeros);
  const leaves = new Map<GrownNode, { readonly n: number[]; readonly sum: number[] }>();
  for (const draw of draws) {
    const r = replicateAt[draw];
    all[r]++;
    let node = tree;
    const square = ({ mean }: GrownNode) => (y[draw] - mean) * (y[draw] - mean);
    squares[r] += square(node);
    while (node.split) {
      const { input, at, below, above } = node.split;
      const next = columns[input][draw] <= at ? below : above;
      lowered[input][r] += square(node) - square(next);
      node = next;
    }
    const leaf = leaves.get(node) ?? { n: zeros(), sum: zeros() };
    leaves.set(node, leaf);
    leaf.n[r]++;
    leaf.sum[r] += y[draw] - node.mean;
  }
  const told = (node: GrownNode): TreeNode => {
    if (node.split) {
      const { input, at, below, above } = node.split;
      return { input: inputs[input].name, at, below: told(below), above: told(above) };
    }
    const { n, sum } = leaves.get(node) ?? { n: zeros(), sum: zeros() };
    const [own, off] = [ofMeasuring(n), ofMeasuring(sum)];
    const share = shareFigure(own, ofMeasuring(all));
    // Fewer than one draw a replicate tell no error.
    if (own.includes(0)) return { share };
    return { mean: ratioFigure(off, own, node.mean, [smallest, largest]), share };
  };
  const [smallest, largest] = [y.reduce((a, b) => Math.min(a, b)), y.reduce((a, b) => Math.max(a, b))];
  const total = ofMeasuring(squares);
  const rows = inputs
    .flatMap(({ name }, i): readonly AnalysisRow[] => {
      const own = ofMeasuring(lowered[i]);
      if (own.every((x) => x === 0)) return [];
      const explained = ratioFigure(own, total, 0, [0, 1]);
      return [{ inputs: [name], figures: { explained }, ...(explained.low <= 0 ? { indistinct: ["explained"] } : {}) }];
    })
    .sort((a, b) => b.figures.explained.value - a.figures.explained.value);
  const every = total.map((_, r) => lowered.reduce((sum, own) => sum + ofMeasuring(own)[r], 0));
  return { tree: told(tree), rows, explained: ratioFigure(every, total, 0, [0, 1]) };
}

/** A quotient of sums, with the error of its residuals by replicate. */
function ratioFigure(
  above: readonly number[],
  below: readonly number[],
  plus: number,
  [low, high]: readonly [number, number],
): Figure {
  const [a, b] = [above, below].map((own) => own.reduce((sum, x) => sum + x, 0));
  const value = Math.max(low, Math.min(high, plus + a / b));
  const linear = above.map((own, r) => value + ((own - (a / b) * below[r]) * above.length) / b);
  return replicateFigure(value, linear, { low, high });
}
