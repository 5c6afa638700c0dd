import { plain, type Table } from "../shown.ts";
import type { StopRules } from "../view/stopRules.ts";
import { tableLines } from "./financing.ts";
import { wrap } from "./textTable.ts";

/** What was agreed about stopping and what it comes to; other limits than the agreed ones stand on the page. */
export const stopRuleLines = ({ lead, tables }: StopRules, columns: number): string[] => [
  ...wrap(lead.map(plain).join(" "), columns),
  ...tables.flatMap((table) => [
    "",
    ...wrap(table.caption, columns),
    ...tableLines(table, columns),
    ...wrap(table.note ?? "", columns),
  ]),
];

export const verdictLines = (table: Table, columns: number): string[] => [
  ...tableLines(table, columns),
  ...wrap(table.note ?? "", columns),
];
