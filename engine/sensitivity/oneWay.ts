import { sampleQuantile } from "../evidence/sample/quantileTypes.ts";
import type { Figure } from "../result/estimate.ts";
import type { Analysis, AnalysisRow, Curve } from "./analysis.ts";
import { contrast } from "./contrast.ts";
import { type Holding, heldDraws, hold, isStill, notesOnHolding, shareBelow, valuesAt } from "./held.ts";
import { heldFigure } from "./heldFigure.ts";
import type { Study } from "./study.ts";

/** Shares of an input's distribution at which the curves of a spider plot have their points. */
const spiderLevels = [0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95];

export interface OneWayOptions {
  /** At each held value: rounded as the design asks. */
  readonly draws?: number;
  /** Shares of an input's distribution at the ends of its bar. */
  readonly ends?: readonly [number, number];
  /** Shares at which curves have points beside the ends and the median. */
  readonly levels?: readonly number[];
}

/**
 * What the expected result, or the chance that a criterion is met, would be if one input were known to have some value and all
 * else stayed as uncertain as it is: E[Y | xᵢ held at q]. `low` and `high` at the ends of the input's 90 % interval, `swing` the
 * difference, with the error of the difference between the same draws; curves over its whole range. A tornado shows the swings, a
 * spider the curves. An input that correlates with others is moved alone.
 *
 * Unlike the usual tornado, which holds everything else at best guesses, it is right about models with products and thresholds.
 * Source: Eschenbach (1992), doi:10.1287/inte.22.6.40; Borgonovo & Plischke (2016), doi:10.1016/j.ejor.2015.06.032. Misleads where
 * the curve turns: a swing of 0 is then no sign of no influence, and inputs that matter through each other show less than they are.
 *
 * @returns one per output; undefined where the signal ended it
 */
export async function oneWay(
  study: Study,
  { draws = heldDraws, ends = [0.05, 0.95], levels = spiderLevels }: OneWayOptions = {},
): Promise<readonly Analysis[] | undefined> {
  const holding = await hold(study, draws);
  if (holding === undefined) return undefined;
  const found: InputFound[] = [];
  for (const assumption of holding.assumptions) {
    const [low, median, high] = [ends[0], 0.5, ends[1]].map((share) => sampleQuantile(assumption.sorted, share));
    const atEnds: (readonly Float64Array[])[] = [];
    const points: { readonly at: number; readonly share: number; readonly figures: readonly (Figure | undefined)[] }[] =
      [];
    for (const at of valuesAt(assumption, [...levels, ...ends, 0.5])) {
      const columns = await holding.columns({ [assumption.path]: at });
      if (columns === undefined) return undefined;
      if (at === low || at === high) atEnds.push(columns);
      points.push({
        at,
        share: shareBelow(assumption, at),
        figures: study.outputs.map(({ kind }, k) => heldFigure(columns[k], holding.replicates, kind)),
      });
    }
    const { name, unit, mean } = assumption;
    found.push({
      values: { input: name, unit, mean, low, median, high },
      points,
      swings: study.outputs.map(({ kind }, k) =>
        contrast(atEnds[0][k], atEnds[atEnds.length - 1][k], holding.replicates, kind),
      ),
    });
  }
  return study.outputs.map((_, k) => analysisOf(holding, found, k));
}

interface InputFound {
  readonly values: {
    readonly input: string;
    readonly unit: string;
    readonly mean: number;
    readonly low: number;
    readonly median: number;
    readonly high: number;
  };
  readonly points: readonly {
    readonly at: number;
    readonly share: number;
    readonly figures: readonly (Figure | undefined)[];
  }[];
  /** By output. */
  readonly swings: readonly (Figure | undefined)[];
}

function analysisOf(holding: Holding, found: readonly InputFound[], k: number): Analysis {
  const { id, unit, kind } = holding.study.outputs[k];
  const free = heldFigure(holding.free[k], holding.replicates, kind);
  const measure = kind === "chance" ? "chance" : "mean";
  const still = isStill(holding.free[k]);
  const rows = still ? [] : found.flatMap((own) => rowOf(own, k));
  rows.sort((a, b) => Math.abs(b.figures.swing.value) - Math.abs(a.figures.swing.value));
  const curves = rows.map(({ inputs: [input] }): Curve => {
    const { points } = found.find(({ values }) => values.input === input)!;
    return {
      input,
      measure,
      points: points.flatMap(({ at, share, figures }) =>
        figures[k] === undefined ? [] : [{ at, share, figure: figures[k] }],
      ),
    };
  });
  return {
    method: "oneWay",
    of: id,
    unit,
    evaluations: holding.evaluations(),
    draws: holding.draws,
    measures: ["low", "high", "swing"].map((own) => ({ id: own, unit })),
    rows,
    curves,
    more: {
      ...(free === undefined ? {} : { unheld: free }),
      values: found.map(({ values }) => values),
    },
    notes: notesOnHolding(holding, k),
  };
}

function rowOf({ values, points, swings }: InputFound, k: number): AnalysisRow[] {
  const swing = swings[k];
  const [low, high] = [values.low, values.high].map((end) => points.find(({ at }) => at === end)?.figures[k]);
  if (swing === undefined || low === undefined || high === undefined) return [];
  const unsure = swing.low <= 0 && swing.high >= 0;
  return [{ inputs: [values.input], figures: { low, high, swing }, ...(unsure ? { indistinct: ["swing"] } : {}) }];
}
