import { blockInReplicate, blockSize, replicateOf } from "../design/plan.ts";
import type { Executor, Job, Task, ThreadStatistics } from "./executor.ts";

/** Reads kept columns block by block. */
export interface Reader {
  /** Which outputs it reads: places in `layout.kept`. */
  readonly kept: readonly number[];
  /** True to get all blocks of the first replicate before those of the next; else blocks come in order of draws. */
  readonly byReplicate?: boolean;
  /** @param columns of the outputs asked for, 1024 values each, NaN for failed draws; valid only now */
  read(replicate: number, columns: readonly Float64Array[]): void;
}

/** The draws of a run that has ended, to be read as often as needed. */
export interface Draws {
  readonly draws: number;
  readonly replicates: number;
  /** True where a pass costs little, and readers are best served one after the other. */
  readonly kept: boolean;
  /** Gives every reader all its blocks; false where the run was ended before that. */
  read(readers: readonly Reader[]): Promise<boolean>;
}

/** Draws whose columns are in memory. */
export function keptDraws(columns: readonly Float64Array[], draws: number, replicates: number): Draws {
  return {
    draws,
    replicates,
    kept: true,
    async read(readers) {
      for (const reader of readers) {
        const own = reader.kept.map((k) => columns[k]);
        for (let n = 0; n < draws / blockSize; n++) {
          const block = reader.byReplicate ? nthByReplicate(n, draws, replicates) : n;
          const from = block * blockSize;
          reader.read(
            replicateOf(block, replicates),
            own.map((column) => column.subarray(from, from + blockSize)),
          );
        }
      }
      return true;
    },
  };
}

function nthByReplicate(n: number, draws: number, replicates: number): number {
  const each = draws / blockSize / replicates;
  return Math.floor(n / each) + replicates * (n % each);
}

const blocksPerTask = 32;
/** Tasks per thread that are handed out together, so that no more columns than theirs are ever held. */
const tasksAhead = 8;

/** Draws whose columns are not kept: every pass makes them again. */
export function madeAgain(
  job: Job,
  draws: number,
  replicates: number,
  executor: Executor,
  control: {
    readonly signal?: AbortSignal;
    readonly onBlocks?: (blocks: number) => void;
    readonly onThreads?: (threads: readonly ThreadStatistics[]) => void;
  },
): Draws {
  async function pass(readers: readonly Reader[], tasks: readonly Task[]): Promise<boolean> {
    if (readers.length === 0) return true;
    const columns = [...new Set(readers.flatMap(({ kept }) => kept))].sort((a, b) => a - b);
    const places = readers.map(({ kept }) => kept.map((k) => columns.indexOf(k)));
    const together = tasksAhead * executor.threads;
    for (let from = 0; from < tasks.length; from += together) {
      const some = tasks.slice(from, from + together).map((task) => ({ ...task, columns, columnsOnly: true }));
      const arrived = new Map<number, readonly Float64Array[]>();
      let next = 0;
      const { aborted, threads } = await executor.run(job, some, {
        signal: control.signal,
        onResult({ task, partial }) {
          arrived.set(
            some.findIndex(({ firstBlock }) => firstBlock === task.firstBlock),
            partial.columns,
          );
          for (let own = arrived.get(next); own !== undefined; own = arrived.get(next)) {
            arrived.delete(next);
            serve(some[next++], own);
          }
        },
      });
      control.onThreads?.(threads);
      if (aborted) return false;
    }
    return true;

    function serve({ firstBlock, blocks, every = 1 }: Task, values: readonly Float64Array[]): void {
      readers.forEach((reader, i) => {
        for (let k = 0; k < blocks; k++)
          reader.read(
            replicateOf(firstBlock + every * k, replicates),
            places[i].map((at) => values[at].subarray(k * blockSize, (k + 1) * blockSize)),
          );
      });
      control.onBlocks?.(blocks);
    }
  }

  const all = draws / blockSize;
  return {
    draws,
    replicates,
    kept: false,
    async read(readers) {
      const inOrder = await pass(
        readers.filter(({ byReplicate }) => !byReplicate),
        cut(0, all, 1),
      );
      if (!inOrder) return false;
      const each = blockInReplicate(all, replicates);
      return pass(
        readers.filter(({ byReplicate }) => byReplicate),
        Array.from({ length: replicates }, (_, r) => cut(r, each, replicates)).flat(),
      );
    },
  };
}

/** Tasks for `blocks` blocks from `first` on, each `every` after the one before. */
function cut(first: number, blocks: number, every: number): readonly Task[] {
  const tasks: Task[] = [];
  for (let done = 0; done < blocks; done += blocksPerTask)
    tasks.push({ firstBlock: first + every * done, blocks: Math.min(blocksPerTask, blocks - done), every });
  return tasks;
}
