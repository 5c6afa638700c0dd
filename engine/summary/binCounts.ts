import { type BinScale, binScale } from "./bins.ts";

/** Blocks that the scale is made from. */
const firstBlocks = 16;

/** More equal values than this share among the first ones, and bins that hold one value only are watched for. */
const tiedShare = 0.5;

/** How the values of a run spread over bins, by replicate: integers, so that no order of counting touches them. */
export class BinCounts {
  readonly replicates: number;
  /** Bins and the two beside them. */
  readonly width: number;
  /** [replicate][bin], row-major. */
  readonly counts: Uint32Array;
  private readonly bins: number;
  private waiting: { readonly replicate: number; readonly values: Float64Array }[] = [];
  private made: BinScale | undefined;
  /** The first value of each bin, and whether another came; only where many values are equal. */
  private ties: { readonly first: Float64Array; readonly mixed: Uint8Array } | undefined;

  constructor(replicates: number, bins: number) {
    this.replicates = replicates;
    this.bins = bins;
    this.width = bins + 2;
    this.counts = new Uint32Array(replicates * this.width);
  }

  /** @param values finite, or NaN where there is none; may be reused afterwards */
  add(replicate: number, values: Float64Array): void {
    if (this.made !== undefined) {
      this.count(this.made, replicate, values);
      return;
    }
    this.waiting.push({ replicate, values: values.slice() });
    if (this.waiting.length === firstBlocks) this.begin();
  }

  /** To be read when all has been added. */
  get scale(): BinScale {
    return this.made ?? this.begin();
  }

  /** The one value in a bin, where it is known that there is no other. */
  onlyValue(bin: number): number | undefined {
    return this.ties === undefined || this.ties.mixed[bin] ? undefined : this.ties.first[bin];
  }

  private begin(): BinScale {
    const values = this.waiting.map((block) => block.values);
    const scale = binScale(values, this.bins);
    this.made = scale;
    const first = values[0]?.filter((x) => !Number.isNaN(x)) ?? [];
    if (scale.perUnit === 0 || new Set(first).size < tiedShare * first.length)
      this.ties = { first: new Float64Array(this.width).fill(Number.NaN), mixed: new Uint8Array(this.width) };
    for (const block of this.waiting) this.count(scale, block.replicate, block.values);
    this.waiting = [];
    return scale;
  }

  private count({ bins, low, perUnit }: BinScale, replicate: number, values: Float64Array): void {
    const { counts, ties } = this;
    const base = replicate * this.width;
    for (let i = 0; i < values.length; i++) {
      const x = values[i];
      const t = (x - low) * perUnit;
      if (t < bins) counts[base + (t < 0 ? 0 : (t | 0) + 1)]++;
      else if (!Number.isNaN(x)) counts[base + bins + 1]++;
    }
    if (ties === undefined) return;
    const { first, mixed } = ties;
    for (let i = 0; i < values.length; i++) {
      const x = values[i];
      const bin = binOf(x, bins, low, perUnit);
      if (bin < 0 || x === first[bin]) continue;
      if (Number.isNaN(first[bin])) first[bin] = x;
      else mixed[bin] = 1;
    }
  }
}

/** The bin of a value, never less for a greater one; −1 for NaN. */
export function binOf(x: number, bins: number, low: number, perUnit: number): number {
  const t = (x - low) * perUnit;
  if (t < bins) return t < 0 ? 0 : (t | 0) + 1;
  return Number.isNaN(x) ? -1 : bins + 1;
}
