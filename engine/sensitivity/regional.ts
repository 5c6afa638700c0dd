import { kolmogorovLimit, twoSamplePValue } from "../evidence/sample/kolmogorov.ts";
import { argsort } from "../numeric/ranks.ts";
import type { Figure } from "../result/estimate.ts";
import { replicateFigure } from "../result/figure.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import { type Answered, answered } from "./answered.ts";
import { bothOutcomes, type DivideOptions, type Outcomes } from "./outcomes.ts";
import type { Sample } from "./sample.ts";

export const mostRegionalDraws = 65_536;
/** Fewer on one side tell no distribution. */
const fewest = 20;
/** A distance that chance alone reaches in more than this share of all cases can't be told from zero. */
const level = 0.05;
/** What chance alone stays below in 95 % of all cases, for samples of one: √(½·ln(2/0.05)). */
const floorOfOne = 1.3581;

/** What regional sensitivity knows of one input beside its distance, in `more.inputs` of the analysis. */
export interface RegionalInput {
  readonly input: string;
  /** The value up to which the two shares differ most. */
  readonly at: number;
  /** Where the input lies in the outcomes asked about, compared with the others. */
  readonly lies: "lower" | "higher";
  /** P of a distance as large, were the input without influence. */
  readonly pValue: number;
}

/**
 * Regional sensitivity: draws are divided into two groups by their outcome – criterion not met or met, or the lowest tenth of a number
 * and the rest – and for each input the Kolmogorov–Smirnov distance sup|F₁(x) − F₂(x)| between its values in either group is told: how
 * much an input has to do with ending up there. 0: nothing that can be seen one input at a time; 1: it settles it alone.
 * The error is that of the difference where it is largest, from replicates; where chance alone might give the distance, by the
 * two-sample test, the interval reaches 0. `more.noiseFloor` is what inputs without influence stay below in 95 % of all cases.
 * An input that acts only together with others may have no distance; correlated inputs borrow each other's.
 * Source: Hornberger & Spear (1981), J. Environ. Manage. 12, 7–18; Saltelli et al. (2008), Global Sensitivity Analysis, ch. 5,
 * doi:10.1002/9780470725184.
 */
export function regional(sample: Sample, options: DivideOptions = {}): readonly Analysis[] {
  return sample.outputs.map((output, k) => {
    const own = answered(sample, k, { method: "regional", most: mostRegionalDraws, fewest: 2 * fewest });
    const { y, notes } = own;
    const draws = y.length;
    const about = {
      method: "regional",
      of: output.id,
      unit: "share",
      evaluations: 0,
      draws,
      measures: [{ id: "distance", unit: "share" }],
    };
    if (own.nothing) return { ...about, rows: [], notes };
    const [chosen] = bothOutcomes(output, y, options);
    const smaller = Math.min(chosen.hits, draws - chosen.hits);
    if (smaller < fewest) {
      const needed = Math.ceil((draws * fewest) / Math.max(1, smaller));
      const few = {
        code: "sensitivityFewDraws" as const,
        path: output.id,
        with: { draws, method: "regional", needed },
      };
      return { ...about, rows: [], notes: [...notes, few] };
    }
    const found = own.inputs
      .map(({ name, x }) => distance(name, x, own, chosen))
      .sort((a, b) => b.figure.value - a.figure.value);
    const rows = found.map(
      ({ known, figure }): AnalysisRow => ({
        inputs: [known.input],
        figures: { distance: figure },
        ...(known.pValue > level ? { indistinct: ["distance"] } : {}),
      }),
    );
    const [n, m] = [chosen.hits, draws - chosen.hits];
    const more = {
      outcomes: chosen.name,
      share: n / draws,
      ...(chosen.threshold === undefined ? {} : { threshold: chosen.threshold }),
      noiseFloor: Math.min(1, floorOfOne * Math.sqrt((n + m) / (n * m))),
      inputs: found.map(({ known }) => known),
    };
    return { ...about, rows, more, notes };
  });
}

function distance(
  input: string,
  values: Float64Array,
  { replicateAt, replicates }: Answered,
  { hit, hits }: Outcomes,
): { readonly known: RegionalInput; readonly figure: Figure } {
  const order = argsort(values);
  const others = values.length - hits;
  let [hitsBelow, othersBelow, widest, at] = [0, 0, 0, values[order[0]]];
  for (let k = 0; k < order.length; k++) {
    const draw = order[k];
    if (hit[draw]) hitsBelow++;
    else othersBelow++;
    if (k + 1 < order.length && values[order[k + 1]] === values[draw]) continue;
    const apart = hitsBelow / hits - othersBelow / others;
    if (Math.abs(apart) > Math.abs(widest)) [widest, at] = [apart, values[draw]];
  }
  const value = Math.abs(widest);
  const pValue = hits * others > 1e4 ? limit(hits, others, value) : twoSamplePValue(hits, others, value);
  const figure = replicateFigure(value, linearised(), { low: 0, high: 1 });
  const reached = pValue > level ? { ...figure, low: 0 } : figure;
  return { known: { input, at, lies: widest > 0 ? "lower" : "higher", pValue }, figure: reached };

  /** The distance as each replicate has it at `at`: a difference of two quotients, its residuals spread over replicates. */
  function linearised(): readonly number[] {
    const [ownHits, ownOthers, hitsAtMost, othersAtMost] = [0, 1, 2, 3].map(() => new Float64Array(replicates));
    for (let k = 0; k < values.length; k++) {
      const atMost = values[k] <= at ? 1 : 0;
      const r = replicateAt[k];
      if (hit[k]) {
        ownHits[r]++;
        hitsAtMost[r] += atMost;
      } else {
        ownOthers[r]++;
        othersAtMost[r] += atMost;
      }
    }
    const [p, q] = [hitsAtMost, othersAtMost].map((own) => own.reduce((sum, x) => sum + x, 0));
    return Array.from(ownHits, (own, r) => {
      const a = (hitsAtMost[r] - (p / hits) * own) / hits;
      const b = (othersAtMost[r] - (q / others) * ownOthers[r]) / others;
      return widest + replicates * (a - b);
    });
  }
}

const limit = (n: number, m: number, d: number): number => kolmogorovLimit(d * Math.sqrt((n * m) / (n + m)));
