import { plain, type Table } from "../shown.ts";
import type { Financing } from "../view/financing.ts";
import { lower, textTable, wrap } from "./textTable.ts";

/** Who carries the risk: the sentences, then every table under its caption. */
export const financingLines = ({ lead, tables }: Financing, columns: number): string[] => [
  ...wrap(lead.map(plain).join(" "), columns),
  ...tables.flatMap((table) => [
    "",
    ...wrap(table.caption, columns),
    ...tableLines(table, columns),
    ...wrap(table.note ?? "", columns),
  ]),
];

/** Columns of words stand together in the first one; letters stand in place of headings that are long, told below. */
export function tableLines({ columns: all, rows }: Table, columns: number): string[] {
  const words = all.findIndex(({ numeric }) => numeric);
  const titles = all.slice(words).map(({ title }) => lower(title));
  const isLong = titles.join("  ").length > columns / 2;
  const letters = titles.map((_, index) => `(${"abcdefgh"[index]})`);
  return [
    ...textTable(
      [
        { cells: ["", ...(isLong ? letters : titles)] },
        ...rows.map(({ cells }) => ({
          cells: [
            cells
              .slice(0, words)
              .map(plain)
              .filter((text) => text !== "")
              .join(", "),
            ...cells.slice(words).map(plain),
          ],
        })),
      ],
      columns,
    ),
    ...(isLong ? wrap(titles.map((title, index) => `${letters[index]} ${title}`).join("  "), columns) : []),
  ];
}
