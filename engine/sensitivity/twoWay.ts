import { sampleQuantile } from "../evidence/sample/quantileTypes.ts";
import type { Figure } from "../result/estimate.ts";
import { anyNumber, replicateFigure, resolution } from "../result/figure.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import { type Assumption, type Holding, heldDraws, hold, isStill, meanOf, notesOnHolding, valuesAt } from "./held.ts";
import { heldFigure } from "./heldFigure.ts";
import { heldPairs, noPair } from "./heldPairs.ts";
import type { StudiedOutput, Study } from "./study.ts";

export interface TwoWayOptions {
  /** At each pair of values: rounded as the design asks. */
  readonly draws?: number;
  /** Shares of each input's distribution, the lowest first and the highest last. */
  readonly levels?: readonly number[];
}

/** What would be expected of one output over a grid of two inputs; in `more.grids`. */
export interface Grid {
  readonly inputs: readonly [string, string];
  /** Values of the first input, and of the second. */
  readonly at: readonly [readonly number[], readonly number[]];
  /** By value of the first, then of the second: the mean, or of a criterion its probability. Null where no draw has an answer. */
  readonly cells: readonly (readonly (Figure | null)[])[];
}

const corners = ["lowLow", "highLow", "lowHigh", "highHigh"] as const;

/**
 * E[Y | xᵢ, xⱼ held], over a grid of both: shows what one at a time hides, that one input matters more where another is low. Rows have
 * the corners, the ends of both 90 % intervals, and `together`: how much more the first input's swing is where the second is high than
 * where it is low, with the error of that difference between the same draws; 0 where their parts add up. Pairs are those of
 * `study.chosen`, else of the two inputs whose ranks go most with the first output. Luck is no assumption and is not held.
 *
 * @returns one per output; undefined where the signal ended it
 */
export async function twoWay(
  study: Study,
  { draws = heldDraws, levels = [0.05, 0.25, 0.5, 0.75, 0.95] }: TwoWayOptions = {},
): Promise<readonly Analysis[] | undefined> {
  const holding = await hold(study, draws);
  const pairs = holding && (await heldPairs(holding));
  if (pairs === undefined) return undefined;
  const found: Found[] = [];
  for (const pair of pairs) {
    const one = await gridOf(holding!, pair, levels);
    if (one === undefined) return undefined;
    found.push(one);
  }
  return study.outputs.map((output, k) => analysisOf(holding!, found, output, k));
}

interface Found {
  readonly inputs: readonly [string, string];
  readonly at: Grid["at"];
  /** By value of the first and of the second, then by output. */
  readonly figures: readonly (readonly (readonly (Figure | undefined)[])[])[];
  /** In the order of `corners`, then by output. */
  readonly columns: readonly (readonly Float64Array[])[];
}

async function gridOf(
  { study, columns, replicates }: Holding,
  [first, second]: readonly [Assumption, Assumption],
  levels: readonly number[],
): Promise<Found | undefined> {
  const at = [valuesAt(first, levels), valuesAt(second, levels)] as const;
  const ends = ({ sorted }: Assumption) => [levels[0], levels[levels.length - 1]].map((q) => sampleQuantile(sorted, q));
  const [[low, high], [otherLow, otherHigh]] = [ends(first), ends(second)];
  const kept = new Map<string, readonly Float64Array[]>();
  const figures: (readonly (Figure | undefined)[])[][] = [];
  for (const own of at[0]) {
    const row: (readonly (Figure | undefined)[])[] = [];
    for (const other of at[1]) {
      const run = await columns({ [first.path]: own, [second.path]: other });
      if (run === undefined) return undefined;
      if ((own === low || own === high) && (other === otherLow || other === otherHigh))
        kept.set(`${own} ${other}`, run);
      row.push(study.outputs.map(({ kind }, k) => heldFigure(run[k], replicates, kind)));
    }
    figures.push(row);
  }
  const places = [
    [low, otherLow],
    [high, otherLow],
    [low, otherHigh],
    [high, otherHigh],
  ];
  return {
    inputs: [first.name, second.name],
    at,
    figures,
    columns: places.map(([own, other]) => kept.get(`${own} ${other}`)!),
  };
}

function analysisOf(holding: Holding, found: readonly Found[], output: StudiedOutput, k: number): Analysis {
  const { id, unit, kind } = output;
  const still = isStill(holding.free[k]);
  const rows = still ? [] : found.flatMap((own) => rowOf(own, holding.replicates, kind, k));
  rows.sort((a, b) => Math.abs(b.figures.together.value) - Math.abs(a.figures.together.value));
  const grids = found.map(
    ({ inputs, at, figures }): Grid => ({
      inputs,
      at,
      cells: still ? [] : figures.map((row) => row.map((own) => own[k] ?? null)),
    }),
  );
  return {
    method: "twoWay",
    of: id,
    unit,
    evaluations: holding.evaluations(),
    draws: holding.draws,
    measures: [...corners, "together"].map((measure) => ({ id: measure, unit })),
    rows,
    more: { grids },
    notes: [...notesOnHolding(holding, k), ...(found.length === 0 && !still ? [noPair(output)] : [])],
  };
}

function rowOf({ inputs, columns }: Found, replicates: number, kind: StudiedOutput["kind"], k: number): AnalysisRow[] {
  const [lowLow, highLow, lowHigh, highHigh] = columns.map((own) => own[k]);
  const ends = [lowLow, highLow, lowHigh, highHigh].map((own) => heldFigure(own, replicates, kind));
  const mean = meanOf(
    highHigh.map((own, draw) => own - lowHigh[draw] - (highLow[draw] - lowLow[draw])),
    replicates,
  );
  if (mean === undefined || ends.some((own) => own === undefined)) return [];
  const chance = kind === "chance";
  const together = replicateFigure(
    mean.value,
    mean.byReplicate,
    chance ? { low: -2, high: 2 } : anyNumber,
    // Parts that add up leave no more than rounding.
    chance
      ? resolution(mean.answered / replicates, replicates)
      : 1e-9 * Math.max(...ends.map((own) => Math.abs(own!.value))),
  );
  const figures = Object.fromEntries([...corners.map((corner, c) => [corner, ends[c]!]), ["together", together]]);
  const unsure = together.low <= 0 && together.high >= 0;
  return [{ inputs, figures, ...(unsure ? { indistinct: ["together"] } : {}) }];
}
