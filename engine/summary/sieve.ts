import type { BinScale } from "./bins.ts";
import type { GatheredRun } from "./partial.ts";
import { type Parts, plainParts } from "./selectEven.ts";

/** Where the values of an output are put that order statistics are chosen from. */
interface Shelves {
  readonly scale: BinScale;
  /** [replicate][bin]: the replicate's own slot for values in the bin, or'ed with `sharedSlot` of that of all draws; 0 where nobody wants them. */
  readonly places: Int32Array;
  /** By number of slot: where its next value is put. Slot 0 is nobody's. */
  readonly next: Int32Array;
  /** By number of slot: how far a value moves that on: 1, and 0 in slot 0. Signed, as V8 reads these in half the time. */
  readonly step: Int32Array;
  /** Values in all slots; what is nobody's is put behind them. */
  readonly values: number;
  /** In one slot at most. */
  readonly mostInSlot: number;
}

/** Bits of a place that say which slot is the replicate's own; those above, which is that of all draws. */
export const slotShift = 15;
export const ownSlot = (place: number): number => place & ((1 << slotShift) - 1);
export const sharedSlot = (slot: number): number => slot << slotShift;

/** What was put into slots: may be changed in place. */
interface Placed {
  readonly store: Float64Array;
  readonly parts: Parts;
}

/** What is further out than an edge, and what lies between it and another one. */
interface Tail {
  readonly side: "low" | "high";
  readonly beyond: number;
  readonly edge: number;
}

/** Numbers that `tail` writes for each block. */
export const tailWidth = 2;

/**
 * Looks through gathered values, by who can: a compiled kernel does it faster than loops in JavaScript. What it means is said by
 * `plainSieve`, to the bit.
 */
export interface Sieve {
  /** Puts the values of runs into the slots that want them. What it gives is there until the next call. */
  place(runs: readonly GatheredRun[], shelves: Shelves): Placed;
  /**
   * Writes for each block of a run the sums, in order, of the distances of values from `beyond` if they lie beyond it (below it, or
   * from it on where the side is high), and of those of all others from `edge` if they lie outside that.
   */
  tail(run: GatheredRun, tail: Tail, into: Float64Array): void;
}

/** By loops in JavaScript: the definition. */
export const plainSieve: Sieve = {
  place(runs, { scale, places, next: start, step, values: size }) {
    const store = new Float64Array(size + 1);
    const next = start.slice();
    const { low, perUnit, last } = scale;
    for (const { replicate, values } of runs) {
      const base = replicate * (last + 1);
      for (let i = 0; i < values.length; i++) {
        const x = values[i];
        const t = (x - low) * perUnit; // see `binOf`: written out, since a run looks at millions of values here
        const place = places[base + (t > 0 ? (t < last ? t | 0 : last) : 0)];
        if (place === 0) continue;
        // What only one of the two wants is written for the other as well, to a place that stays.
        const own = ownSlot(place);
        const ownAt = next[own];
        store[ownAt] = x;
        next[own] = ownAt + step[own];
        const shared = place >> slotShift;
        const sharedAt = next[shared];
        store[sharedAt] = x;
        next[shared] = sharedAt + step[shared];
      }
    }
    return { store, parts: plainParts(store) };
  },
  tail({ values, perBlock }, { side, beyond, edge }, into) {
    let at = 0;
    for (let k = 0; k < perBlock.length; k++) {
      const end = at + perBlock[k];
      let sum = 0;
      let near = 0;
      if (side === "low")
        for (; at < end; at++) {
          const x = values[at];
          if (x < beyond) sum += x - beyond;
          else if (x < edge) near += x - edge;
        }
      else
        for (; at < end; at++) {
          const x = values[at];
          if (x >= beyond) sum += x - beyond;
          else if (x > edge) near += x - edge;
        }
      into[tailWidth * k] = sum;
      into[tailWidth * k + 1] = near;
    }
  },
};
