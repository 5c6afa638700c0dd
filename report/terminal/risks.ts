import { plain } from "../shown.ts";
import type { View } from "../view.ts";
import { fromTable, headings, lower, textTable, wrap } from "./textTable.ts";

/** The risk matrix, ranked, and what prevention is worth; actions and roles stand on the page. */
export function riskLines({ word, risks }: View, columns: number): string[] {
  if (risks === undefined) return [];
  const { lead, table, mitigation } = risks;
  const unit = table.caption.slice(table.caption.lastIndexOf(",") + 1).trim();
  const titles = table.columns.slice(1, 5).map(({ title }) => lower(title));
  return [
    "",
    `${word("t_risks")} (${unit})`,
    ...wrap(lead.map(plain).join(" "), columns),
    ...textTable([headings(table, "", titles), ...fromTable(table, [0, 1, 2, 3, 4])], columns),
    ...(mitigation === undefined
      ? []
      : [
          "",
          ...wrap(word("riskMitigation"), columns),
          ...textTable(
            [
              headings(
                mitigation,
                "",
                mitigation.columns.slice(1, 5).map(({ title }) => lower(title)),
              ),
              ...fromTable(mitigation, [0, 1, 2, 3, 4]),
            ],
            columns,
          ),
        ]),
  ];
}
