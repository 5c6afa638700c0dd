import type { Executor } from "./run/executor.ts";
import type { RunRequest } from "./run/request.ts";
import { type Run, type RunControl, run } from "./run/run.ts";
import { rankCorrelations } from "./sensitivity/rankCorrelation.ts";
import { varianceByLevel } from "./sensitivity/varianceByLevel.ts";

/**
 * Runs a model and adds the first sensitivity of its headline figures from the same draws, and where there are draws of chance
 * what the variance comes from.
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
  const { manifest } = finished.result;
  const hasChance = request.graph.inputs.some(({ level }) => level === "chance");
  // Whoever ends a run does not wait for further draws.
  const parted = hasChance && manifest.ended !== "interrupted";
  const byLevel = parted
    ? await varianceByLevel(finished.job, request.varianceOf ?? request.headlines, executor)
    : undefined;
  return {
    ...finished,
    result: {
      ...finished.result,
      ...(hasChance ? { manifest: { ...manifest, chance: "on" } } : {}),
      ...(byLevel === undefined ? {} : { varianceByLevel: byLevel }),
      rankCorrelations: rankCorrelations({ ...finished, columns: finished.firstDraws }, request.headlines),
    },
  };
}
