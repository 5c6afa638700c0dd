import type { Keeping } from "../summary/keeping.ts";
import type { Task } from "./executor.ts";

/** Tasks per thread, so that threads finish together. */
const tasksPerThread = 8;
/** Not below this many blocks, since a task has its own cost, nor above that many, so that an end is soon heard. */
const fewest = 8;
const most = 1024;

export interface Cut {
  readonly replicates: number;
  readonly threads: number;
  /** Blocks per task where they are prescribed. */
  readonly blocks?: number;
  /** True for tasks that have at most one block of each replicate. */
  readonly byRow?: boolean;
}

/**
 * Cuts blocks from `from` to `to` into tasks. Blocks of one replicate stay together, since a task's counts are by replicate: a
 * task is some replicates' whole share, or part of one.
 */
export function cutTasks(
  from: number,
  to: number,
  { replicates, threads, blocks, byRow }: Cut,
  keeping: Keeping,
): readonly Task[] {
  const tasks: Task[] = [];
  const size = blocks ?? Math.min(most, Math.max(fewest, Math.ceil((to - from) / (threads * tasksPerThread))));
  const inRow = (first: number, end: number) => {
    for (let at = first; at < end; at += size)
      tasks.push({ firstBlock: at, blocks: Math.min(size, end - at), ...keeping });
  };
  const firstRow = Math.ceil(from / replicates);
  const lastRow = Math.floor(to / replicates);
  if (byRow || firstRow >= lastRow) {
    for (let at = from; at < to; ) {
      const end = Math.min(to, (Math.floor(at / replicates) + 1) * replicates);
      inRow(at, end);
      at = end;
    }
    return tasks;
  }
  inRow(from, firstRow * replicates);
  const rows = lastRow - firstRow;
  const together = Math.max(1, Math.floor(size / rows));
  for (let replicate = 0; replicate < replicates; replicate += together)
    for (let row = firstRow; row < lastRow; row += size) {
      const firstBlock = row * replicates + replicate;
      const runs = Math.min(together, replicates - replicate);
      tasks.push({ firstBlock, blocks: Math.min(size, lastRow - row), every: replicates, runs, ...keeping });
    }
  inRow(lastRow * replicates, to);
  return tasks;
}
