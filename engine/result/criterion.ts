import { shareFigure } from "./figure.ts";
import type { Figure } from "./result.ts";

/** Outputs of kind `test` by what their ids begin with: criteria, and which of them a failure of `success` goes back to. */
const criterionPrefix = "criteria.";
export const unmetPrefix = "unmet.";
export const alonePrefix = "alone.";
/** Tests that stand in a part of the result of their own. */
export const ownPartPrefix = "part.";
const success = "success";

/** The name of a criterion among a result's criteria, by its output; undefined for an output that is none. */
export function criterionName(output: string): string | undefined {
  if (output.startsWith(ownPartPrefix)) return undefined;
  const [before, last] = atLastView(output);
  if (last.startsWith(unmetPrefix) || last.startsWith(alonePrefix)) return undefined;
  return before === "" && output.startsWith(criterionPrefix) ? output.slice(criterionPrefix.length) : output;
}

/** `smallTeam/criteria.gain` → `smallTeam/` and `criteria.gain`. */
function atLastView(output: string): readonly [string, string] {
  const slash = output.startsWith(criterionPrefix) ? -1 : output.lastIndexOf("/");
  return [output.slice(0, slash + 1), output.slice(slash + 1)];
}

/** How often each test was met, per replicate, by the id of its output. */
export type Hits = ReadonlyMap<string, readonly number[]>;

/**
 * What fails `success`, of a criterion that it is made of; undefined where it is of none, or nothing failed.
 *
 * @param output the criterion's @param answered draws that have an answer, per replicate
 */
export function failureShares(
  hits: Hits,
  output: string,
  answered: readonly number[],
): { readonly unmet: Figure; readonly alone: Figure } | undefined {
  const [view, own] = atLastView(output);
  if (!own.startsWith(criterionPrefix)) return undefined;
  const id = own.slice(criterionPrefix.length);
  const [met, unmet, alone] = [criterionPrefix + success, unmetPrefix + id, alonePrefix + id].map((one) =>
    hits.get(view + one),
  );
  if (met === undefined || unmet === undefined || alone === undefined) return undefined;
  const failed = answered.map((n, r) => n - met[r]);
  if (failed.every((n) => n === 0)) return undefined;
  return { unmet: shareFigure(unmet, failed), alone: shareFigure(alone, failed) };
}
