import type { Executor } from "./run/executor.ts";
import type { RunRequest } from "./run/request.ts";
import { type Run, type RunControl, run } from "./run/run.ts";
import { rankCorrelations } from "./sensitivity/rankCorrelation.ts";

/**
 * Runs a model and adds the first sensitivity of its headline figures from the same draws.
 *
 * @returns undefined when the signal ended it before the first checkpoint
 * @throws as `run`
 */
export async function simulate(
  request: RunRequest,
  executor: Executor,
  control: RunControl = {},
): Promise<Run | undefined> {
  const finished = await run(request, executor, control);
  if (finished === undefined) return undefined;
  return {
    ...finished,
    result: {
      ...finished.result,
      rankCorrelations: rankCorrelations({ ...finished, columns: finished.firstDraws }, request.headlines),
    },
  };
}
