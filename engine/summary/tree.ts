import { type Merge, mergeMoments } from "./moments.ts";
import type { MomentNode } from "./partial.ts";

/** Levels stand this far apart in keys: no replicate has as many blocks. */
const levelKey = 1_099_511_627_776;

/**
 * Merges moments on a fixed binary tree over a replicate's block numbers: siblings make their parent as soon as both are there,
 * and nothing else is ever merged before the end. However the blocks were cut into tasks and in whatever order they come, the
 * same additions are made, so the bits are the same; what is held at a time grows with the logarithm of the blocks.
 */
export class MomentTree {
  private readonly replicate: number;
  private readonly merge: Merge;
  private readonly waiting = new Map<number, MomentNode>();

  constructor(replicate: number, merge: Merge = mergeMoments) {
    this.replicate = replicate;
    this.merge = merge;
  }

  add(level: number, index: number, values: Float64Array): void {
    const sibling = level * levelKey + (index % 2 === 0 ? index + 1 : index - 1);
    const other = this.waiting.get(sibling);
    if (other === undefined) {
      this.waiting.set(level * levelKey + index, { replicate: this.replicate, level, index, values });
      return;
    }
    this.waiting.delete(sibling);
    const merged = index % 2 === 0 ? this.merge(values, other.values) : this.merge(other.values, values);
    this.add(level + 1, Math.floor(index / 2), merged);
  }

  /** The maximal dyadic runs so far, in order of their blocks. */
  nodes(): readonly MomentNode[] {
    const start = ({ level, index }: MomentNode) => {
      let from = index;
      for (let i = 0; i < level; i++) from *= 2;
      return from;
    };
    return [...this.waiting.values()].sort((left, right) => start(left) - start(right));
  }

  /** Everything merged: the maximal runs from the first to the last. */
  total(): Float64Array {
    const [first, ...rest] = this.nodes();
    return rest.reduce((sum, node) => this.merge(sum, node.values), first.values);
  }
}

/** Merges neighbours pairwise until one is left: the tree over replicates. */
export function mergePairwise(parts: readonly Float64Array[], merge: Merge = mergeMoments): Float64Array {
  let level = [...parts];
  while (level.length > 1) {
    const next: Float64Array[] = [];
    for (let i = 0; i < level.length; i += 2)
      next.push(i + 1 < level.length ? merge(level[i], level[i + 1]) : level[i]);
    level = next;
  }
  return level[0];
}
