import { roundDraws } from "../design/plan.ts";
import { type Issue, UtfallError } from "../issues.ts";
import type { LocatedFailure } from "../kernel/interpret.ts";
import type { ModelGraph, OutputDeclaration } from "../model/graph.ts";
import { criterionName } from "../result/criterion.ts";
import { toleratedShare } from "../result/ratio.ts";
import type { Bin, BudgetRow, CriterionSummary, Figure, OutputSummary, Result } from "../result/result.ts";
import { risksSummary } from "../result/risks.ts";
import { stopRulesSummary } from "../result/stopRules.ts";
import { verdictsSummary } from "../result/verdicts.ts";
import { engineVersion } from "../version.ts";
import type { Job } from "./executor.ts";
import type { BudgetRequest, DerivedRequest, RunRequest } from "./request.ts";

/** More failed draws than this share, and no figure is given. */
const toleratedFailures = 0.01;

/** Draws without an answer: how many, and the numbers of the first. */
export interface FailedDraws {
  readonly draws: number;
  readonly first: readonly number[];
}

/** What a run's draws say, output by output. */
export interface Summaries {
  readonly failed: FailedDraws;
  /** Of an output of kind `figure` or `mean`. */
  mean(id: string): Figure;
  /** Undefined for what is no figure of its own: means and tests. */
  output(output: OutputDeclaration, index: number): OutputSummary | undefined;
  /** What is made from the means of other outputs. */
  derived(wanted: DerivedRequest): OutputSummary;
  /** Of a test, by the id of its output. */
  criterion(id: string): CriterionSummary;
  /** Undefined for what has none. */
  histogram(id: string): readonly Bin[] | undefined;
}

/** What a run's summaries say, as a result. Rank correlations are left empty: they are an analysis of their own. */
export function assemble(
  request: RunRequest,
  { graph, plan }: Job,
  summaries: Summaries,
  ended: Result["manifest"]["ended"],
  locate: (draw: number) => LocatedFailure,
): Result {
  const outputs: Record<string, OutputSummary> = {};
  const criteria: Record<string, CriterionSummary> = {};
  const chances: Record<string, CriterionSummary> = {};
  graph.outputs.forEach((output, index) => {
    const summary = summaries.output(output, index);
    if (summary !== undefined) outputs[output.id] = summary;
    const name = output.kind === "test" ? criterionName(output.id) : undefined;
    if (output.kind !== "test" || name === undefined) return;
    (output.beside ? chances : criteria)[name] = summaries.criterion(output.id);
  });
  for (const derived of request.derived ?? []) outputs[derived.id] ??= summaries.derived(derived);

  const { failed } = summaries;
  const first = failed.first.map((draw) => ({ draw, ...locate(draw) }));
  const warnings = [
    ...request.warnings,
    ...roundingWarning(request, plan.draws, ended),
    ...ratioWarnings(graph, outputs),
  ];
  if (failed.draws > 0) warnings.push(failureIssue("failedDraws", failed.draws, plan.draws, first[0]));
  const budgetRow = ({ actor, year, cost, benefit, cashable }: BudgetRequest): BudgetRow => ({
    actor,
    year,
    cost: summaries.mean(cost),
    benefit: summaries.mean(benefit),
    ...(cashable === undefined ? {} : { cashable: summaries.mean(cashable) }),
  });
  const chance = (id: string): Figure => summaries.criterion(id).probability;
  return {
    format: "utfall-result/1",
    manifest: {
      scenario: request.scenario,
      scenarioHash: request.scenarioHash,
      seed: plan.seed,
      design: plan.design,
      replicates: plan.replicates,
      draws: plan.draws,
      paths: graph.inputs.map(({ path }) => path),
      engine: engineVersion,
      ended,
    },
    outputs,
    criteria,
    ...(Object.keys(chances).length === 0 ? {} : { chances }),
    accounts: request.accounts.map(({ cost, benefit, cashable, ...row }) => ({
      ...row,
      cost: summaries.mean(cost),
      benefit: summaries.mean(benefit),
      ...(cashable === undefined ? {} : { cashable: summaries.mean(cashable) }),
    })),
    ...(request.budget === undefined ? {} : { budget: request.budget.map(budgetRow) }),
    ...(request.costs === undefined
      ? {}
      : { costs: request.costs.map(({ cost, ...row }) => ({ ...row, cost: summaries.mean(cost) })) }),
    ...(request.risks === undefined ? {} : { risks: risksSummary(request.risks, (id) => summaries.mean(id)) }),
    ...(request.financing === undefined
      ? {}
      : {
          financing: request.financing.map(({ received, ...row }) => ({ ...row, received: summaries.mean(received) })),
        }),
    ...(request.stopRules === undefined
      ? {}
      : { stopRules: stopRulesSummary(request.stopRules, (id) => summaries.mean(id), chance) }),
    ...(request.verdicts === undefined ? {} : { verdicts: verdictsSummary(request.verdicts, chance) }),
    histograms: Object.fromEntries(
      request.headlines.flatMap((id) => {
        const bars = summaries.histogram(id);
        return bars === undefined ? [] : [[id, bars]];
      }),
    ),
    rankCorrelations: {},
    failures: { draws: failed.draws, first },
    scenario: request.content,
    warnings,
  };
}

/** Throws UtfallError where so many draws failed that no figure may be given. */
export function checkFailures(failed: FailedDraws, draws: number, locate: (draw: number) => LocatedFailure): void {
  if (failed.draws <= toleratedFailures * draws) return;
  const [draw] = failed.first;
  throw new UtfallError([failureIssue("tooManyFailedDraws", failed.draws, draws, { draw, ...locate(draw) })]);
}

function failureIssue(
  code: "failedDraws" | "tooManyFailedDraws",
  failed: number,
  draws: number,
  first: LocatedFailure & { readonly draw: number },
): Issue {
  return { code, path: first.node, with: { failed, draws, first: first.draw, node: first.node } };
}

function roundingWarning(request: RunRequest, draws: number, ended: string): readonly Issue[] {
  const taken = roundDraws(request.design, request.draws).draws;
  if (taken === request.draws || ended !== "fixed") return [];
  return [{ code: "drawsRounded", with: { asked: request.draws, design: request.design, draws } }];
}

/**
 * A cost that reaches zero is always said. Where something else is divided by (avoided cases), only when so often that the
 * quotient per draw is not shown.
 */
function ratioWarnings(graph: ModelGraph, outputs: Readonly<Record<string, OutputSummary>>): readonly Issue[] {
  // Ratios of means alone have no quotient per draw to say anything of.
  const drawn = graph.outputs.filter(({ kind }) => kind === "ratio").map(({ id }) => id);
  return drawn.flatMap((path): readonly Issue[] => {
    const summary = outputs[path];
    if (summary.kind !== "ratio" || summary.divisorNotPositive.value === 0) return [];
    const isCost = path.includes("returnPerKrona");
    const { value } = summary.divisorNotPositive;
    if (!isCost && value <= toleratedShare) return [];
    const share = value < 0.01 ? "< 1 %" : `${(value * 100).toFixed(0)} %`;
    return [{ code: isCost ? "costReachesZero" : "divisorReachesZero", path, with: { path, share } }];
  });
}
