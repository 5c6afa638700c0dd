import { roundDraws } from "../design/plan.ts";
import { type Issue, UtfallError } from "../issues.ts";
import type { LocatedFailure } from "../kernel/interpret.ts";
import type { ModelGraph, OutputDeclaration } from "../model/graph.ts";
import { criterionName, failureShares } from "../result/criterion.ts";
import { errorIsOfReplicates, probabilityFigure } from "../result/figure.ts";
import { gainOf } from "../result/gain.ts";
import { histogram } from "../result/histogram.ts";
import { meanAndSd, numberSummary } from "../result/number.ts";
import { rateSummary } from "../result/rate.ts";
import { ratioOfMeans, ratioSummary, toleratedShare } from "../result/ratio.ts";
import type { BudgetRow, CriterionSummary, Figure, OutputSummary, Result } from "../result/result.ts";
import { yearSummary } from "../result/year.ts";
import type { Combined } from "../summary/combine.ts";
import { layoutOf } from "../summary/layout.ts";
import { momentWidth } from "../summary/moments.ts";
import { engineVersion } from "../version.ts";
import type { Merged } from "./collect.ts";
import type { Job } from "./executor.ts";
import type { BudgetRequest, DerivedRequest, RunRequest } from "./request.ts";
import type { Spreads } from "./spreads.ts";

/** More failed draws than this share, and no figure is given. */
const toleratedFailures = 0.01;

