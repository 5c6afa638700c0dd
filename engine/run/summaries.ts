import type { Plan } from "../design/plan.ts";
import type { ModelGraph, OutputDeclaration } from "../model/graph.ts";
import { failureShares } from "../result/criterion.ts";
import { errorIsOfReplicates, probabilityFigure } from "../result/figure.ts";
import { gainOf } from "../result/gain.ts";
import { meanAndSd, numberSummary } from "../result/number.ts";
import { rateSummary } from "../result/rate.ts";
import { ratioOfMeans, ratioSummary } from "../result/ratio.ts";
import type { Bin, CriterionSummary, Figure, OutputSummary } from "../result/result.ts";
import { yearSummary } from "../result/year.ts";
import type { Combined } from "../summary/combine.ts";
import { layoutOf } from "../summary/layout.ts";
import { momentWidth } from "../summary/moments.ts";
import type { FailedDraws, Summaries } from "./assemble.ts";
import type { DerivedRequest } from "./request.ts";
import type { Spreads } from "./spreads.ts";

export const failedOf = ({ failed, firstFailed }: Combined): FailedDraws => ({
  draws: failed.reduce((sum, x) => sum + x, 0),
  first: firstFailed,
});

/**
 * What draws say, from what was merged of them.
 *
 * @param bars of a kept output, by its place @param failed draws without an answer, where `combined` counts by weight
 */
export function summariesOf(
  graph: ModelGraph,
  plan: Plan,
  combined: Combined,
  spreads: Spreads,
  bars: (kept: number) => readonly Bin[] | undefined,
  failed = failedOf(combined),
): Summaries {
  const layout = layoutOf(graph);
  const { replicates } = combined;
  const momentPlace = (id: string) => layout.momentPlaces.get(id)!;
  const keptPlace = (id: string) => layout.keptPlaces.get(id)!;
  /** Draws that have an answer, per replicate. */
  const answered = Array.from(combined.failed, (failed) => combined.drawsPerReplicate - failed);
  const answers = answered.reduce((sum, own) => sum + own, 0);
  const drawn = combined.drawsPerReplicate * replicates;
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

  function summaryOf(output: OutputDeclaration, index: number): OutputSummary | undefined {
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

  function derived(wanted: DerivedRequest): OutputSummary {
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

  const hits = new Map(
    Array.from(layout.testPlaces, ([id, place]) => [
      id,
      Array.from({ length: replicates }, (_, r) => combined.hits[r * layout.tests.length + place]),
    ]),
  );

  function criterion(output: string): CriterionSummary {
    const own = hits.get(output)!;
    const probability = probabilityFigure(
      own,
      own.map(() => combined.drawsPerReplicate),
    );
    const bounds = { low: probability.value, high: probability.value + failed.draws / plan.draws };
    const { value, se } = probability;
    const ofFailures = failureShares(hits, output, answered);
    return {
      probability,
      ...(failed.draws === 0 ? {} : { bounds }),
      ...(errorIsOfReplicates(own, drawn) ? gain(value * (1 - value), drawn, se) : {}),
      ...(ofFailures === undefined ? {} : { ofFailures }),
    };
  }

  return {
    failed,
    mean: (id) => meanAndSd(combined.moments, momentPlace(id)).mean,
    output(output, index) {
      const summary = summaryOf(output, index);
      if (summary?.kind !== "number") return summary;
      const variance = summary.sd.value * summary.sd.value;
      return { ...summary, ...gain(variance, answers, summary.mean.se) };
    },
    derived,
    criterion,
    histogram(id) {
      const kept = layout.keptPlaces.get(id);
      return kept === undefined || graph.outputs[layout.kept[kept]].kind !== "figure" ? undefined : bars(kept);
    },
  };
}

/** The mean of an output of kind `figure` or `mean` in each replicate. @throws RangeError for what is none */
export function replicateMeans(graph: ModelGraph, { moments }: Combined, id: string): readonly number[] {
  const place = layoutOf(graph).momentPlaces.get(id);
  if (place === undefined) throw new RangeError(`no mean is kept of ${id}`);
  return moments.map((all) => all[momentWidth * place + 1]);
}
