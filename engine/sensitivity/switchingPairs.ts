import type { Figure } from "../result/estimate.ts";
import type { Switching } from "../result/switching.ts";
import type { Analysis, AnalysisRow, Curve } from "./analysis.ts";
import { type Assumption, type Holding, heldDraws, hold, isStill, notesOnHolding, valuesAt } from "./held.ts";
import { heldPairs, noPair } from "./heldPairs.ts";
import type { StudiedOutput, Study } from "./study.ts";
import { nearestRoot, remembering, type SwitchingOptions, switchingOf, thresholdOf } from "./switchingValue.ts";

/** Shares of the first input's distribution at which it is held. */
const heldLevels = [0.05, 0.25, 0.5, 0.75, 0.95];
const told = { atLow: 0, atMedian: 2, atHigh: 4 } as const;

/** Two inputs, in `more.pairs`. */
export interface SwitchingPair {
  readonly inputs: readonly [string, string];
  /** By value of the first: what is known of the switching value of the second. */
  readonly points: readonly { readonly at: number; readonly second: Switching }[];
}

/**
 * Where the answer flips as two inputs move: the switching value of the second where the first is held at its 5th, 25th, 50th, 75th and
 * 95th percentile, each with its interval, as a curve: on one side of it the answer is yes, on the other no. All as in `switchingValue`;
 * of several roots that nearest to the second's median. Pairs are those of `study.chosen`, else of the two inputs whose ranks go most
 * with the first output. Where no value of the second flips the answer, the point is missing, and `more.pairs` says on which side it
 * stays.
 *
 * @returns one per output; undefined where the signal ended it
 */
export async function switchingPairs(
  study: Study,
  { draws = heldDraws, thresholds = {} }: SwitchingOptions = {},
): Promise<readonly Analysis[] | undefined> {
  const holding = await hold(study, draws);
  const pairs = holding && (await heldPairs(holding));
  if (pairs === undefined) return undefined;
  const found: SwitchingPair[][] = study.outputs.map(() => []);
  for (const pair of pairs) {
    const own = await pairOf(holding!, pair, thresholds);
    if (own === undefined) return undefined;
    own.forEach((points, k) => {
      if (points.length > 0) found[k].push({ inputs: [pair[0].name, pair[1].name], points });
    });
  }
  return study.outputs.map((output, k) => analysisOf(holding!, found[k], output, k, thresholdOf(output, thresholds)));
}

/** By output; none where it is the same in all draws. */
async function pairOf(
  holding: Holding,
  [first, second]: readonly [Assumption, Assumption],
  thresholds: Readonly<Record<string, number>>,
): Promise<readonly SwitchingPair["points"][] | undefined> {
  const { study, free } = holding;
  const points: { at: number; second: Switching }[][] = study.outputs.map(() => []);
  for (const at of valuesAt(first, heldLevels)) {
    const columnsAt = remembering(holding, second.path, { [first.path]: at });
    for (const [k, output] of study.outputs.entries()) {
      if (isStill(free[k])) continue;
      const one = await switchingOf(columnsAt, holding, second, k, thresholdOf(output, thresholds));
      if (one === undefined) return undefined;
      points[k].push({ at, second: one });
    }
  }
  return points;
}

function analysisOf(
  holding: Holding,
  pairs: readonly SwitchingPair[],
  output: StudiedOutput,
  k: number,
  threshold: number,
): Analysis {
  const { id, unit, kind } = output;
  const none = pairs.length === 0 && !isStill(holding.free[k]);
  return {
    method: "switchingPairs",
    of: id,
    unit,
    evaluations: holding.evaluations(),
    draws: holding.draws,
    measures: Object.keys(told).map((measure) => ({ id: measure, unit: "input" })),
    rows: pairs.flatMap((own) => rowOf(holding, own)),
    curves: pairs.map(({ inputs: [input, second], points }): Curve => {
      const figures = points.flatMap(({ at, second: { roots } }) => {
        const root = nearestRoot(roots);
        return root === undefined ? [] : [{ at, figure: root.at }];
      });
      return { input, measure: "switching", ofInput: second, points: figures };
    }),
    more: { threshold, of: kind === "chance" ? "chance" : "mean", pairs },
    notes: [...notesOnHolding(holding, k), ...(none ? [noPair(output)] : [])],
  };
}

/** None where no value of the second flips the answer anywhere. */
function rowOf({ assumptions }: Holding, { inputs, points }: SwitchingPair): AnalysisRow[] {
  const first = assumptions.find(({ name }) => name === inputs[0])!;
  const figures: Record<string, Figure> = {};
  for (const [measure, level] of Object.entries(told)) {
    const [at] = valuesAt(first, [heldLevels[level]]);
    const root = nearestRoot(points.find((own) => own.at === at)?.second.roots ?? []);
    if (root !== undefined) figures[measure] = root.at;
  }
  return Object.keys(figures).length === 0 ? [] : [{ inputs, figures }];
}
