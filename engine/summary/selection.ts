import type { BinScale } from "./bins.ts";
import { mark } from "./marks.ts";
import { selectEven } from "./selectEven.ts";
import { type Wanted, wantedRanks } from "./wantedRanks.ts";

/** Order statistics by rank. */
export type Statistics = ReadonlyMap<number, number>;

/** How the values of one output spread over bins. */
export interface Counted {
  readonly scale: BinScale;
  /** Per replicate, by bin. */
  readonly rows: readonly Float64Array[];
  /** The one value in a bin, where it is known that there is no other. */
  onlyValue(bin: number): number | undefined;
}

/** A wanted bin of one set: the ranks in it, and where its values are put. */
interface Slot {
  readonly set: number;
  readonly bin: number;
  readonly ranks: readonly number[];
  /** Where these would stand if the bin's values were sorted. */
  readonly places: readonly number[];
  readonly from: number;
  readonly to: number;
}

const ownBits = 15;
const ownMask = (1 << ownBits) - 1;

/**
 * Finds order statistics of each replicate and of all draws without sorting: the counts tell which bins hold them, and only the
 * values of those bins are looked at.
 */
export class Selection {
  /** Values per set: each replicate, then all draws. */
  readonly sizes: readonly number[];
  /** Values that will be put aside; memory is taken with the first of them. */
  readonly wantedValues: number;
  /** Values per bin, of all replicates. */
  readonly total: Float64Array;
  /** Not 0 for bins whose values must come. */
  readonly marked: Uint8Array;
  private readonly scale: BinScale;
  private readonly slots: readonly Slot[];
  private readonly known: Map<number, number>[];
  /** [replicate][bin]: number of the slot of the replicate's own set and that of all draws, each + 1. */
  private readonly places: Int32Array;
  /** By number of slot: where its next value is put, and how far that moves on; slot 0 is nobody's. Signed, as V8 reads these in half the time. */
  private readonly next: Int32Array;
  private readonly step: Int32Array;
  private store: Float64Array | undefined;

  constructor(counted: Counted, wanted: Wanted) {
    const { rows, scale } = counted;
    const width = scale.last + 1;
    this.scale = scale;
    this.marked = new Uint8Array(width);
    this.places = new Int32Array(rows.length * width);
    this.known = Array.from({ length: rows.length + 1 }, () => new Map());
    const slots: Slot[] = [];
    const total = new Float64Array(width);
    const sizes: number[] = [];
    // Replicates are mostly of one size, and then want the same ranks.
    let ranks: readonly number[] = [];
    rows.forEach((row, r) => {
      let size = 0;
      for (let bin = 0; bin < width; bin++) {
        total[bin] += row[bin];
        size += row[bin];
      }
      if (r === 0 || size !== sizes[r - 1]) ranks = wantedRanks(wanted, size);
      this.plan(r, row, ranks, slots, counted);
      sizes.push(size);
    });
    sizes.push(sizes.reduce((sum, size) => sum + size, 0));
    this.plan(rows.length, total, wantedRanks(wanted, sizes[rows.length]), slots, counted);
    this.sizes = sizes;
    this.total = total;
    this.slots = slots;
    this.wantedValues = slots.at(-1)?.to ?? 0;
    this.next = Int32Array.from([this.wantedValues, ...slots.map(({ from }) => from)]);
    this.step = new Int32Array(slots.length + 1).fill(1);
    this.step[0] = 0;
  }

  /** Slots for the bins of a set that hold a wanted rank. */
  private plan(
    set: number,
    counts: Float64Array,
    ranks: readonly number[],
    slots: Slot[],
    { rows, onlyValue }: Counted,
  ): void {
    const width = this.scale.last + 1;
    let before = 0;
    for (let bin = 0, k = 0; k < ranks.length; bin++) {
      const after = before + counts[bin];
      if (ranks[k] < after) {
        const first = k;
        while (k < ranks.length && ranks[k] < after) k++;
        const inside = ranks.slice(first, k);
        const only = onlyValue(bin);
        if (only !== undefined) for (const rank of inside) this.known[set].set(rank, only);
        else {
          const from = slots.at(-1)?.to ?? 0;
          const apart = from - before;
          slots.push({
            set,
            bin,
            ranks: inside,
            places: inside.map((rank) => rank + apart),
            from,
            to: from + counts[bin],
          });
          this.marked[bin] = mark;
          if (set < rows.length) this.places[set * width + bin] |= slots.length;
          else for (let r = 0; r < rows.length; r++) this.places[r * width + bin] |= slots.length << ownBits;
        }
      }
      before = after;
    }
  }

  /** Values of a replicate, all those in marked bins among them, in any order. */
  add(replicate: number, values: Float64Array): void {
    this.store ??= new Float64Array(this.wantedValues + 1);
    const { places, next, step, store } = this;
    const { low, perUnit, last } = this.scale;
    const base = replicate * (last + 1);
    for (let i = 0; i < values.length; i++) {
      const x = values[i];
      const t = (x - low) * perUnit; // see `binOf`: written out, since a run looks at millions of values here
      const place = places[base + (t > 0 ? (t < last ? t | 0 : last) : 0)];
      if (place === 0) continue;
      // What only one of the two wants is written for the other as well, to a place that stays.
      const own = place & ownMask;
      const ownAt = next[own];
      store[ownAt] = x;
      next[own] = ownAt + step[own];
      const shared = place >> ownBits;
      const sharedAt = next[shared];
      store[sharedAt] = x;
      next[shared] = sharedAt + step[shared];
    }
  }

  /** The wanted order statistics of each set, when all values have come; gives the memory back. */
  finish(): readonly Statistics[] {
    const { store, known } = this;
    for (const { set, ranks, places, from, to } of this.slots) {
      selectEven(store!, from, to, places);
      for (let k = 0; k < ranks.length; k++) known[set].set(ranks[k], store![places[k]]);
    }
    this.store = undefined;
    return this.known;
  }
}
