import type { Context } from "../context.ts";
import type { Table } from "../shown.ts";
import { goalTitle } from "./criteria.ts";

/**
 * Of the outcomes that fall short of success: how many miss each goal, and how many would have been a success had that goal
 * alone been met. Undefined where success is one goal, or never fails.
 */
export function failures(context: Context): Table | undefined {
  const { about, result, word } = context;
  const rows = about.criteria.flatMap(({ id }) => {
    const shares = Object.hasOwn(result.criteria, id) ? result.criteria[id].ofFailures : undefined;
    if (shares === undefined) return [];
    const cell = (part: "unmet" | "alone") =>
      context.shown(`criteria|${id}|ofFailures|${part}`, shares[part], "share", 2);
    return [{ cells: [goalTitle(context, id), cell("unmet"), cell("alone")] }];
  });
  if (rows.length === 0) return undefined;
  return {
    caption: word("inTheWay"),
    columns: [
      { title: word("goal") },
      { title: word("unmet"), numeric: true },
      { title: word("unmetAlone"), numeric: true },
    ],
    rows,
    note: word("inTheWayNote"),
  };
}
