import type { Figure } from "../result/estimate.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import { type Answered, answered, jackknifeGroups } from "./answered.ts";
import { rangeOf } from "./deltaOf.ts";
import { centred } from "./harmonics.ts";
import { type HdmrTerm, hdmrTerms } from "./hdmrOf.ts";
import type { Sample } from "./sample.ts";
import { jackknifeFigure } from "./withoutEach.ts";

export const mostHdmrDraws = 4096;
const appetite = { method: "hdmr", most: mostHdmrDraws, fewest: 512 };
/** Of an output with standard deviation 1. Fitted until settled well within the error: the jackknife would blow up the rest. */
const options = { intervals: 8, order: 1, settled: 1e-11 } as const;
const measures = ["share", "structural", "correlative"] as const;

/**
 * `hdmrTerms` of single inputs: splines of eight intervals. Values are freed of the bias that fitting makes
 * (the jackknife's own correction), errors come from leaving out each replicate in turn. `share` and `correlative` may be negative:
 * an input that works against one it is correlated with. An input whose `structural` share's interval reaches 0 is `indistinct`.
 */
export const hdmr = (sample: Sample): readonly Analysis[] =>
  sample.outputs.map(({ id }, k) => {
    const found = answered(sample, k, appetite);
    return {
      method: "hdmr",
      of: id,
      unit: "share",
      evaluations: 0,
      draws: found.y.length,
      measures: measures.map((measure) => ({ id: measure, unit: "share" })),
      rows: found.nothing ? [] : rowsOf(found),
      notes: found.notes,
    };
  });

function rowsOf(found: Answered): readonly AnalysisRow[] {
  const { inputs } = found;
  const { centred: around, variance } = centred(found.y);
  const y = around.map((own) => own / Math.sqrt(variance));
  const columns = inputs.map(({ x }) => onUnit(x));
  const groups = jackknifeGroups(found);
  const all = hdmrTerms(columns, y, options);
  const left = Array.from({ length: groups.count }, (_, group) => {
    const kept = (column: Float64Array) => column.filter((_, d) => groups.at[d] !== group);
    return hdmrTerms(columns.map(kept), kept(y), options);
  });
  const figureOf = (i: number, measure: keyof Omit<HdmrTerm, "inputs">): Figure => {
    const without = left.map((terms) => terms[i][measure]);
    const mean = without.reduce((sum, own) => sum + own, 0) / without.length;
    const value = all[i][measure];
    const { se, low, high } = jackknifeFigure(value, without);
    const bias = (without.length - 1) * (mean - value);
    const range = measure === "structural" ? notNegative : (x: number) => x;
    return { value: range(value - bias), se, low: range(low - bias), high: range(high - bias) };
  };
  const rows = inputs.map(({ name }, i) => {
    const figures = {
      share: figureOf(i, "share"),
      structural: figureOf(i, "structural"),
      correlative: figureOf(i, "correlative"),
    };
    return { inputs: [name], figures, ...(figures.structural.low > 0 ? {} : { indistinct: ["structural"] }) };
  });
  return rows.sort((a, b) => b.figures.share.value - a.figures.share.value);
}

const notNegative = (x: number): number => Math.max(0, x);

function onUnit(x: Float64Array): Float64Array {
  const { low, high } = rangeOf(x);
  return x.map((own) => (own - low) / (high - low));
}
