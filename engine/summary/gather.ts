import { type BinCounts, binOf } from "./binCounts.ts";
import { selectRanks } from "./select.ts";
import { type Wanted, wantedRanks } from "./wantedRanks.ts";

/** Order statistics by rank. */
export type Statistics = ReadonlyMap<number, number>;

/** A wanted bin of one set: the ranks in it, and where its values are put. */
interface Slot {
  readonly set: number;
  readonly ranks: readonly number[];
  /** Values of the set in the bins before. */
  readonly before: number;
  readonly from: number;
  readonly to: number;
}

const ownBits = 15;
const ownMask = (1 << ownBits) - 1;
const zeroFlag = 1 << (2 * ownBits);

/**
 * Finds order statistics of each replicate and of all draws without sorting: the counts tell which bins hold them, and one more
 * pass gathers the values of those bins alone. Beside it, how many values are above and below zero.
 */
export class Gather {
  /** Values per set: each replicate, then all draws. */
  readonly sizes: readonly number[];
  /** Per replicate. */
  readonly above: Float64Array;
  readonly below: Float64Array;
  /** Values that will be gathered; memory is taken with the first of them. */
  readonly wantedValues: number;
  private readonly bins: BinCounts;
  private readonly slots: readonly Slot[];
  private readonly known: Map<number, number>[];
  /** [replicate][bin]: number of the slot of the replicate's own set, that of all draws, each + 1, and whether zero lies in it. */
  private readonly places: Int32Array;
  private readonly next: Uint32Array;
  private store: Float64Array | undefined;

  /** @param ofReplicates @param ofAll what is wanted of each replicate, and of all draws */
  constructor(bins: BinCounts, ofReplicates: Wanted, ofAll: Wanted) {
    const { replicates, width, counts, scale } = bins;
    this.bins = bins;
    this.above = new Float64Array(replicates);
    this.below = new Float64Array(replicates);
    this.places = new Int32Array(replicates * width);
    this.known = Array.from({ length: replicates + 1 }, () => new Map());
    const slots: Slot[] = [];
    const row = new Float64Array(width);
    const total = new Float64Array(width);
    const sizes: number[] = [];
    // Replicates are mostly of one size, and then want the same ranks.
    let ranks: readonly number[] = [];
    for (let r = 0; r < replicates; r++) {
      for (let bin = 0; bin < width; bin++) {
        row[bin] = counts[r * width + bin];
        total[bin] += row[bin];
      }
      const size = sumOf(row);
      if (r === 0 || size !== sizes[r - 1]) ranks = wantedRanks(ofReplicates, size);
      this.plan(r, row, ranks, slots);
      sizes.push(size);
    }
    sizes.push(sumOf(total));
    this.plan(replicates, total, wantedRanks(ofAll, sizes[replicates]), slots);
    this.sizes = sizes;
    this.slots = slots;
    this.next = Uint32Array.from(slots, ({ from }) => from);
    this.wantedValues = slots.at(-1)?.to ?? 0;
    this.partAtZero(binOf(0, scale.bins, scale.low, scale.perUnit));
  }

  /** Slots for the bins of a set that hold a wanted rank. */
  private plan(set: number, counts: Float64Array, ranks: readonly number[], slots: Slot[]): void {
    const { replicates, width } = this.bins;
    let before = 0;
    for (let bin = 0, k = 0; k < ranks.length; bin++) {
      const after = before + counts[bin];
      if (ranks[k] < after) {
        const first = k;
        while (k < ranks.length && ranks[k] < after) k++;
        const inside = ranks.slice(first, k);
        const only = this.bins.onlyValue(bin);
        if (only !== undefined) for (const rank of inside) this.known[set].set(rank, only);
        else {
          const from = slots.at(-1)?.to ?? 0;
          slots.push({ set, ranks: inside, before, from, to: from + counts[bin] });
          if (set < replicates) this.places[set * width + bin] |= slots.length;
          else for (let r = 0; r < replicates; r++) this.places[r * width + bin] |= slots.length << ownBits;
        }
      }
      before = after;
    }
  }

  /** Counts what lies in bins beyond that of zero; the values in it are compared when they come. */
  private partAtZero(zero: number): void {
    const { replicates, width, counts } = this.bins;
    const only = this.bins.onlyValue(zero);
    for (let r = 0; r < replicates; r++) {
      let below = 0;
      for (let bin = 0; bin < zero; bin++) below += counts[r * width + bin];
      this.below[r] = below;
      this.above[r] = this.sizes[r] - below - counts[r * width + zero];
      if (only === undefined) this.places[r * width + zero] |= zeroFlag;
      else if (only > 0) this.above[r] += counts[r * width + zero];
      else if (only < 0) this.below[r] += counts[r * width + zero];
    }
  }

  /** The same values as were counted, in any order. */
  add(replicate: number, values: Float64Array): void {
    this.store ??= new Float64Array(this.wantedValues);
    const { places, next, store } = this;
    const { bins, low, perUnit } = this.bins.scale;
    const base = replicate * this.bins.width;
    for (let i = 0; i < values.length; i++) {
      const x = values[i];
      const t = (x - low) * perUnit;
      let bin = bins + 1;
      if (t < bins) bin = t < 0 ? 0 : (t | 0) + 1;
      else if (Number.isNaN(x)) continue;
      const place = places[base + bin];
      if (place === 0) continue;
      const own = place & ownMask;
      if (own !== 0) store[next[own - 1]++] = x;
      const shared = (place >> ownBits) & ownMask;
      if (shared !== 0) store[next[shared - 1]++] = x;
      if (place >= zeroFlag) {
        if (x > 0) this.above[replicate]++;
        else if (x < 0) this.below[replicate]++;
      }
    }
  }

  /** The wanted order statistics of each set, when all values have come; gives the memory back. */
  finish(): readonly Statistics[] {
    for (const { set, ranks, before, from, to } of this.slots) {
      const values = this.store!.subarray(from, to);
      const inside = ranks.map((rank) => rank - before);
      selectRanks(values, inside);
      inside.forEach((at, k) => {
        this.known[set].set(ranks[k], values[at]);
      });
    }
    this.store = undefined;
    return this.known;
  }
}

function sumOf(counts: Float64Array): number {
  let sum = 0;
  for (let bin = 0; bin < counts.length; bin++) sum += counts[bin];
  return sum;
}