/** What a run's summaries say, as a result. Rank correlations are left empty: they are an analysis of their own. */
export function assemble(
  request: RunRequest,
  job: Job,
  { combined, spread }: Merged,
  spreads: Spreads,
  ended: Result["manifest"]["ended"],
  locate: (draw: number) => LocatedFailure,
): Result {
  const { graph, plan } = job;
  const layout = layoutOf(graph);
  const { replicates } = combined;
  const momentPlace = (id: string) => layout.moments.findIndex((output) => graph.outputs[output].id === id);
  const keptPlace = (id: string) => layout.kept.findIndex((output) => graph.outputs[output].id === id);
  /** Draws that have an answer, per replicate. */
  const answered = Array.from(combined.failed, (failed) => combined.drawsPerReplicate - failed);
  const meansOf = (id: string) => {
    const place = momentPlace(id);
    return {
      all: meanAndSd(combined.moments, place).mean,
      replicates: combined.moments.map((all) => all[momentWidth * place + 1]),
    };
  };

  /** The gain of a mean, as a field; none for plain draws. */
  function gain(variance: number, draws: number, se: number): { readonly gain?: Figure } {
    const found = plan.design === "sobol" ? gainOf(variance, draws, se, replicates) : undefined;
    return found === undefined ? {} : { gain: found };
  }

  function summarise(output: OutputDeclaration, index: number): OutputSummary | undefined {
    switch (output.kind) {
      case "figure":
        return numberSummary(
          output.unit,
          combined.moments,
          momentPlace(output.id),
          spreads.get(keptPlace(output.id))!,
          combined.losses.map((all) => all[keptPlace(output.id)]),
        );
      case "ratio":
        return ratioSummary({
          unit: output.unit,
          numerator: meansOf(output.numerator),
          denominator: meansOf(output.denominator),
          drawn: answered,
          perDraw: meanAndSd(combined.moments, momentPlace(output.id)),
          spread: spreads.get(keptPlace(output.id))!,
        });
      case "year": {
        const offset = layout.yearOffsets[layout.years.indexOf(index)];
        const counts = Array.from({ length: replicates }, (_, r) =>
          combined.years.slice(r * layout.yearCounts + offset, r * layout.yearCounts + offset + output.years + 1),
        );
        return yearSummary(counts, output.years);
      }
      default:
        return undefined;
    }
  }

  /** What is made from the means of other outputs. */
  function derive(wanted: DerivedRequest): OutputSummary {
    const { unit } = wanted;
    if (wanted.kind === "ratio") {
      const [numerator, denominator] = [meansOf(wanted.numerator), meansOf(wanted.denominator)];
      const { above } = spreads.get(keptPlace(wanted.denominator))!;
      return ratioOfMeans({ unit, numerator, denominator, drawn: answered, above });
    }
    const means = wanted.flows.map(meansOf);
    return rateSummary(
      unit,
      means.map(({ all }) => all.value),
      Array.from({ length: replicates }, (_, r) => means.map((year) => year.replicates[r])),
    );
  }

  const outputs: Record<string, OutputSummary> = {};
  const criteria: Record<string, CriterionSummary> = {};
  const chances: Record<string, CriterionSummary> = {};
  const failedDraws = combined.failed.reduce((sum, x) => sum + x, 0);
  graph.outputs.forEach((output, index) => {
    const summary = summarise(output, index);
    if (summary === undefined) return;
    outputs[output.id] =
      summary.kind === "number"
        ? { ...summary, ...gain(summary.sd.value * summary.sd.value, plan.draws - failedDraws, summary.mean.se) }
        : summary;
  });
  for (const derived of request.derived ?? []) outputs[derived.id] ??= derive(derived);
  const hits = new Map(
    layout.tests.map((output, k) => [
      graph.outputs[output].id,
      Array.from({ length: replicates }, (_, r) => combined.hits[r * layout.tests.length + k]),
    ]),
  );
  const beside = new Set(
    graph.outputs.flatMap((output) => (output.kind === "test" && output.beside ? [output.id] : [])),
  );
  for (const [output, own] of hits) {
    const name = criterionName(output);
    if (name === undefined) continue;
    const probability = probabilityFigure(
      own,
      own.map(() => combined.drawsPerReplicate),
    );
    const bounds = { low: probability.value, high: probability.value + failedDraws / plan.draws };
    const { value, se } = probability;
    const ofFailures = failureShares(hits, output, answered);
    (beside.has(output) ? chances : criteria)[name] = {
      probability,
      ...(failedDraws === 0 ? {} : { bounds }),
      ...(errorIsOfReplicates(own, plan.draws) ? gain(value * (1 - value), plan.draws, se) : {}),
      ...(ofFailures === undefined ? {} : { ofFailures }),
    };
  }

  const first = combined.firstFailed.map((draw) => ({ draw, ...locate(draw) }));
  const warnings = [
    ...request.warnings,
    ...roundingWarning(request, plan.draws, ended),
    ...ratioWarnings(graph, outputs),
  ];
  if (failedDraws > 0) warnings.push(failureIssue("failedDraws", failedDraws, plan.draws, first[0]));
  const budgetRow = ({ actor, year, cost, benefit, cashable }: BudgetRequest): BudgetRow => ({
    actor,
    year,
    cost: meanFigure(cost),
    benefit: meanFigure(benefit),
    ...(cashable === undefined ? {} : { cashable: meanFigure(cashable) }),
  });
  const meanFigure = (id: string): Figure => meanAndSd(combined.moments, momentPlace(id)).mean;
  return {
    format: "utfall-result/1",
    manifest: {
      scenario: request.scenario,
      scenarioHash: request.scenarioHash,
      seed: plan.seed,
      design: plan.design,
      replicates,
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
      cost: meanFigure(cost),
      benefit: meanFigure(benefit),
      ...(cashable === undefined ? {} : { cashable: meanFigure(cashable) }),
    })),
    ...(request.budget === undefined ? {} : { budget: request.budget.map(budgetRow) }),
    ...(request.costs === undefined
      ? {}
      : { costs: request.costs.map(({ cost, ...row }) => ({ ...row, cost: meanFigure(cost) })) }),
    histograms: Object.fromEntries(
      request.headlines.flatMap((id) => {
        const kept = keptPlace(id);
        return kept < 0 || graph.outputs[layout.kept[kept]].kind !== "figure"
          ? []
          : [[id, histogram(spread.spread(kept, replicates), spread.least[kept], spread.greatest[kept])]];
      }),
    ),
    rankCorrelations: {},
    failures: { draws: failedDraws, first },
    scenario: request.content,
    warnings,
  };
}

/** Throws UtfallError where so many draws failed that no figure may be given. */
export function checkFailures(combined: Combined, draws: number, locate: (draw: number) => LocatedFailure): void {
  const failed = combined.failed.reduce((sum, x) => sum + x, 0);
  if (failed <= toleratedFailures * draws) return;
  const [draw] = combined.firstFailed;
  throw new UtfallError([failureIssue("tooManyFailedDraws", failed, draws, { draw, ...locate(draw) })]);
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
