import { type ComparisonRequest, compareOptions } from "./decision/comparison.ts";
import { withLossIfHappens } from "./decision/lossIfHappens.ts";
import { acceptabilityOutputs, optionAcceptability } from "./decision/optionAcceptability.ts";
import { costEffectiveness } from "./decision/plane.ts";
import { replicateFigure } from "./result/figure.ts";
import type { Result } from "./result/result.ts";
import type { Executor } from "./run/executor.ts";
import type { RunRequest } from "./run/request.ts";
import { type Run, type RunControl, run } from "./run/run.ts";
import { rankCorrelations } from "./sensitivity/rankCorrelation.ts";
import { switchingOfStrongest } from "./sensitivity/switchingOfStrongest.ts";
import { varianceByLevel } from "./sensitivity/varianceByLevel.ts";

/** A run, and what a scenario asks of it beside. */
export interface SimulationRequest extends RunRequest {
  /** The option whose figures stand first; absent where the file as it stands leads. */
  readonly option?: string;
  /**
   * Whether people and cases are drawn as whole numbers; unless said, they are where some input is drawn by chance. The error of a
   * follow-up is drawn in any case, and no variance of what happens comes from it.
   */
  readonly chance?: "on" | "off";
  /** What the inputs are called that take part in the first sensitivity, by path; all, by their paths, where absent. */
  readonly assumptions?: Readonly<Record<string, string>>;
  /** Whether it is also found how far the strongest assumptions may go before the leading figure changes its sign. */
  readonly switching?: boolean;
  /** How options in the same graph are compared. */
  readonly comparison?: ComparisonRequest;
}

const chanceOf = ({ inputs }: RunRequest["graph"]): "on" | "off" =>
  inputs.some(({ level }) => level === "chance") ? "on" : "off";

/**
 * Runs a model and adds the first sensitivity of its headline figures from the same draws, and where there are draws of chance
 * what the variance comes from.
 *
 * @returns undefined when the signal ended it before the first checkpoint
 * @throws as `run`
 */
export async function simulate(
  request: SimulationRequest,
  executor: Executor,
  control: RunControl = {},
): Promise<Run | undefined> {
  const { comparison } = request;
  const asked = comparison === undefined ? request : { ...request, firstDrawsOf: acceptabilityOutputs(comparison) };
  const finished = await run(asked, executor, control);
  if (finished === undefined) return undefined;
  const { manifest } = finished.result;
  const hasChance = (request.chance ?? chanceOf(request.graph)) === "on";
  // Whoever ends a run does not wait for further draws.
  const parted = hasChance && manifest.ended !== "interrupted";
  const byLevel = parted
    ? await varianceByLevel(finished.job, request.varianceOf ?? request.headlines, executor)
    : undefined;
  const first = { ...finished, columns: finished.firstDraws };
  const ranked = rankCorrelations(first, request.headlines, request.assumptions);
  const [leading] = request.headlines;
  const asks = request.switching === true && manifest.ended !== "interrupted" && finished.firstWeights === undefined;
  const switching = asks
    ? await switchingOfStrongest(request, leading, ranked[leading] ?? [], request.assumptions, executor, control.signal)
    : undefined;
  return {
    ...finished,
    result: {
      ...finished.result,
      manifest: {
        ...manifest,
        ...(hasChance ? { chance: "on" as const } : {}),
        ...(request.option === undefined ? {} : { option: request.option }),
      },
      ...compared(finished, comparison),
      ...(byLevel === undefined ? {} : { varianceByLevel: byLevel }),
      ...planesOf(finished, request),
      ...(finished.result.risks === undefined || request.risks === undefined
        ? {}
        : { risks: withLossIfHappens(finished.result.risks, request.risks, finished.meansOf) }),
      ...stopRulesOf(finished, request),
      rankCorrelations: ranked,
      ...(switching === undefined ? {} : { switching }),
    },
  };
}

/** Options beside each other; which of them is best is told there, and not among the other chances. */
function compared(
  { result, meansOf, firstDraws, firstWeights, job }: Run,
  comparison?: ComparisonRequest,
): Pick<Result, "chances" | "options"> {
  if (comparison === undefined) return {};
  const { outputs, chances: tests = {} } = result;
  const best = new Set([comparison.nothing, ...comparison.options].map((option) => option.best));
  const acceptability = optionAcceptability(comparison, firstDraws, job.plan.replicates, outputs, firstWeights);
  return {
    chances: Object.fromEntries(Object.entries(tests).filter(([id]) => !best.has(id))),
    options: {
      ...compareOptions(comparison, { outputs, tests, meansOf }),
      ...(acceptability.length === 0 ? {} : { acceptability }),
    },
  };
}

/** Cost against effect of outcomes without a price, as a field; none where the request asks for none. */
function planesOf(
  { firstDraws, firstWeights, job, result }: Run,
  { costEffectiveness: wanted = [] }: RunRequest,
): Pick<Result, "costEffectiveness"> {
  const planes = wanted.flatMap((request) => {
    const [net, effect] = [firstDraws.get(request.net), firstDraws.get(request.effect)];
    if (net === undefined || effect === undefined) return [];
    return [
      [
        request.outcome,
        costEffectiveness(request, net, effect, job.plan.replicates, result.outputs, firstWeights),
      ] as const,
    ];
  });
  return planes.length === 0 ? {} : { costEffectiveness: Object.fromEntries(planes) };
}

/** Stop rules with what has been paid where they stop, a quotient of two means, as a field; none where the request has none. */
function stopRulesOf({ result, meansOf }: Run, { stopRules: request }: RunRequest): Pick<Result, "stopRules"> {
  if (result.stopRules === undefined || request === undefined) return {};
  const { stopped } = result.stopRules;
  const [costs, chances] = [meansOf(request.sunk.cost), meansOf(request.sunk.stopped)];
  if (!(stopped.low > 0) || chances.some((chance) => !(chance > 0))) return { stopRules: result.stopRules };
  const mean = (all: readonly number[]): number => all.reduce((sum, own) => sum + own, 0) / all.length;
  const [cost, chance] = [mean(costs), mean(chances)];
  const value = cost / chance;
  const sunk = replicateFigure(
    value,
    costs.map((own, r) => value + (own - value * chances[r]) / chance),
  );
  return { stopRules: { ...result.stopRules, sunk } };
}
