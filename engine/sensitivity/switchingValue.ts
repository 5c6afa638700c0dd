import { sampleQuantile } from "../evidence/sample/quantileTypes.ts";
import type { FindingCode } from "../findings/index.ts";
import type { Issue } from "../issues.ts";
import type { Figure } from "../result/estimate.ts";
import { anyNumber, replicateFigure } from "../result/figure.ts";
import type { Switching, SwitchingRoot } from "../result/switching.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import { crossing, type Level, levelOf } from "./crossing.ts";
import {
  type Assumption,
  type Holding,
  heldDraws,
  hold,
  isStill,
  notesOnHolding,
  shareBelow,
  valuesAt,
} from "./held.ts";
import type { StudiedOutput, Study } from "./study.ts";

/** Shares of an input's draws between which a change of side is looked for: from the lowest to the highest. */
const searchLevels = [0, 0.05, 0.5, 0.95, 1];

/** More values than this, and whole numbers are taken for a continuous scale. */
const mostWholeValues = 32;

export interface SwitchingOptions {
  /** At each held value: rounded as the design asks. */
  readonly draws?: number;
  /** By output: the mean at which the answer flips (0 unless said), or the chance of a criterion (one half). */
  readonly thresholds?: Readonly<Record<string, number>>;
}

/**
 * How far an input may go, all else staying as uncertain as it is, before the answer flips: the value at which the expected
 * result is the threshold, or the chance of a criterion one half. Root of E[Y | xᵢ held] − threshold on common draws, its error
 * that of the mean there over the slope (delta method). Searched from the lowest to the highest value drawn.
 * Source: switching values as of HM Treasury's Green Book (2022), annex A5. Misleads where inputs that move together are moved
 * one at a time, and where the answer flips twice between two of the values tried.
 *
 * `assumed` is the input's mean, `switching` the value nearest to its median where there are several, `share` the part of the
 * input's own draws below that; `more.inputs` holds all, and what stays. Whole numbers flip from one value to the next: the
 * interval is then those two.
 *
 * @returns one per output; undefined where the signal ended it
 */
export async function switchingValue(
  study: Study,
  { draws = heldDraws, thresholds = {} }: SwitchingOptions = {},
): Promise<readonly Analysis[] | undefined> {
  const holding = await hold(study, draws);
  if (holding === undefined) return undefined;
  const found: Switching[][] = study.outputs.map(() => []);
  for (const assumption of holding.assumptions) {
    const remembered = remembering(holding, assumption.path);
    for (const [k, output] of study.outputs.entries()) {
      if (isStill(holding.free[k])) continue;
      const one = await switchingOf(remembered, holding, assumption, k, thresholdOf(output, thresholds));
      if (one === undefined) return undefined;
      found[k].push(one);
    }
  }
  return study.outputs.map((output, k) => analysisOf(holding, found[k], k, thresholdOf(output, thresholds)));
}

export const thresholdOf = ({ id, kind }: StudiedOutput, thresholds: Readonly<Record<string, number>>): number =>
  thresholds[id] ?? (kind === "chance" ? 0.5 : 0);

type Remembered = (x: number) => Promise<readonly Float64Array[] | undefined>;

/** Outputs share their runs: what was tried for one is there for the next. */
export function remembering(
  { columns }: Holding,
  path: string,
  beside: Readonly<Record<string, number>> = {},
): Remembered {
  const known = new Map<number, readonly Float64Array[]>();
  return async (x) => {
    const there = known.get(x);
    if (there !== undefined) return there;
    const run = await columns({ ...beside, [path]: x });
    if (run !== undefined) known.set(x, run);
    return run;
  };
}

