import { UtfallError } from "../issues.ts";
import { layoutOf } from "../summary/layout.ts";
import { defaultMemoryBudgetMiB } from "./memory.ts";
import type { RunRequest } from "./request.ts";

const mebibyte = 1_048_576;
const columnBytes = 8;
/** Bytes per draw that weights and the sorting of one column take. */
const workBytes = 80;

/**
 * Which outputs' columns are kept while draws are made, and which are made again in what groups. Of outputs that are summed up
 * alike only the first.
 *
 * @param most draws of the whole run @throws UtfallError `memoryBudget` where not even one column fits, or whole columns are asked
 * for and do not
 */
export function heldColumns(
  {
    graph,
    memoryBudgetMiB = defaultMemoryBudgetMiB,
    wholeColumns,
  }: Pick<RunRequest, "graph" | "memoryBudgetMiB" | "wholeColumns">,
  most: number,
): { readonly held: readonly number[]; readonly again: readonly (readonly number[])[] } {
  const { kept, moments, tests, years } = layoutOf(graph);
  const first = wholeColumns ? kept : [];
  const order = [...new Set([...first, ...kept, ...moments, ...tests, ...years])];
  const fit = Math.floor(((memoryBudgetMiB * mebibyte) / most - workBytes) / columnBytes);
  const needed = Math.max(1, first.length);
  if (fit < needed && order.length > 0) {
    const bytes = most * (workBytes + columnBytes * needed);
    const values = { draws: most, outputs: needed, needed: Math.ceil(bytes / mebibyte), budget: memoryBudgetMiB };
    throw new UtfallError([{ code: "memoryBudget", with: values }]);
  }
  if (order.length <= fit) return { held: order, again: [] };
  // What is made again needs room beside what is kept.
  const room = Math.max(1, Math.floor((fit - first.length) / 2));
  const held = order.slice(0, Math.max(first.length, fit - room));
  const again: (readonly number[])[] = [];
  for (let at = held.length; at < order.length; at += room) again.push(order.slice(at, at + room));
  return { held, again };
}
