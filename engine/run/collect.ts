import { blockSize } from "../design/plan.ts";
import type { ModelGraph } from "../model/graph.ts";
import { type Combined, Merging } from "../summary/combine.ts";
import { layoutOf } from "../summary/layout.ts";
import type { Partial } from "../summary/partial.ts";
import type { TaskResult } from "./executor.ts";

/** Values (draws times kept outputs) that can be summed up in less than a second. */
const quickValues = 8_000_000;

/** A run up to a checkpoint. */
export interface Merged {
  readonly draws: number;
  readonly combined: Combined;
}

/**
 * Takes the results of tasks in any order and merges them in order of blocks, so that at each checkpoint what has been merged is
 * the run of exactly those draws. Columns are kept for the first draws, as many as there is room for.
 */
export class Collector {
  private readonly merging: Merging;
  private readonly waiting = new Map<number, TaskResult>();
  private readonly replicatesAt: (draws: number) => number;
  private readonly stops: readonly number[];
  private readonly columnCount: number;
  private held: Float64Array[];
  /** Draws whose columns are kept. */
  room = 0;
  private blocks = 0;
  private last: Merged | undefined;
  private lastQuick: Merged | undefined;

  /**
   * @param stops checkpoints, ascending; no task crosses one
   * @param replicatesAt number of replicates of a run that ends at a checkpoint; tasks count by that of the last one
   */
  constructor(graph: ModelGraph, stops: readonly number[], replicatesAt: (draws: number) => number) {
    this.stops = stops;
    this.replicatesAt = replicatesAt;
    this.columnCount = layoutOf(graph).kept.length;
    this.merging = new Merging(graph, replicatesAt(stops[stops.length - 1]), replicatesAt(stops[0]));
    this.held = Array.from({ length: this.columnCount }, () => new Float64Array(0));
  }

  /** Makes room for the columns of the first `draws` draws. */
  keep(draws: number): void {
    if (draws <= this.room) return;
    this.room = draws;
    this.held = this.held.map((column) => {
      const longer = new Float64Array(draws);
      longer.set(column);
      return longer;
    });
  }

  add(result: TaskResult): void {
    const { task, partial } = result;
    const from = task.firstBlock * blockSize;
    if (from < this.room)
      partial.columns.forEach((column, k) => {
        this.held[k].set(column, from);
      });
    const merged: Partial = { ...partial, columns: [] };
    this.waiting.set(task.firstBlock, { task, partial: merged });
    for (let next = this.waiting.get(this.blocks); next !== undefined; next = this.waiting.get(this.blocks)) {
      this.waiting.delete(this.blocks);
      this.merging.add(next.partial);
      this.blocks += next.task.blocks;
      const draws = this.blocks * blockSize;
      if (!this.stops.includes(draws)) continue;
      this.last = { draws, combined: this.merging.combined(draws, this.replicatesAt(draws)) };
      if (this.isQuick(draws)) this.lastQuick = this.last;
    }
  }

  /** The last complete checkpoint. */
  get checkpoint(): Merged | undefined {
    return this.last;
  }
  /** The last complete checkpoint that a run in a hurry can sum up within a second. */
  get quickCheckpoint(): Merged | undefined {
    return this.lastQuick;
  }

  /** Whether so many draws are kept, and summed up within a second. The smallest run always counts as such. */
  isQuick(draws: number): boolean {
    return draws <= this.room && (draws <= this.stops[0] || draws * this.columnCount <= quickValues);
  }

  /** The kept columns of the first `draws` draws. */
  columns(draws: number): readonly Float64Array[] {
    return this.held.map((column) => (column.length === draws ? column : column.subarray(0, draws)));
  }
}
