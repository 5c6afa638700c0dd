import { argsort } from "../numeric/ranks.ts";
import type { Figure } from "../result/estimate.ts";
import type { Analysis } from "./analysis.ts";
import { pearsonMatrices, spearmanMatrices } from "./crossProducts.ts";
import { type GivenOutput, givenOutputs } from "./givenDraws.ts";
import { kendall, placesOf } from "./kendall.ts";
import type { Sample } from "./sample.ts";
import { jackknifeFigure } from "./withoutEach.ts";

const method = "correlations";
const fewestDraws = 20;
const range = { low: -1, high: 1 };

/**
 * How the output goes together with each input, from −1 to 1: Pearson's correlation (along a line), Spearman's (of the ranks)
 * and Kendall's tau-b (chance that two draws are ordered alike less that they are not, among those not tied). Ties share their
 * mean rank; errors come from leaving out each replicate in turn. Blind to what rises and falls again; of correlated inputs each
 * carries what it has in common with others. Strongest Spearman first.
 * Source: Pearson (1895), doi:10.1098/rspl.1895.0041; Spearman (1904), doi:10.2307/1412159; Kendall (1945),
 * doi:10.1093/biomet/33.3.239.
 */
export const correlations = (sample: Sample): readonly Analysis[] =>
  givenOutputs(sample, method, fewestDraws).map((given) => ({
    method,
    of: given.id,
    unit: "correlation",
    evaluations: 0,
    draws: given.draws,
    measures: ["pearson", "spearman", "kendall"].map((id) => ({ id, unit: "correlation" })),
    rows: given.usable ? rowsOf(given) : [],
    notes: given.notes,
  }));

function rowsOf(given: GivenOutput): Analysis["rows"] {
  const output = { values: given.values, order: argsort(given.values) };
  const columns = [...given.inputs, output];
  const last = given.inputs.length;
  const pearson = pearsonMatrices(columns, given, last);
  const spearman = spearmanMatrices(columns, given, { only: last });
  const places = placesOf(output);
  const rows = given.inputs.map((input, i) => {
    const tau = kendall(input, places, given);
    const figures: Record<string, Figure> = {};
    for (const [id, { all, without }] of Object.entries({ pearson, spearman }))
      figures[id] = figureOf(
        all[i][last],
        without.map((left) => left[i][last]),
      );
    figures.kendall = figureOf(tau.value, tau.byReplicate);
    const indistinct = Object.keys(figures).filter((id) => figures[id].low <= 0 && figures[id].high >= 0);
    return { inputs: [input.name], figures, ...(indistinct.length === 0 ? {} : { indistinct }) };
  });
  const strength = ({ figures }: { figures: Record<string, Figure> }) => Math.abs(figures.spearman.value);
  return rows.sort((a, b) => strength(b) - strength(a));
}

/** Rounding may lead past the edge. */
const figureOf = (value: number, without: readonly number[]): Figure => jackknifeFigure(inside(value), without, range);

const inside = (x: number): number => Math.min(1, Math.max(-1, x));
