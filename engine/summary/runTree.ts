import { type Merge, mergeMoments } from "./moments.ts";
import type { MomentNode } from "./partial.ts";

/** What waits for its right sibling. */
interface Slot {
  readonly values: Float64Array;
  /** −1 where nothing waits. */
  index: number;
}

/**
 * The tree of `MomentTree` for who goes through a replicate's blocks one after the other: at most one node of each level then
 * waits, and all is merged in place.
 */
export class RunTree {
  private readonly merge: Merge;
  private readonly done: MomentNode[] = [];
  private readonly slots: Slot[] = [];
  private replicate = -1;
  private next = -1;

  constructor(merge: Merge = mergeMoments) {
    this.merge = merge;
  }

  /** @param values copied; always as many */
  add(replicate: number, index: number, values: Float64Array): void {
    if (replicate !== this.replicate || index !== this.next) {
      this.end();
      this.replicate = replicate;
    }
    this.next = index + 1;
    let carried = values;
    for (let level = 0, at = index; ; level++, at = Math.floor(at / 2)) {
      if (level === this.slots.length) this.slots.push({ values: new Float64Array(values.length), index: -1 });
      const slot = this.slots[level];
      if (at % 2 === 0) {
        slot.values.set(carried);
        slot.index = at;
        return;
      }
      if (slot.index !== at - 1) {
        this.done.push({ replicate, level, index: at, values: carried.slice() });
        return;
      }
      carried = this.merge(slot.values, carried, slot.values);
      slot.index = -1;
    }
  }

  /** The maximal dyadic runs. */
  finish(): readonly MomentNode[] {
    this.end();
    return this.done;
  }

  private end(): void {
    const { replicate } = this;
    this.slots.forEach((slot, level) => {
      if (slot.index >= 0) this.done.push({ replicate, level, index: slot.index, values: slot.values.slice() });
      slot.index = -1;
    });
  }
}
