import { UtfallError } from "../issues.ts";
import { layoutOf } from "../summary/layout.ts";
import type { RunRequest } from "./request.ts";

export const defaultMemoryBudgetMiB = 2048;
const mebibyte = 1_048_576;
/**
 * More than this is not gathered while draws are made for the first time: making them again is cheaper than so much memory. A large
 * run takes longer to make again, and may take more.
 */
const gatheredMiB = (draws: number): number => Math.min(96, Math.max(48, (48 * draws) / 1_048_576));
/** More passes are made rather than gathering more than this. */
const mostAgainMiB = 128;

/** How the memory budget of a run is shared between whole columns and what percentiles are chosen from. */
export interface Memory {
  /** Bytes that may be gathered while draws are made. */
  readonly gatheredBytes: number;
  /** MiB for what is gathered in a second pass: as a rule, and where one output needs more. */
  readonly againMiB: number;
  readonly mostAgainMiB: number;
}

/** @param most draws of the whole run @throws UtfallError `memoryBudget` where whole columns are asked for and do not fit */
export function memoryOf(
  { graph, memoryBudgetMiB = defaultMemoryBudgetMiB, wholeColumns }: RunRequest,
  most: number,
): Memory {
  const outputs = layoutOf(graph).kept.length;
  const columnsMiB = wholeColumns ? (8 * most * outputs) / mebibyte : 0;
  const left = memoryBudgetMiB - columnsMiB;
  if (left < 0) {
    const values = { draws: most, outputs, needed: Math.ceil(columnsMiB), budget: memoryBudgetMiB };
    throw new UtfallError([{ code: "memoryBudget", with: values }]);
  }
  return {
    gatheredBytes: Math.min(gatheredMiB(most), left / 2) * mebibyte,
    againMiB: Math.min(mostAgainMiB, left),
    mostAgainMiB: left,
  };
}
