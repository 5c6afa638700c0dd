import type { Issue } from "../issues.ts";
import type { Figure } from "../result/estimate.ts";
import { heldDraws, hold, isStill, notesOnHolding, valuesAt } from "./held.ts";
import { heldFigure } from "./heldFigure.ts";
import type { Study } from "./study.ts";

export interface TwoWayOptions {
  /** At each pair of values: rounded as the design asks. */
  readonly draws?: number;
  /** Shares of each input's distribution. */
  readonly levels?: readonly number[];
}

/** What would be expected of one output over a grid of two inputs. */
export interface TwoWay {
  readonly of: string;
  readonly unit: string;
  readonly inputs: readonly [string, string];
  readonly evaluations: number;
  readonly draws: number;
  /** Values of the first input, and of the second. */
  readonly at: readonly [readonly number[], readonly number[]];
  /** By value of the first, then of the second: the mean, or of a criterion its probability. No cell where no draw has an answer. */
  readonly cells: readonly (readonly (Figure | undefined)[])[];
  readonly notes: readonly Issue[];
}

/**
 * E[Y | xᵢ, xⱼ held], over a grid of both: shows what one at a time hides, that one input matters more where another is low.
 *
 * @param paths of the two inputs
 * @returns one per output; undefined where the signal ended it
 * @throws RangeError for an input that is not drawn or on which no output depends
 */
export async function twoWay(
  study: Study,
  paths: readonly [string, string],
  { draws = heldDraws, levels = [0.05, 0.25, 0.5, 0.75, 0.95] }: TwoWayOptions = {},
): Promise<readonly TwoWay[] | undefined> {
  const holding = await hold(study, draws);
  if (holding === undefined) return undefined;
  const { assumptions, replicates } = holding;
  const [first, second] = paths.map((path) => {
    const found = assumptions.find((own) => own.path === path);
    if (found === undefined) throw new RangeError(`nothing that is asked about depends on an assumption ${path}`);
    return found;
  });
  const at = [valuesAt(first, levels), valuesAt(second, levels)] as const;
  const rows: (readonly (Figure | undefined)[])[][] = [];
  for (const own of at[0]) {
    const row: (readonly (Figure | undefined)[])[] = [];
    for (const other of at[1]) {
      const columns = await holding.columns({ [first.path]: own, [second.path]: other });
      if (columns === undefined) return undefined;
      row.push(study.outputs.map(({ kind }, k) => heldFigure(columns[k], replicates, kind)));
    }
    rows.push(row);
  }
  return study.outputs.map(({ id, unit }, k) => ({
    of: id,
    unit,
    inputs: [first.name, second.name],
    evaluations: holding.evaluations(),
    draws: holding.draws,
    at,
    cells: isStill(holding.free[k]) ? [] : rows.map((row) => row.map((figures) => figures[k])),
    notes: notesOnHolding(holding, k),
  }));
}
