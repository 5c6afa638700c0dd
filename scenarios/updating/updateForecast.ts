import { type Issue, severityOf, UtfallError } from "../../engine/issues.ts";
import type { Result } from "../../engine/result/result.ts";
import type { UpdateStep, UpdateSummary } from "../../engine/result/update.ts";
import type { Executor, ThreadStatistics } from "../../engine/run/executor.ts";
import type { RunRequest } from "../../engine/run/request.ts";
import { type RunControl, run } from "../../engine/run/run.ts";
import { simulate } from "../../engine/simulate.ts";
import { posterior } from "../../engine/updating/posterior.ts";
import type { CheckedScenario } from "../checked.ts";
import { type CompileOptions, compile } from "../compile/index.ts";
import { updatePrefix } from "../compile/updating.ts";
import { mergeObserved, type NamedObserved } from "../observed/merge.ts";
import { mainFigures } from "./before.ts";
import { conflict, conflicting, surprises } from "./conflict.ts";
import { learntRow, type Outputs, processRow, seenRow, spreadOf, wholeRow } from "./rows.ts";
import { stepOf } from "./steps.ts";
import { inputOutput, withInputs } from "./touched.ts";

/** What is forecast again, from what was seen. */
export interface UpdateRequest
  extends Pick<CompileOptions, "outputs" | "chance" | "option">,
    Pick<RunRequest, "seed" | "design" | "draws" | "memoryBudgetMiB"> {
  readonly scenario: CheckedScenario;
  /** Every follow-up: those of the updates before, then the new ones. */
  readonly followUps: readonly NamedObserved[];
  /** The updates before this one, oldest first; their follow-ups stand first in `followUps`. */
  readonly trail?: readonly UpdateStep[];
}

export interface UpdatedForecast {
  readonly result: Result;
  readonly threads: readonly ThreadStatistics[];
}

/** Fewer draws in effect than this tell too little of what is left. */
const fewestEffective = 1_000;
/**
 * Forecasts a programme again in the light of what has been seen of it: the draws of its assumptions are weighed by how likely they
 * make what was seen, all follow-ups together, whatever their order (Bayes' rule).
 *
 * @returns undefined when the signal ended it first
 * @throws UtfallError `observedClash`, `updateConflict`, and as `compile` and `simulate`
 */
export async function updateForecast(
  request: UpdateRequest,
  executor: Executor,
  control: RunControl = {},
): Promise<UpdatedForecast | undefined> {
  const { scenario, followUps, trail = [] } = request;
  const seen = mergeObserved(followUps);
  const clashes = seen.issues.filter((issue) => severityOf(issue) === "error");
  if (clashes.length > 0) throw new UtfallError(clashes);
  const { outputs, chance, option } = request;
  const compiled = compile(scenario, { outputs, chance, option, options: "none", observed: seen });
  const { updating, graph } = compiled;
  // What the weights are made from takes part in the draws, but is no assumption.
  const names = Object.fromEntries(graph.inputs.map(({ path }) => [path, path]));
  const how = {
    assumptions: compiled.assumptions ?? names,
    seed: request.seed,
    design: request.design,
    draws: request.draws,
    memoryBudgetMiB: request.memoryBudgetMiB,
  };
  const logLikelihood = updating?.logLikelihood;
  const found =
    logLikelihood === undefined
      ? undefined
      : posterior({ graph, data: compiled.data, logLikelihood, seed: request.seed });
  const touched = Object.keys(found?.mode ?? {});
  const asked = { ...compiled, ...how, graph: withInputs(graph, touched) };
  const learns = found !== undefined && touched.length > 0;
  // Of the forecast as it was only figures and goals are shown: nothing is asked of what they hang on.
  const before = learns ? await run(asked, executor, control) : await simulate(asked, executor, control);
  if (before === undefined) return undefined;
  const after = learns
    ? await simulate({ ...asked, graph: withInputs(found.graph, touched), data: found.data }, executor, control).catch(
        conflicting(compiled, before.result),
      )
    : before;
  if (after === undefined) return undefined;

  const [was, is] = [before.result.outputs, after.result.outputs];
  const rows = (updating?.seen ?? []).map((one) => seenRow(one, was, is));
  const effective = after.result.weights?.effectiveDraws ?? after.result.manifest.draws;
  if (effective < fewestEffective) throw conflict(rows, effective, after.result.manifest.draws);
  const step = stepOf(compiled, before.result, after.result, followUps.slice(heldBy(trail)), trail);
  const titles = Object.assign({}, ...followUps.map(({ observed }) => observed.content.processMeasures));
  const unitOf = new Map(graph.inputs.map(({ path, unit }) => [path, unit]));
  const update: UpdateSummary = {
    trail: [...trail, { ...step, effectiveDraws: effective }],
    observed: followUps.map(({ observed }) => observed.content),
    months: Math.max(...followUps.map(({ observed }) => observed.months)),
    before: mainFigures(compiled, before.result),
    effective: { draws: effective, of: after.result.manifest.draws },
    learnt: touched
      .map((path) =>
        learntRow(path, unitOf.get(path) ?? "", spreadOf(was, inputOutput(path)), spreadOf(is, inputOutput(path))),
      )
      .sort((a, b) => b.learnt - a.learnt),
    seen: rows,
    whole: (updating?.rest ?? []).map((one) => wholeRow(one, was, is)),
    processMeasures: seen.processMeasures.map((one) => processRow(one, titles[one.id]?.title)),
  };
  const warnings = [...after.result.warnings, ...told(followUps), ...seen.issues, ...surprises(rows)];
  const result = { ...withoutOwn(after.result), warnings, update };
  return { result, threads: [...before.threads, ...after.threads] };
}

const heldBy = (trail: readonly UpdateStep[]): number =>
  trail.reduce((sum, { followUps }) => sum + followUps.length, 0);

const told = (followUps: readonly NamedObserved[]): readonly Issue[] =>
  followUps.flatMap(({ observed }) => observed.warnings);

/** A result without the outputs that only the update needed. */
function withoutOwn(result: Result): Result {
  const isOwn = (id: string) => id.startsWith(updatePrefix);
  const rest = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !isOwn(id)));
  return { ...result, outputs: rest(result.outputs) as Outputs };
}
