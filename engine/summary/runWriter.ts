import { blockSize } from "../design/plan.ts";
import type { GatheredRun } from "./partial.ts";

/** Memory of writers that have finished: fresh memory for each would keep the garbage collector busy. */
const spare: Float64Array[] = [];
const mostSpare = 64;

/** Writes values down, run by run of a replicate's blocks. */
export class RunWriter {
  private readonly runs: GatheredRun[] = [];
  private values = spare.pop() ?? new Float64Array(blockSize);
  private used = 0;
  private perBlock: number[] = [];
  private replicate = -1;
  private firstIndex = 0;

  begin(replicate: number, index: number): void {
    if (replicate === this.replicate && index === this.firstIndex + this.perBlock.length) return;
    this.end();
    this.replicate = replicate;
    this.firstIndex = index;
  }

  add(values: Float64Array): void {
    if (this.used + values.length > this.values.length) {
      const longer = new Float64Array(2 * (this.used + values.length));
      longer.set(this.values.subarray(0, this.used));
      this.values = longer;
    }
    this.values.set(values, this.used);
    this.used += values.length;
    this.perBlock.push(values.length);
  }

  /** All that was written; nothing can be added afterwards. */
  finish(): readonly GatheredRun[] {
    this.end();
    if (spare.length < mostSpare) spare.push(this.values);
    this.values = new Float64Array(0);
    return this.runs;
  }

  private end(): void {
    const { replicate, firstIndex } = this;
    const perBlock = Uint16Array.from(this.perBlock);
    // A run that gave nothing counts as well: sums go by the tree of blocks.
    if (perBlock.length > 0)
      this.runs.push({ replicate, firstIndex, values: this.values.slice(0, this.used), perBlock });
    this.used = 0;
    this.perBlock = [];
  }
}
