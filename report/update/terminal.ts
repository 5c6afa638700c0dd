import type { Language } from "../../engine/issues.ts";
import { plain, type Table } from "../shown.ts";
import { fromTable, headings, lower, textTable, wrap } from "../terminal/textTable.ts";
import type { UpdateView } from "./view.ts";
import { updateWord } from "./words.ts";

/** Assumptions beyond these stand on the page. */
const mostLearnt = 6;

/** What was seen and what it changed, for a terminal; intervals stand on the page. */
export function updateLines(view: UpdateView, language: Language, columns: number): string[] {
  const lines = (own: Table | undefined, most = Number.POSITIVE_INFINITY): string[] => {
    if (own === undefined) return [];
    const titles = own.columns.slice(1).map(({ title }) => lower(title));
    const rows = fromTable({ ...own, rows: own.rows.slice(0, most) }).map(({ cells, ...rest }) => ({
      ...rest,
      cells: cells.map(withoutInterval),
    }));
    return ["", ...wrap(own.caption, columns), ...textTable([headings(own, "", titles), ...rows], columns)];
  };
  return [
    "",
    updateWord("t_title", language),
    ...wrap(view.lead.map(plain).join(" "), columns),
    ...lines(view.compared),
    ...lines(view.seen),
    ...lines(view.whole),
    ...lines(view.processes),
    ...lines(view.learnt, mostLearnt),
  ];
}

const withoutInterval = (cell: string): string => cell.replace(/ \([^()]* – [^()]*\)$/, "");
