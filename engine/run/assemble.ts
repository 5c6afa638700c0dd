import { roundDraws } from "../design/plan.ts";
import type { Issue } from "../issues.ts";
import type { LocatedFailure } from "../kernel/interpret.ts";
import type { OutputDeclaration } from "../model/graph.ts";
import { probabilityFigure } from "../result/figure.ts";
import { histogram } from "../result/histogram.ts";
import { meanAndSd, numberSummary } from "../result/number.ts";
import { type RatioParts, ratioSummary } from "../result/ratio.ts";
import type { CriterionSummary, Figure, OutputSummary, Result } from "../result/result.ts";
import { yearSummary } from "../result/year.ts";
import { answered, byReplicate, type Combined } from "../summary/combine.ts";
import { layoutOf } from "../summary/layout.ts";
import { momentWidth } from "../summary/moments.ts";
import { engineVersion } from "../version.ts";
import type { Job } from "./executor.ts";
import type { RunRequest } from "./request.ts";

/** More failed draws than this share, and no figure is given. */
const toleratedFailures = 0.01;

/** Criteria are outputs of kind `test` under this prefix. */
const criterionPrefix = "criteria.";

/** What a run's summaries say, as a result. Rank correlations are left empty: they are an analysis of their own. */
export function assemble(
  request: RunRequest,
  job: Job,
  combined: Combined,
  ended: Result["manifest"]["ended"],
  locate: (draw: number) => LocatedFailure,
): { readonly result: Result; readonly errors: readonly Issue[] } {
  const { graph, plan } = job;
  const layout = layoutOf(graph);
  const { replicates } = combined;
  const kept = new Map(
    layout.kept.map((output, k) => [
      graph.outputs[output].id,
      { all: answered(combined.columns[k]), parts: byReplicate(combined.columns[k], replicates) },
    ]),
  );
  const momentPlace = (id: string) => layout.moments.findIndex((output) => graph.outputs[output].id === id);
  const meansOf = (id: string) => {
    const place = momentPlace(id);
    return {
      all: meanAndSd(combined.moments, place).mean,
      replicates: combined.moments.map((all) => all[momentWidth * place + 1]),
    };
  };

  function summarise(output: OutputDeclaration, index: number): OutputSummary | undefined {
    switch (output.kind) {
      case "figure": {
        const { all, parts } = kept.get(output.id)!;
        if (all.length === 0) return undefined;
        return numberSummary(output.unit, output.worse, combined.moments, momentPlace(output.id), all, parts);
      }
      case "ratio":
        return ratioSummary({
          unit: output.unit,
          numerator: meansOf(output.numerator),
          denominator: meansOf(output.denominator),
          ...alignedRatio(output),
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

  /** The draws of a ratio and of its denominator, by replicate, failed draws left out of both. */
  function alignedRatio(output: OutputDeclaration & { kind: "ratio" }): Pick<RatioParts, "ratio" | "cost"> {
    const columnOf = (id: string) => combined.columns[layout.kept.findIndex((k) => graph.outputs[k].id === id)];
    const cost = columnOf(output.denominator);
    const ratio = columnOf(output.id).slice();
    // Where the denominator is zero the ratio is NaN though the draw did not fail: any number will do, it is left out later.
    for (let i = 0; i < ratio.length; i++) if (Number.isNaN(ratio[i]) && !Number.isNaN(cost[i])) ratio[i] = 0;
    return { ratio: byReplicate(ratio, replicates), cost: kept.get(output.denominator)!.parts };
  }

  const outputs: Record<string, OutputSummary> = {};
  const criteria: Record<string, CriterionSummary> = {};
  graph.outputs.forEach((output, index) => {
    const summary = summarise(output, index);
    if (summary !== undefined) outputs[output.id] = summary;
  });
  const failedDraws = combined.failed.reduce((sum, x) => sum + x, 0);
  layout.tests.forEach((output, k) => {
    const hits = Array.from({ length: replicates }, (_, r) => combined.hits[r * layout.tests.length + k]);
    const { id } = graph.outputs[output];
    const probability = probabilityFigure(
      hits,
      hits.map(() => combined.drawsPerReplicate),
    );
    const bounds = { low: probability.value, high: probability.value + failedDraws / plan.draws };
    criteria[id.startsWith(criterionPrefix) ? id.slice(criterionPrefix.length) : id] =
      failedDraws === 0 ? { probability } : { probability, bounds };
  });

  const first = combined.firstFailed.map((draw) => ({ draw, ...locate(draw) }));
  const warnings = [...request.warnings, ...roundingWarning(request, plan.draws, ended), ...ratioWarnings(outputs)];
  const errors: Issue[] = [];
  if (failedDraws > 0) {
    const code = failedDraws > toleratedFailures * plan.draws ? "tooManyFailedDraws" : "failedDraws";
    const issue: Issue = {
      code,
      path: first[0].node,
      with: { failed: failedDraws, draws: plan.draws, first: first[0].draw, node: first[0].node },
    };
    (code === "failedDraws" ? warnings : errors).push(issue);
  }
  const meanFigure = (id: string): Figure => meanAndSd(combined.moments, momentPlace(id)).mean;
  return {
    errors,
    result: {
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
      accounts: request.accounts.map(({ cost, benefit, ...row }) => ({
        ...row,
        cost: meanFigure(cost),
        benefit: meanFigure(benefit),
      })),
      histograms: Object.fromEntries(
        request.headlines.flatMap((id) => {
          const column = kept.get(id);
          return column === undefined ? [] : [[id, histogram(column.all)]];
        }),
      ),
      rankCorrelations: {},
      failures: { draws: failedDraws, first },
      scenario: request.content,
      warnings,
    },
  };
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
function ratioWarnings(outputs: Readonly<Record<string, OutputSummary>>): readonly Issue[] {
  return Object.entries(outputs).flatMap(([path, summary]): readonly Issue[] => {
    if (summary.kind !== "ratio" || summary.costNotPositive === 0) return [];
    const isCost = path.includes("returnPerKrona");
    if (!isCost && summary.percentiles !== undefined) return [];
    const percent = Math.max(summary.costNotPositive * 100, 0.01);
    const share = `${percent.toFixed(percent < 1 ? 2 : 0)} %`;
    return [{ code: isCost ? "costReachesZero" : "divisorReachesZero", path, with: { path, share } }];
  });
}
