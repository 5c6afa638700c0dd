import type { ThreadStatistics } from "./executor.ts";

/** Adds what threads did to what they had done before. */
export function addStatistics(all: ThreadStatistics[], more: readonly ThreadStatistics[]): void {
  for (const { thread, tasks, blocks, kernel } of more) {
    const at = all.findIndex((one) => one.thread === thread);
    if (at < 0) all.push({ thread, tasks, blocks, kernel });
    else
      all[at] = {
        thread,
        tasks: all[at].tasks + tasks,
        blocks: all[at].blocks + blocks,
        kernel: kernel ?? all[at].kernel,
      };
  }
}
