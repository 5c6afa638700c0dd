import type { Executor, Job, Task, TaskResult, ThreadStatistics } from "./executor.ts";

/** What tasks gave, in order of their blocks, and their columns put together in that order; none where the signal ended them. */
export async function makeColumns(
  executor: Executor,
  job: Job,
  tasks: readonly Task[],
  signal?: AbortSignal,
): Promise<{
  readonly aborted: boolean;
  readonly threads: readonly ThreadStatistics[];
  readonly results: readonly TaskResult[];
  readonly columns: readonly Float64Array[];
}> {
  const results: TaskResult[] = [];
  const outcome = await executor.run(job, tasks, { signal, onResult: (result) => results.push(result) });
  if (outcome.aborted) return { ...outcome, results: [], columns: [] };
  results.sort((a, b) => a.task.firstBlock - b.task.firstBlock);
  const [{ partial }] = results;
  const columns = partial.columns.map((_, k) => joined(results.map((result) => result.partial.columns[k])));
  return { ...outcome, results, columns };
}

/** The part itself where it is the only one. */
export function joined(parts: readonly Float64Array[]): Float64Array {
  if (parts.length === 1) return parts[0];
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
