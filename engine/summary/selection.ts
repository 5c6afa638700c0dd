import type { BinScale } from "./bins.ts";
import { addCounts, binOfRank, sumsOf } from "./counts.ts";
import { mark } from "./marks.ts";
import type { GatheredRun } from "./partial.ts";
import { selectEven } from "./selectEven.ts";
import { type Sieve, sharedSlot } from "./sieve.ts";
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
  readonly ranks: readonly number[];
  /** Where these would stand if the bin's values were sorted. */
  readonly places: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * Finds order statistics of each replicate and of all draws without sorting: the counts tell which bins hold them, and only the
 * values of those bins are looked at.
 */
export class Selection {
  /** Values per set: each replicate, then all draws. */
  readonly sizes: readonly number[];
  /** Values that will be put aside. */
  readonly wantedValues: number;
  /** Values per bin, of all replicates. */
  readonly total: Float64Array;
  /** Not 0 for bins whose values must come. */
  readonly marked: Uint8Array;
  private readonly scale: BinScale;
  private readonly slots: readonly Slot[];
  private readonly known: Map<number, number>[];
  /** See `Shelves`: slots are counted from 1 there. */
  private readonly places: Int32Array;

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
      addCounts(total, row);
      const sums = sumsOf(row);
      const size = sums[width - 1];
      if (r === 0 || size !== sizes[r - 1]) ranks = wantedRanks(wanted, size);
      this.plan(r, sums, ranks, slots, counted);
      sizes.push(size);
    });
    sizes.push(sizes.reduce((sum, size) => sum + size, 0));
    this.plan(rows.length, sumsOf(total), wantedRanks(wanted, sizes[rows.length]), slots, counted);
    this.sizes = sizes;
    this.total = total;
    this.slots = slots;
    this.wantedValues = slots.at(-1)?.to ?? 0;
  }

  /** Slots for the bins of a set that hold a wanted rank. @param sums the set's counts up to each bin */
  private plan(
    set: number,
    sums: Float64Array,
    ranks: readonly number[],
    slots: Slot[],
    { rows, onlyValue }: Counted,
  ): void {
    const width = sums.length;
    for (let k = 0; k < ranks.length; ) {
      const bin = binOfRank(sums, ranks[k]);
      const before = bin === 0 ? 0 : sums[bin - 1];
      const after = sums[bin];
      const first = k;
      while (k < ranks.length && ranks[k] < after) k++;
      const inside = ranks.slice(first, k);
      const only = onlyValue(bin);
      if (only !== undefined) {
        for (const rank of inside) this.known[set].set(rank, only);
        continue;
      }
      const from = slots.at(-1)?.to ?? 0;
      const apart = from - before;
      const places = inside.map((rank) => rank + apart);
      slots.push({ set, ranks: inside, places, from, to: from + after - before });
      this.marked[bin] = mark;
      if (set < rows.length) this.places[set * width + bin] |= slots.length;
      else for (let r = 0; r < rows.length; r++) this.places[r * width + bin] |= sharedSlot(slots.length);
    }
  }

  /**
   * The wanted order statistics of each set.
   *
   * @param runs all values in marked bins, and others, in any order
   */
  choose(runs: readonly GatheredRun[], sieve: Sieve): readonly Statistics[] {
    const { slots, known, scale, places, wantedValues } = this;
    const next = Int32Array.from([wantedValues, ...slots.map(({ from }) => from)]);
    const step = new Int32Array(slots.length + 1).fill(1);
    step[0] = 0;
    const mostInSlot = Math.max(0, ...slots.map(({ from, to }) => to - from));
    const { store, parts } = sieve.place(runs, { scale, places, next, step, values: wantedValues, mostInSlot });
    for (const { set, ranks, places, from, to } of slots) {
      selectEven(store, from, to, places, parts);
      for (let k = 0; k < ranks.length; k++) known[set].set(ranks[k], store[places[k]]);
    }
    return known;
  }
}
