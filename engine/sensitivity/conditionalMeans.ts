import type { Figure } from "../result/estimate.ts";
import { anyNumber, replicateFigure, shareFigure } from "../result/figure.ts";
import type { Analysis, Curve } from "./analysis.ts";
import { correlatedInputs } from "./correlatedInputs.ts";
import { type BinSums, binSums, equalBins } from "./equalBins.ts";
import { type GivenInput, type GivenOutput, givenOutputs } from "./givenDraws.ts";
import type { Sample } from "./sample.ts";

const method = "conditionalMeans";
const mostBins = 20;
/** With fewer draws a point's error says little. */
const drawsPerBin = 50;
const fewestDraws = 2 * drawsPerBin;

/**
 * The output as each input moves: its mean (`mean`) and the chance that it lies above zero (`chanceAboveZero`) among draws whose
 * input lies about there, others varying as they do; of a chance, its probability (`probability`). Up to 20 bins of equal numbers
 * of draws, each at the mean of the input in it; ties are never split. Of an input correlated with others the curve shows what comes with it, too.
 * `rows`: the first figure where the input is lowest and highest, those inputs first whose curve has the longest way from its lowest
 * to its highest point. Errors come from the replicates, as of a quotient.
 * Source: the regressogram of Tukey (1961), Proceedings of the Fourth Berkeley Symposium 1, 681–694.
 */
export const conditionalMeans = (sample: Sample): readonly Analysis[] =>
  givenOutputs(sample, method, fewestDraws).map((given) => {
    const measure = given.kind === "chance" ? "probability" : "mean";
    const moved = given.usable ? given.inputs.map((input) => curvesOf(input, given, measure)) : [];
    moved.sort((a, b) => b.way - a.way);
    const correlated = given.usable ? correlatedInputs(given) : [];
    const { unit } = given;
    return {
      method,
      of: given.id,
      unit,
      evaluations: 0,
      draws: given.draws,
      measures: ["lowest", "highest"].map((id) => ({ id, unit })),
      rows: moved.map(({ row }) => row),
      curves: moved.flatMap(({ curves }) => curves),
      notes:
        correlated.length === 0
          ? given.notes
          : [
              ...given.notes,
              { code: "sensitivityMovesAlong", path: given.id, with: { inputs: correlated.join(", ") } },
            ],
    };
  });

function curvesOf(input: GivenInput, given: GivenOutput, measure: string) {
  const { replicates, values, kind } = given;
  const bins = equalBins(input, Math.min(mostBins, Math.floor(given.draws / drawsPerBin)));
  const at = meansOf(binSums(bins, input.values, given), replicates);
  const curve = (id: string, column: Float64Array, figure: PointFigure): Curve => {
    const { counts, sums } = binSums(bins, column, given);
    const points = at.map((place, bin) => {
      const own = (all: Float64Array) => [...all.subarray(bin * replicates, (bin + 1) * replicates)];
      return { at: place, figure: figure(own(sums), own(counts)) };
    });
    return { input: input.name, measure: id, points };
  };
  const main = curve(measure, values, kind === "chance" ? shareFigure : quotientFigure);
  const positive = values.map((x) => (x > 0 ? 1 : 0));
  const curves = kind === "chance" ? [main] : [main, curve("chanceAboveZero", positive, shareFigure)];
  const figures = main.points.map(({ figure }) => figure);
  const means = figures.map(({ value }) => value);
  return {
    way: Math.max(...means) - Math.min(...means),
    row: { inputs: [input.name], figures: { lowest: figures[0], highest: figures[figures.length - 1] } },
    curves,
  };
}

type PointFigure = (sums: readonly number[], counts: readonly number[]) => Figure;

/** Where values differ in number from replicate to replicate, the error is that of a quotient: from the residuals. */
function quotientFigure(sums: readonly number[], counts: readonly number[]): Figure {
  const [sum, count] = [sums, counts].map((own) => own.reduce((total, x) => total + x, 0));
  const value = sum / count;
  const each = count / counts.length;
  return replicateFigure(
    value,
    sums.map((own, r) => value + (own - value * counts[r]) / each),
    anyNumber,
  );
}

function meansOf({ counts, sums }: BinSums, replicates: number): readonly number[] {
  return Array.from({ length: counts.length / replicates }, (_, bin) => {
    const total = (all: Float64Array) =>
      all.subarray(bin * replicates, (bin + 1) * replicates).reduce((sum, x) => sum + x, 0);
    return total(sums) / total(counts);
  });
}
