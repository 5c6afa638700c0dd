import { blockSize } from "../design/plan.ts";
import { binOf } from "./bins.ts";
import type { BlockSums } from "./blockSums.ts";
import { countAndGather, extremesOf, sumBeyond } from "./columnSums.ts";
import type { GatherSetting, SpreadSetting } from "./keeping.ts";
import { mergeSums } from "./moments.ts";
import type { GatheredPart, SpreadPart, Ties } from "./partial.ts";
import { RunTree } from "./runTree.ts";
import { RunWriter } from "./runWriter.ts";

/** Counts and gathered values of one task's kept outputs, a row for each replicate. */
export class SpreadRows {
  private readonly settings: readonly SpreadSetting[];
  private readonly outputs: readonly number[];
  private readonly sums: BlockSums;
  private readonly bins: number;
  private readonly replicates: number[] = [];
  private readonly counts: Int32Array[] = [];
  private readonly below: number[] = [];
  private readonly above: number[] = [];
  private readonly least: Float64Array;
  private readonly greatest: Float64Array;
  private readonly runs: RunWriter[];
  private readonly ties: (Ties | undefined)[];
  private readonly values = new Float64Array(blockSize);
  private readonly ends = new Float64Array(2);

  /** @param outputs of the graph that the settings are for */
  constructor(settings: readonly SpreadSetting[], outputs: readonly number[], sums: BlockSums) {
    this.settings = settings;
    this.outputs = outputs;
    this.sums = sums;
    this.bins = settings.length === 0 ? 0 : settings[0].scale.last + 1;
    this.least = new Float64Array(settings.length).fill(Number.POSITIVE_INFINITY);
    this.greatest = new Float64Array(settings.length).fill(Number.NEGATIVE_INFINITY);
    this.runs = settings.map(() => new RunWriter());
    this.ties = settings.map(({ tied }) => (tied ? noTies(this.bins) : undefined));
    settings.forEach(({ scale, marked }, k) => {
      sums.prepare(outputs[k], scale, marked);
      sums.counts(outputs[k]).fill(0);
    });
  }

  /** What follows is of this block. */
  begin(replicate: number, index: number): void {
    if (this.replicates.at(-1) !== replicate) {
      this.end();
      this.replicates.push(replicate);
      for (let k = 0; k < this.settings.length; k++) {
        this.below.push(0);
        this.above.push(0);
      }
    }
    for (const writer of this.runs) writer.begin(replicate, index);
  }

  /** @param signs see `BlockSums.signs` */
  addSigns(k: number, signs: Float64Array): void {
    const at = (this.replicates.length - 1) * this.settings.length + k;
    this.below[at] += signs[1];
    this.above[at] += signs[2];
  }

  /** @param whole whether all values of the column are finite */
  add(k: number, column: Float64Array, whole: boolean): void {
    const { scale, marked } = this.settings[k];
    if (this.settings[k].extremes) this.addExtremes(k, column, whole);
    const ties = this.ties[k];
    if (ties !== undefined) watch(column, scale, ties);
    if (whole) {
      this.runs[k].add(this.sums.spread(this.outputs[k]));
      return;
    }
    const found = countAndGather(column, scale, this.sums.counts(this.outputs[k]), marked, this.values);
    this.runs[k].add(this.values.subarray(0, found));
  }

  private addExtremes(k: number, column: Float64Array, whole: boolean): void {
    const { ends } = this;
    if (whole) this.sums.extremes(this.outputs[k], ends);
    else extremesOf(column, ends);
    this.least[k] = Math.min(this.least[k], ends[0]);
    this.greatest[k] = Math.max(this.greatest[k], ends[1]);
  }

  finish(): SpreadPart {
    this.end();
    return {
      replicates: this.replicates,
      counts: this.counts,
      below: Float64Array.from(this.below),
      above: Float64Array.from(this.above),
      least: this.least,
      greatest: this.greatest,
      gathered: this.runs.map((writer) => writer.finish()),
      ties: this.ties,
    };
  }

  /** The counts of the replicate so far become its row. */
  private end(): void {
    if (this.replicates.length === 0) return;
    const row = new Int32Array(this.settings.length * this.bins);
    this.outputs.forEach((output, k) => {
      const counts = this.sums.counts(output);
      row.set(counts.subarray(0, this.bins), k * this.bins);
      counts.fill(0);
    });
    this.counts.push(row);
  }
}

export const noTies = (bins: number): Ties => ({
  first: new Float64Array(bins).fill(Number.NaN),
  mixed: new Uint8Array(bins),
});

function watch(column: Float64Array, scale: SpreadSetting["scale"], { first, mixed }: Ties): void {
  for (let i = 0; i < column.length; i++) {
    const x = column[i];
    if (Number.isNaN(x)) continue;
    const bin = binOf(x, scale);
    if (x === first[bin]) continue;
    if (Number.isNaN(first[bin])) first[bin] = x;
    else mixed[bin] = 1;
  }
}

/** Adds what another task saw. */
export function mergeTies(into: Ties, from: Ties): void {
  for (let bin = 0; bin < into.first.length; bin++) {
    const value = from.first[bin];
    if (from.mixed[bin]) into.mixed[bin] = 1;
    if (Number.isNaN(value) || value === into.first[bin]) continue;
    if (Number.isNaN(into.first[bin])) into.first[bin] = value;
    else into.mixed[bin] = 1;
  }
}

/** The second pass over one output. */
export class GatheredRuns {
  private readonly setting: GatherSetting;
  private readonly output: number;
  private readonly sums: BlockSums;
  private readonly writer = new RunWriter();
  private readonly counts: Int32Array;
  private readonly values = new Float64Array(blockSize);
  private readonly tree = new RunTree(mergeSums);
  private readonly beyond = new Float64Array(1);

  /** @param output of the graph */
  constructor(setting: GatherSetting, output: number, sums: BlockSums) {
    this.setting = setting;
    this.output = output;
    this.sums = sums;
    this.counts = new Int32Array(setting.scale.last + 1);
    sums.prepare(output, setting.scale, setting.marked);
  }

  /** @param whole whether all values of the column are finite */
  add(replicate: number, index: number, column: Float64Array, whole: boolean): void {
    const { scale, marked, tail, beyond } = this.setting;
    this.writer.begin(replicate, index);
    if (whole) this.writer.add(this.sums.spread(this.output));
    else this.writer.add(this.values.subarray(0, countAndGather(column, scale, this.counts, marked, this.values)));
    this.beyond[0] = whole ? this.sums.beyond(this.output, tail, beyond) : sumBeyond(column, tail, beyond);
    this.tree.add(replicate, index, this.beyond);
  }

  finish(): GatheredPart {
    return { runs: this.writer.finish(), tails: this.tree.finish() };
  }
}
