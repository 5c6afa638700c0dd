import { argsort } from "../numeric/ranks.ts";
import type { Figure } from "../result/estimate.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import { type Answered, answered, jackknifeGroups, without } from "./answered.ts";
import { distancesOf, type Slides, slidesOf } from "./pawnOf.ts";
import type { Sample } from "./sample.ts";
import { shuffled } from "./shuffled.ts";
import { jackknifeFigure } from "./withoutEach.ts";

export const mostPawnDraws = 16_384;
const appetite = { method: "pawn", most: mostPawnDraws, fewest: 512 };
const slideCount = 10;
const unitInterval = { low: 0, high: 1 };
const dummies = 20;

/** The noise of an empirical distribution shrinks with the root of the number of draws. */
const extrapolated = 1 / (Math.SQRT2 - 1);

/** What is told of the distances of the slides. */
const statistics = {
  mean: (distances: Float64Array) => distances.reduce((sum, own) => sum + own, 0) / distances.length,
  median: (distances: Float64Array) => {
    const sorted = distances.slice().sort();
    return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  },
  maximum: (distances: Float64Array) => Math.max(...distances),
};
type Statistic = keyof typeof statistics;
const ids = Object.keys(statistics) as Statistic[];
type Values = Readonly<Record<Statistic, number>>;
const valuesOf = (of: (id: Statistic) => number): Values => ({
  mean: of("mean"),
  median: of("median"),
  maximum: of("maximum"),
});

/**
 * PAWN: how far the cumulative distribution of the output moves where an input is known to lie in one of its ten slides, as the
 * mean, the median and the maximum over the slides. 0: not at all; 1: at most. What noise adds is taken off by extrapolation from
 * the halves of the draws, as it shrinks with √n; the error comes from leaving out each replicate in turn. An input that does not
 * stand out from its own permutations is `indistinct`, and its interval begins at 0.
 * Source: Pianosi & Wagener (2015), doi:10.1016/j.envsoft.2015.01.004, and (2018), doi:10.1016/j.envsoft.2018.07.019.
 */
export const pawn = (sample: Sample): readonly Analysis[] =>
  sample.outputs.map(({ id }, k) => pawnOfOutput(id, answered(sample, k, appetite)));

function pawnOfOutput(id: string, found: Answered): Analysis {
  const { y, notes, nothing } = found;
  const rows = nothing ? [] : rowsOf(found, argsort(y));
  return {
    method: "pawn",
    of: id,
    unit: "share",
    evaluations: 0,
    draws: y.length,
    measures: ids.map((measure) => ({ id: measure, unit: "share" })),
    rows: rows.sort((a, b) => b.figures.mean.value - a.figures.mean.value),
    notes,
  };
}

function rowsOf(found: Answered, orderOfY: Uint32Array): AnalysisRow[] {
  const { y, inputs } = found;
  const groups = jackknifeGroups(found);
  const left = Array.from({ length: groups.count }, (_, group) => without(orderOfY, groups, group));
  const shuffles = Array.from({ length: dummies }, (_, k) => shuffled(y.length, k));
  return inputs.map(({ name, x }) => {
    const slides = slidesOf(x, argsort(x), slideCount);
    const plugIn = distancesOf(y, orderOfY, slides);
    const value = lessNoise(y, orderOfY, slides);
    const others = left.map((order) => lessNoise(y, order, slides));
    const floor = shuffles.map((shuffle) =>
      distancesOf(y, orderOfY, { ...slides, at: slides.at.map((_, draw) => slides.at[shuffle[draw]]) }),
    );
    const indistinct = ids.filter((id) => statistics[id](plugIn) <= Math.max(...floor.map(statistics[id])));
    const figures: Record<string, Figure> = {};
    for (const id of ids) {
      const figure = jackknifeFigure(
        Math.min(1, Math.max(0, value[id])),
        others.map((own) => own[id]),
        unitInterval,
      );
      figures[id] = indistinct.includes(id) ? { ...figure, low: 0 } : figure;
    }
    return { inputs: [name], figures, ...(indistinct.length === 0 ? {} : { indistinct }) };
  });
}

function lessNoise(y: Float64Array, orderOfY: Uint32Array, slides: Slides): Values {
  const [whole, even, odd] = [
    orderOfY,
    orderOfY.filter((draw) => draw % 2 === 0),
    orderOfY.filter((draw) => draw % 2 === 1),
  ].map((order) => distancesOf(y, order, slides));
  return valuesOf((id) => {
    const all = statistics[id](whole);
    return all + (all - (statistics[id](even) + statistics[id](odd)) / 2) * extrapolated;
  });
}
