import { argsort } from "../numeric/ranks.ts";

/** A node of a tree: a leaf, or two parts of its draws by one input: at most `at` and above. */
export interface GrownNode {
  /** Mean of the draws that it was grown from. */
  readonly mean: number;
  readonly split?: {
    readonly input: number;
    readonly at: number;
    readonly below: GrownNode;
    readonly above: GrownNode;
  };
}

interface Split {
  readonly input: number;
  readonly at: number;
  readonly gain: number;
}

/** A leaf that can still be split, by its best split if it has one. */
interface Open {
  readonly draws: Uint32Array;
  readonly mean: number;
  readonly best: Split | undefined;
  split?: { readonly below: Open; readonly above: Open };
}

/**
 * Trees with 1, 2, … `mostLeaves` leaves, each from the one before by the split that lowers the sum of squares most: of a 0/1
 * outcome that is Gini's impurity. A split lies halfway between two values of its input.
 *
 * @param draws those to grow from @param least draws of a leaf
 */
export function growTrees(
  inputs: readonly Float64Array[],
  y: Float64Array,
  draws: Uint32Array,
  mostLeaves: number,
  least: number,
): readonly GrownNode[] {
  const open = (own: Uint32Array): Open => {
    let mean = 0;
    for (let k = 0; k < own.length; k++) mean += (y[own[k]] - mean) / (k + 1);
    return { draws: own, mean, best: bestSplit(inputs, y, own, mean, least) };
  };
  const root = open(draws);
  const leaves = [root];
  const trees = [grown(root)];
  while (leaves.length < mostLeaves) {
    let next = -1;
    leaves.forEach(({ best }, k) => {
      if (best !== undefined && (next < 0 || best.gain > leaves[next].best!.gain)) next = k;
    });
    if (next < 0) break;
    const leaf = leaves[next];
    const { input, at } = leaf.best!;
    const below = open(leaf.draws.filter((draw) => inputs[input][draw] <= at));
    const above = open(leaf.draws.filter((draw) => inputs[input][draw] > at));
    leaf.split = { below, above };
    leaves.splice(next, 1, below, above);
    trees.push(grown(root));
  }
  return trees;
}

function grown({ mean, best, split }: Open): GrownNode {
  if (split === undefined) return { mean };
  const { input, at } = best!;
  return { mean, split: { input, at, below: grown(split.below), above: grown(split.above) } };
}

function bestSplit(
  inputs: readonly Float64Array[],
  y: Float64Array,
  draws: Uint32Array,
  mean: number,
  least: number,
): Split | undefined {
  let best: Split | undefined;
  const n = draws.length;
  for (let input = 0; input < inputs.length; input++) {
    const column = inputs[input];
    const values = new Float64Array(n);
    for (let k = 0; k < n; k++) values[k] = column[draws[k]];
    const order = argsort(values);
    let sum = 0;
    for (let k = 0; k + 1 < n; k++) {
      sum += y[draws[order[k]]] - mean;
      const [here, next] = [values[order[k]], values[order[k + 1]]];
      if (here === next || k + 1 < least || n - k - 1 < least) continue;
      const gain = sum * sum * (1 / (k + 1) + 1 / (n - k - 1));
      if (gain <= (best?.gain ?? 0)) continue;
      const middle = here + (next - here) / 2;
      best = { input, at: middle < next ? middle : here, gain };
    }
  }
  return best;
}
