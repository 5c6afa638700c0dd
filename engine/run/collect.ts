import { blockSize } from "../design/plan.ts";
import type { ModelGraph } from "../model/graph.ts";
import { type Combined, Merging } from "../summary/combine.ts";
import { layoutOf } from "../summary/layout.ts";
import type { SpreadState, SpreadStore } from "../summary/spreadStore.ts";
import { blockCount, blocksOf, type TaskResult } from "./executor.ts";

/** Values (draws times kept outputs) that can be summed up in less than a second. */
const quickValues = 8_000_000;

/** A run up to a checkpoint. */
export interface Merged {
  readonly draws: number;
  readonly replicates: number;
  readonly combined: Combined;
  readonly spread: SpreadState;
}

/**
 * Takes the results of tasks in any order and merges them checkpoint by checkpoint, so that at each what has been merged is the
 * run of exactly those draws.
 */
export class Collector {
  private readonly merging: Merging;
  private readonly stops: readonly number[];
  private readonly replicatesAt: (draws: number) => number;
  private readonly keptOutputs: number;
  private readonly store: SpreadStore;
  private readonly mayEnd: boolean;
  /** Whole columns of kept outputs, where they are wanted. */
  readonly columns: readonly Float64Array[];
  /** Results of draws beyond the next checkpoint. */
  private waiting: TaskResult[] = [];
  private stop = 0;
  private blocks = 0;
  private last: Merged | undefined;
  private lastQuick: Merged | undefined;

  /**
   * @param stops checkpoints, ascending; no task crosses one
   * @param replicatesAt number of replicates of a run that ends at a checkpoint; tasks count by that of the last one
   * @param mayEnd whether the run can end at another checkpoint than the last one, so that what each has must be put aside
   */
  constructor(
    graph: ModelGraph,
    stops: readonly number[],
    replicatesAt: (draws: number) => number,
    store: SpreadStore,
    wholeColumns: boolean,
    mayEnd: boolean,
  ) {
    this.mayEnd = mayEnd;
    this.stops = stops;
    this.replicatesAt = replicatesAt;
    this.store = store;
    this.keptOutputs = layoutOf(graph).kept.length;
    const most = stops[stops.length - 1];
    this.merging = new Merging(graph, replicatesAt(most), replicatesAt(stops[0]));
    this.columns = wholeColumns ? Array.from({ length: this.keptOutputs }, () => new Float64Array(most)) : [];
  }

  add(result: TaskResult): void {
    if (result.task.firstBlock * blockSize >= this.stops[this.stop]) {
      this.waiting.push(result);
      return;
    }
    const { task, partial } = result;
    this.merging.add(partial, this.countsByFewer);
    if (partial.spread !== undefined) this.store.add(partial.spread);
    if (this.columns.length > 0) this.place(result);
    this.blocks += blockCount(task);
    const draws = this.blocks * blockSize;
    if (draws < this.stops[this.stop]) return;
    const isLast = this.stop === this.stops.length - 1;
    if (isLast || this.mayEnd) this.reach(draws, isLast);
    this.stop++;
    const waiting = this.waiting;
    this.waiting = [];
    for (const one of waiting) this.add(one);
  }

  private reach(draws: number, isLast: boolean): void {
    const replicates = this.replicatesAt(draws);
    const combined = this.merging.combined(draws, replicates);
    this.last = { draws, replicates, combined, spread: this.store.state(draws, isLast) };
    if (this.isQuick(draws)) this.lastQuick = this.last;
  }

  /** The last complete checkpoint. */
  get checkpoint(): Merged | undefined {
    return this.last;
  }
  /** The last complete checkpoint that a run in a hurry can sum up within a second. */
  get quickCheckpoint(): Merged | undefined {
    return this.lastQuick;
  }

  /** Whether the draws up to the next checkpoint are merged by fewer replicates as well. */
  get countsByFewer(): boolean {
    const most = this.stops[this.stops.length - 1];
    return this.replicatesAt(this.stops[this.stop] ?? most) !== this.replicatesAt(most);
  }

  /** Whether so many draws can be summed up within a second. The smallest run always counts as such. */
  isQuick(draws: number): boolean {
    return draws <= this.stops[0] || draws * this.keptOutputs <= quickValues;
  }

  private place({ task, partial }: TaskResult): void {
    blocksOf(task).forEach((block, n) => {
      partial.columns.forEach((column, k) => {
        this.columns[k].set(column.subarray(n * blockSize, (n + 1) * blockSize), block * blockSize);
      });
    });
  }
}