/** Undefined where the signal ended it. */
export async function switchingOf(
  columnsAt: Remembered,
  { study, replicates }: Holding,
  assumption: Assumption,
  k: number,
  threshold: number,
): Promise<Switching | undefined> {
  const { sorted, name, unit, mean } = assumption;
  const levelAt = async (x: number): Promise<Level | undefined | "ended"> => {
    const columns = await columnsAt(x);
    if (columns === undefined) return "ended";
    return levelOf(x, columns[k], replicates, threshold, study.outputs[k].kind);
  };
  const whole = wholeValues(sorted);
  const tried: Level[] = [];
  const unanswered: number[] = [];
  for (const x of whole ?? valuesAt(assumption, searchLevels)) {
    const level = await levelAt(x);
    if (level === "ended") return undefined;
    if (level === undefined) unanswered.push(x);
    else tried.push(level);
  }
  const range = { low: sorted[0], high: sorted[sorted.length - 1] };
  const roots: SwitchingRoot[] = [];
  for (let i = 1; i < tried.length; i++) {
    const [left, right] = [tried[i - 1], tried[i]];
    if (left.value > 0 === right.value > 0) continue;
    const root = whole === undefined ? await crossing(levelAt, left, right, range) : wholeCrossing(left, right, sorted);
    if (root === "ended") return undefined;
    if (root === undefined) continue;
    roots.push({
      at: root,
      shareBelow: shareBelow(assumption, root.value),
      turns: right.value > 0 ? "above" : "below",
    });
  }
  const percentile = (share: number) => sampleQuantile(sorted, share);
  const nearest = tried.toSorted((a, b) => Math.abs(a.value) - Math.abs(b.value))[0];
  const chance = study.outputs[k].kind === "chance";
  const possible = chance ? { low: -threshold, high: 1 - threshold } : anyNumber;
  return {
    input: name,
    unit,
    mean,
    percentiles: {
      "0": range.low,
      "5": percentile(0.05),
      "50": percentile(0.5),
      "95": percentile(0.95),
      "100": range.high,
    },
    roots,
    ...(roots.length > 0 || nearest === undefined
      ? {}
      : {
          stays: nearest.value > 0 ? "above" : "below",
          nearest: {
            at: nearest.x,
            distance: replicateFigure(nearest.value, nearest.byReplicate, possible, chance ? nearest.se : 0),
          },
        }),
    ...(unanswered.length === 0 ? {} : { unanswered }),
  };
}

/** The values of an input that has few and only whole ones, rising: none lie between. */
function wholeValues(sorted: Float64Array): readonly number[] | undefined {
  const values: number[] = [];
  for (const own of sorted) {
    if (own === values[values.length - 1]) continue;
    if (!Number.isInteger(own) || values.length === mostWholeValues) return undefined;
    values.push(own);
  }
  return values;
}

/** Of whole numbers: the first on the other side as one leaves the median. */
function wholeCrossing(left: Level, right: Level, sorted: Float64Array): Figure {
  const value = right.x > sampleQuantile(sorted, 0.5) ? right.x : left.x;
  return { value, se: 0, low: left.x, high: right.x };
}

function analysisOf(holding: Holding, found: readonly Switching[], k: number, threshold: number): Analysis {
  const { id, unit, kind } = holding.study.outputs[k];
  const nearestTo = ({ roots }: Switching) => nearestRoot(roots);
  const far = (own: Switching) => Math.abs((nearestTo(own)?.shareBelow ?? 2) - 0.5);
  const rows = found
    .toSorted((a, b) => far(a) - far(b))
    .flatMap((own): AnalysisRow[] => {
      const root = nearestTo(own);
      if (root === undefined) return [];
      const assumption = holding.assumptions.find(({ name }) => name === own.input)!;
      const { at } = root;
      const share = {
        value: root.shareBelow,
        se: 0,
        low: Math.min(root.shareBelow, shareBelow(assumption, at.low)),
        high: Math.max(root.shareBelow, shareBelow(assumption, at.high)),
      };
      // As the switching value moves by its error, so does the share below it.
      share.se = (shareBelow(assumption, at.value + at.se) - shareBelow(assumption, at.value - at.se)) / 2;
      return [{ inputs: [own.input], figures: { assumed: certain(own.mean), switching: at, share } }];
    });
  return {
    method: "switchingValue",
    of: id,
    unit,
    evaluations: holding.evaluations(),
    draws: holding.draws,
    measures: [
      { id: "assumed", unit: "input" },
      { id: "switching", unit: "input" },
      { id: "share", unit: "share" },
    ],
    rows,
    more: { threshold, of: kind === "chance" ? "chance" : "mean", inputs: found },
    notes: [...notesOnHolding(holding, k), ...staying(found, id, threshold)],
  };
}

/** The one nearest to the input's own median. */
export const nearestRoot = (roots: readonly SwitchingRoot[]): SwitchingRoot | undefined =>
  roots.toSorted((a, b) => Math.abs(a.shareBelow - 0.5) - Math.abs(b.shareBelow - 0.5))[0];

/** Inputs that cannot flip the answer alone, by the side on which it stays. */
function staying(found: readonly Switching[], id: string, threshold: number): readonly Issue[] {
  const on = (side: "above" | "below") => found.filter(({ stays }) => stays === side).map(({ input }) => input);
  const note = (code: FindingCode, inputs: readonly string[]): Issue[] =>
    inputs.length === 0 ? [] : [{ code, path: id, with: { output: id, inputs: inputs.join(", "), threshold } }];
  return [...note("sensitivityStaysAbove", on("above")), ...note("sensitivityStaysBelow", on("below"))];
}

const certain = (value: number): Figure => ({ value, se: 0, low: value, high: value });
