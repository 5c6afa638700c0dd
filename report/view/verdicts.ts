import type { Context } from "../context.ts";
import type { Table } from "../shown.ts";
import { goalTitle } from "./criteria.ts";

/** How often a follow-up would say the right thing of each goal. Undefined where no goal is on what is followed up. */
export function verdicts(context: Context): Table | undefined {
  const { result, word } = context;
  const { verdicts: own = [] } = result;
  if (own.length === 0) return undefined;
  const parts = ["met", "seen", "seenOnly", "metOnly"] as const;
  const titles = {
    met: "verdictMet",
    seen: "verdictSeen",
    seenOnly: "verdictSeenOnly",
    metOnly: "verdictMetOnly",
  } as const;
  return {
    caption: word("verdicts"),
    columns: [{ title: word("goal") }, ...parts.map((part) => ({ title: word(titles[part]), numeric: true }))],
    rows: own.map((verdict, k) => ({
      id: `verdicts.${verdict.criterion}`,
      cells: [
        goalTitle(context, verdict.criterion),
        ...parts.map((part) => context.chance(`verdicts|${k}|${part}`, verdict[part])),
      ],
      total: verdict.criterion === "success",
    })),
    note: word("verdictsNote"),
  };
}
