import type { Issue } from "../issues.ts";
import type { Figure } from "../result/estimate.ts";
import { replicateFigure } from "../result/figure.ts";
import type { Analysis } from "./analysis.ts";
import { type BetweenBins, varianceBetween } from "./betweenBins.ts";
import { correlatedInputs } from "./correlatedInputs.ts";
import { type Bins, binSums, equalBins } from "./equalBins.ts";
import { type GivenInput, type GivenOutput, givenOutputs } from "./givenDraws.ts";
import type { Sample } from "./sample.ts";
import { shuffled } from "./shuffled.ts";
import { lessTrend } from "./trend.ts";

const method = "firstOrder";
const fewestDraws = 128;
const shareRange = { low: 0, high: 1 };
/** An input without influence exceeds the largest of so many dummies once in 20. */
const dummies = 19;

/**
 * The first-order Sobol' index of each input, S = Var(E[Y | x]) / Var Y, from 0 to 1: the share of the variance that would go if
 * the input were known. From draws as they are: a parabola of the input is
 * taken from the output and counts as explained; of what is left, draws are cut by the input into about √n bins of equal numbers, and into twice as
 * many; the variance between bin means is found without bias from pairs of replicates (`varianceBetween`), and what varies
 * inside bins is extrapolated from the two, (4 S₂ₖ − Sₖ) / 3. Error by leaving out each replicate in turn. An input is `indistinct`
 * from one without influence where its index does not exceed that of 19 dummies, or where its interval begins at 0; `more` has their largest,
 * `noiseFloor`. Of a chance it is the share of the variance of the verdict. Indices of correlated inputs overlap: a note says so.
 * Source: Sobol' (1993), Mathematical Modelling and Computational Experiments 1, 407–414; binned: Plischke, Borgonovo & Smith
 * (2013), doi:10.1016/j.ejor.2012.11.047; bias-free squares: Owen (2013), doi:10.1145/2457459.2457460; extrapolation: Richardson
 * (1911), doi:10.1098/rsta.1911.0009.
 */
export const firstOrder = (sample: Sample): readonly Analysis[] =>
  givenOutputs(sample, method, fewestDraws).map((given) => {
    const correlated = given.usable ? correlatedInputs(given) : [];
    const notes: Issue[] =
      correlated.length === 0
        ? []
        : [{ code: "sensitivityCorrelated", path: given.id, with: { inputs: correlated.join(", "), method } }];
    return {
      method,
      of: given.id,
      unit: "share",
      evaluations: 0,
      draws: given.draws,
      measures: [{ id: "first", unit: "share" }],
      ...(given.usable ? indicesOf(given) : { rows: [] }),
      notes: [...given.notes, ...notes],
    };
  });

function indicesOf(given: GivenOutput): Pick<Analysis, "rows" | "more"> {
  const bins = Math.floor(Math.sqrt(given.draws));
  const [coarse, fine] = [Math.floor(bins / 2), 2 * Math.floor(bins / 2)];
  const centred = lessMean(given.values);
  const whole = squaresOf(centred, given);
  const of = (column: Float64Array, cut: (bins: number) => Bins): BetweenBins & { beyond: number } => {
    const left = column === centred ? whole : squaresOf(column, given);
    const [few, many] = [coarse, fine].map((count) =>
      varianceBetween(binSums(cut(count), column, given), given.replicates),
    );
    const share = (total: number, rest: number, a: number, b: number) =>
      total > 0 ? (total - rest + (4 * b - a) / 3) / total : 0;
    return {
      all: share(whole.all, left.all, few.all, many.all),
      beyond: Math.abs(many.all - few.all) / (3 * whole.all),
      without: whole.without.map((total, r) => share(total, left.without[r], few.without[r], many.without[r])),
    };
  };
  const floors = Array.from({ length: dummies }, (_, k) => {
    const order = shuffled(given.draws, k);
    return of(centred, (count) => dummyBins(order, count)).all;
  });
  const noiseFloor = Math.max(0, ...floors);
  const rows = given.inputs.map((input: GivenInput) => {
    const { all, without, beyond } = of(lessTrend(centred, input.values), (count) => equalBins(input, count));
    const count = without.length;
    const pseudo = without.map((own) => count * all - (count - 1) * own);
    // What was extrapolated is not known to its last part.
    const first: Figure = replicateFigure(Math.min(1, Math.max(0, all)), pseudo, shareRange, beyond / 4);
    const unclear = first.low <= 0 || first.value <= noiseFloor;
    return { inputs: [input.name], figures: { first }, ...(unclear ? { indistinct: ["first"] } : {}) };
  });
  rows.sort((a, b) => b.figures.first.value - a.figures.first.value);
  return { rows, more: { noiseFloor } };
}

/** Bins of an input that nothing depends on: draws in an order of their own. */
function dummyBins(order: Uint32Array, count: number): Bins {
  return { count, at: Uint16Array.from(order, (place) => Math.floor((place * count) / order.length)) };
}

function lessMean(values: Float64Array): Float64Array {
  let sum = 0;
  for (const x of values) sum += x;
  const mean = sum / values.length;
  return values.map((x) => x - mean);
}

/** The variance of a centred column, its mean's square again from pairs of replicates. */
function squaresOf(centred: Float64Array, { replicateAt, replicates, sizes, draws }: GivenOutput): BetweenBins {
  const squares = new Float64Array(replicates);
  const sums = new Float64Array(replicates);
  for (let draw = 0; draw < draws; draw++) {
    squares[replicateAt[draw]] += centred[draw] * centred[draw];
    sums[replicateAt[draw]] += centred[draw];
  }
  const total = squares.reduce((sum, own) => sum + own, 0);
  const sumSquares = sums.reduce((sum, own) => sum + own * own, 0);
  const sizeSquares = sizes.reduce((sum, own) => sum + own * own, 0);
  const variance = (r: number | undefined) => {
    const [size, sum, square] = r === undefined ? [0, 0, 0] : [sizes[r], sums[r], squares[r]];
    const count = draws - size;
    const pairs = count * count - (sizeSquares - size * size);
    const products = sum * sum - (sumSquares - sum * sum);
    return (total - square) / count - (pairs > 0 ? products / pairs : 0);
  };
  return { all: variance(undefined), without: Array.from(sizes, (_, r) => variance(r)) };
}
