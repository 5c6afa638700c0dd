import { gammaQ } from "../numeric/incompleteGamma.ts";
import type { Analysis } from "./analysis.ts";
import { type Answered, answered, jackknifeGroups } from "./answered.ts";
import { centred } from "./harmonics.ts";
import { type Dependence, kernelSums, unbiasedHsic } from "./hsicOf.ts";
import type { Sample } from "./sample.ts";
import { jackknifeFigure } from "./withoutEach.ts";

export const mostHsicDraws = 2048;
const appetite = { method: "hsic", most: mostHsicDraws, fewest: 128 };

/** From this chance on that an input without any tie with the output would look as tied, it can't be told from one. */
const level = 0.05;

/**
 * The chance that two independent columns would look at least as dependent: n·HSIC is then nearly a gamma variable, whose mean is
 * (1 − E k)(1 − E l) and whose variance is 2·HSIC(x, x)·HSIC(y, y).
 * Source: Gretton et al. (2008), A kernel statistical test of independence, Advances in Neural Information Processing Systems 20.
 */
export function independencePValue({ draws, both, first, second, firstMean, secondMean }: Dependence): number {
  const mean = (1 - firstMean) * (1 - secondMean);
  const variance = 2 * first * second;
  if (!(variance > 0)) return 1;
  const statistic = Math.max(0, draws * both + mean);
  return gammaQ((mean * mean) / variance, (statistic * mean) / variance);
}

/** HSIC(x, y) / √(HSIC(x, x)·HSIC(y, y)): from 0, independent, to 1. Negative by chance only. */
export function normalisedHsic({ both, first, second }: Dependence): number {
  const scale = first * second;
  return scale > 0 ? both / Math.sqrt(scale) : 0;
}

/**
 * How dependent the output is on each input, in any form: the Hilbert–Schmidt independence criterion of Gaussian kernels, each as
 * wide as the standard deviation, normalised to lie between 0 and 1. 0 only where the two are independent. Reads 2,048 draws at
 * most, as it looks at all pairs. Error by leaving out each replicate in turn; `more.pValues` are those of independence, and an
 * input with 0.05 or more is `indistinct`, its interval beginning at 0.
 * Source: Da Veiga (2015), doi:10.1080/00949655.2014.945932.
 */
export const hsic = (sample: Sample): readonly Analysis[] =>
  sample.outputs.map(({ id }, k) => hsicOfOutput(id, answered(sample, k, appetite)));

function hsicOfOutput(id: string, found: Answered): Analysis {
  const { y, inputs, notes, nothing } = found;
  const groups = jackknifeGroups(found);
  const rows = (nothing ? [] : inputs).map(({ name, x }) => {
    const sums = kernelSums(x, y, groups.at, groups.count, [deviation(x), deviation(y)]);
    const all = unbiasedHsic(sums);
    const left = Array.from({ length: groups.count }, (_, group) => normalisedHsic(unbiasedHsic(sums, group)));
    const { value, se, low, high } = jackknifeFigure(normalisedHsic(all), left);
    const pValue = independencePValue(all);
    const indistinct = pValue >= level;
    return {
      pValue,
      inputs: [name],
      figures: { hsic: { value: inside(value), se, low: indistinct ? 0 : inside(low), high: inside(high) } },
      ...(indistinct ? { indistinct: ["hsic"] } : {}),
    };
  });
  rows.sort((a, b) => b.figures.hsic.value - a.figures.hsic.value);
  return {
    method: "hsic",
    of: id,
    unit: "share",
    evaluations: 0,
    draws: y.length,
    measures: [{ id: "hsic", unit: "share" }],
    rows: rows.map(({ pValue: _, ...row }) => row),
    more: { pValues: Object.fromEntries(rows.map(({ inputs: [name], pValue }) => [name, pValue])) },
    notes,
  };
}

const inside = (share: number): number => Math.min(1, Math.max(0, share));
const deviation = (column: Float64Array): number => Math.sqrt(centred(column).variance);
