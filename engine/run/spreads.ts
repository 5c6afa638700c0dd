import { blockSize } from "../design/plan.ts";
import { UtfallError } from "../issues.ts";
import { sieveFor } from "../kernel/sieve.ts";
import type { GatherSetting } from "../summary/keeping.ts";
import type { GatheredRun, MomentNode } from "../summary/partial.ts";
import { runsInOrder, SpreadSelection, type SpreadSummary } from "../summary/spread.ts";
import type { Wanted } from "../summary/wantedRanks.ts";
import type { Merged } from "./collect.ts";
import type { Executor, Job, ThreadStatistics } from "./executor.ts";
import { cutTasks } from "./tasks.ts";

/** What the draws say beyond their moments, by place among the kept outputs. */
export type Spreads = ReadonlyMap<number, SpreadSummary>;

export interface SpreadWork {
  readonly executor: Executor;
  /** The run of exactly these draws. */
  readonly job: Job;
  /** Of each kept output. */
  readonly wanted: readonly Wanted[];
  /** For what percentiles are chosen from: of several outputs together, and at most of one. */
  readonly budgetMiB: number;
  readonly mostMiB: number;
  readonly signal?: AbortSignal;
  /** Asked between outputs; false ends it. */
  readonly goOn: () => Promise<boolean>;
  readonly onProgress?: (drawsDone: number, draws: number) => void;
  readonly onThreads: (threads: readonly ThreadStatistics[]) => void;
}

const mebibyte = 1_048_576;

/**
 * Percentiles and tails of kept outputs, from what was gathered while draws were made; where that does not hold all that is
 * needed, the draws are made again, for as many outputs together as the budget allows.
 *
 * @param outputs places among the kept outputs
 * @returns undefined where the run was ended before all had been read
 * @throws UtfallError `memoryBudget` where the values to choose among for one output alone do not fit
 */
export async function spreadsOf(
  merged: Merged,
  outputs: readonly number[],
  work: SpreadWork,
): Promise<Spreads | undefined> {
  const { spread, replicates, draws } = merged;
  const found = new Map<number, SpreadSummary>();
  const again: Again[] = [];
  const sieve = sieveFor();
  for (const kept of outputs) {
    if (!(await work.goOn())) return undefined;
    const selection = new SpreadSelection(spread.spread(kept, replicates), work.wanted[kept]);
    const covered = spread.covered(kept);
    const missing = selection.needed(true).some((needed, bin) => needed > 0 && covered[bin] === 0);
    if (missing) again.push({ kept, selection, bytes: 8 * selection.valuesHeld });
    else found.set(kept, selection.finish(spread.gathered(kept, replicates), undefined, sieve));
  }
  for (const group of groupsThatFit(again, draws, work)) {
    const gathered = await gatherAgain(merged, group, work);
    if (gathered === undefined) return undefined;
    group.forEach(({ kept, selection }, k) => {
      const { runs, tails } = gathered[k];
      found.set(kept, selection.finish(runsInOrder(runs, replicates, replicates), tails, sieve));
    });
  }
  return found;
}

/** An output whose draws must be made again. */
interface Again {
  readonly kept: number;
  readonly selection: SpreadSelection;
  /** Held while they are. */
  readonly bytes: number;
}

function groupsThatFit(
  all: readonly Again[],
  draws: number,
  { budgetMiB, mostMiB }: SpreadWork,
): readonly (readonly Again[])[] {
  const groups: Again[][] = [];
  let held = Number.POSITIVE_INFINITY;
  for (const one of all) {
    if (one.bytes > mostMiB * mebibyte) {
      const values = { draws, outputs: 1, needed: Math.ceil(one.bytes / mebibyte), budget: mostMiB };
      throw new UtfallError([{ code: "memoryBudget", with: values }]);
    }
    if (held + one.bytes > budgetMiB * mebibyte) {
      groups.push([]);
      held = 0;
    }
    groups.at(-1)!.push(one);
    held += one.bytes;
  }
  return groups;
}

interface Gathered {
  readonly runs: GatheredRun[];
  readonly tails: MomentNode[];
}

async function gatherAgain(
  { draws, replicates, spread }: Merged,
  group: readonly Again[],
  { executor, job, wanted, signal, onProgress, onThreads }: SpreadWork,
): Promise<readonly Gathered[] | undefined> {
  const gather = group.map(
    ({ kept, selection }): GatherSetting => ({
      kept,
      scale: spread.scales[kept],
      marked: selection.needed(false),
      tail: wanted[kept].tail,
      beyond: selection.beyond,
    }),
  );
  const gathered = group.map((): Gathered => ({ runs: [], tails: [] }));
  const tasks = cutTasks(0, draws / blockSize, { replicates, threads: executor.threads }, { again: { gather } });
  const { aborted, threads } = await executor.run(job, tasks, {
    signal,
    onResult({ partial }) {
      partial.gathered!.forEach(({ runs, tails }, k) => {
        gathered[k].runs.push(...runs);
        gathered[k].tails.push(...tails);
      });
    },
    onProgress: onProgress && ((blocks) => onProgress(blocks * blockSize, draws)),
  });
  onThreads(threads);
  return aborted ? undefined : gathered;
}
