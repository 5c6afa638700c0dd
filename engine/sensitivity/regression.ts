import { cholesky } from "../numeric/cholesky.ts";
import { argsort } from "../numeric/ranks.ts";
import type { Figure } from "../result/estimate.ts";
import type { Analysis } from "./analysis.ts";
import { type CorrelationMatrices, pearsonMatrices, spearmanMatrices } from "./crossProducts.ts";
import { type GivenOutput, givenOutputs } from "./givenDraws.ts";
import type { Sample } from "./sample.ts";
import { jackknifeFigure } from "./withoutEach.ts";

const method = "regression";
/** With fewer draws per input the line follows the noise. */
const drawsPerInput = 10;
const measures = ["src", "srrc", "pcc", "prcc"];
/**
 * Correlations of ranks are followed along a tangent. On it they stay those of a matrix that can be only for a small step; what
 * that changes is then scaled up.
 */
const rankStep = 1 / 64;
const correlationRange = { low: -1, high: 1 };
const shareRange = { low: 0, high: 1 };

/**
 * The output as a sum of straight lines of the inputs. `src`: by how many of its standard deviations the output moves as the input
 * moves by one of its own, the others standing still; `pcc`: correlation of input and output less what the other inputs explain
 * of both; `srrc` and `prcc`: the same of the ranks. `more` has R², how much of the variance (of the output, of its ranks) the
 * lines explain: where it is low, none of them says much. Errors come from leaving out each replicate in turn. Inputs that
 * follow from the others are refused with a note. Strongest srrc first.
 * Source: Saltelli & Marivoet (1990), doi:10.1016/0951-8320(90)90065-U; Iman & Conover (1979), doi:10.1080/00401706.1979.10489820.
 */
export function regression(sample: Sample): readonly Analysis[] {
  return givenOutputs(sample, method, drawsPerInput * (sample.inputs.length + 1)).map((given) => {
    const found = given.usable && given.inputs.length > 0 ? fitted(given) : { rows: [] };
    const collinear = found === undefined;
    const inputs = given.inputs.map(({ name }) => name).join(", ");
    return {
      method,
      of: given.id,
      unit: "",
      evaluations: 0,
      draws: given.draws,
      measures: measures.map((id) => ({ id, unit: id.startsWith("p") ? "correlation" : "sd/sd" })),
      ...(found ?? { rows: [] }),
      notes: collinear
        ? [...given.notes, { code: "sensitivityCollinear", path: given.id, with: { inputs } }]
        : given.notes,
    };
  });
}

/** Undefined where some input follows from the others. */
function fitted(given: GivenOutput): Pick<Analysis, "rows" | "more"> | undefined {
  const columns = [...given.inputs, { values: given.values, order: argsort(given.values) }];
  const raw = fitsOf(pearsonMatrices(columns, given));
  const ranks = fitsOf(spearmanMatrices(columns, given, { step: rankStep }), rankStep);
  if (raw === undefined || ranks === undefined) return undefined;
  const rows = given.inputs.map(({ name }, i) => {
    const figures: Record<string, Figure> = {
      src: figureOf(raw, (fit) => fit.slopes[i]),
      srrc: figureOf(ranks, (fit) => fit.slopes[i]),
      pcc: figureOf(raw, (fit) => fit.partial[i], correlationRange),
      prcc: figureOf(ranks, (fit) => fit.partial[i], correlationRange),
    };
    const indistinct = measures.filter((id) => figures[id].low <= 0 && figures[id].high >= 0);
    return { inputs: [name], figures, ...(indistinct.length === 0 ? {} : { indistinct }) };
  });
  rows.sort((a, b) => Math.abs(b.figures.srrc.value) - Math.abs(a.figures.srrc.value));
  const [r2, rankR2] = [raw, ranks].map((fits) => figureOf(fits, ({ explained }) => explained, shareRange));
  return { rows, more: { r2, rankR2 } };
}

/** A fit to standardized columns. */
interface Fit {
  readonly slopes: readonly number[];
  readonly partial: readonly number[];
  /** R². */
  readonly explained: number;
}

interface Fits {
  readonly all: Fit;
  readonly without: readonly Fit[];
  /** How much of each replicate is left out. */
  readonly step: number;
}

function fitsOf({ all, without }: CorrelationMatrices, step = 1): Fits | undefined {
  const whole = fitOf(all);
  const left = without.map(fitOf).filter((fit) => fit !== undefined);
  return whole === undefined || left.length < without.length ? undefined : { all: whole, without: left, step };
}

/** @param correlations of the inputs and, last, the output */
function fitOf(correlations: readonly Float64Array[]): Fit | undefined {
  const count = correlations.length - 1;
  const inverse = inverseOf(correlations.slice(0, count).map((row) => [...row.subarray(0, count)]));
  if (inverse === undefined) return undefined;
  const own = correlations[count];
  const slopes = inverse.map((row) => row.reduce((sum, x, j) => sum + x * own[j], 0));
  const explained = Math.min(
    1,
    Math.max(
      0,
      slopes.reduce((sum, slope, i) => sum + slope * own[i], 0),
    ),
  );
  // The partial correlation is the slope by the root of its square and of what is unexplained, in the input's own measure.
  const partial = slopes.map((slope, i) => {
    const scale = Math.sqrt(slope * slope + (1 - explained) * inverse[i][i]);
    return scale === 0 ? 0 : slope / scale;
  });
  return { slopes, partial, explained };
}

/** Of a correlation matrix; undefined where it has none. */
function inverseOf(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | undefined {
  const lower = cholesky(matrix);
  if ("row" in lower) return undefined;
  const n = matrix.length;
  // Columns of L⁻¹, by forward substitution.
  const columns = matrix.map((_, j) => {
    const column = new Float64Array(n);
    for (let i = j; i < n; i++) {
      let rest = i === j ? 1 : 0;
      for (let k = j; k < i; k++) rest -= lower[i][k] * column[k];
      column[i] = rest / lower[i][i];
    }
    return column;
  });
  return columns.map((a) => columns.map((b) => a.reduce((sum, x, k) => sum + x * b[k], 0)));
}

function figureOf(fits: Fits, of: (fit: Fit) => number, range?: { low: number; high: number }): Figure {
  const value = of(fits.all);
  return jackknifeFigure(
    value,
    fits.without.map((fit) => value + (of(fit) - value) / fits.step),
    range,
  );
}
