import type { Language } from "../../engine/issues.ts";
import { plain, type Table } from "../shown.ts";
import { textTable, wrap } from "../terminal/textTable.ts";
import type { SensitivityView } from "./view.ts";
import { sensitivityWord as word } from "./words.ts";

/** Rows of a table in a terminal; the others are counted. */
const mostRows = 12;
/** Characters that the first column has at least. */
const fewestForNames = 28;

/** What several methods found, for a terminal. */
export function sensitivityText(view: SensitivityView, language: Language, columns: number): string {
  const head = [
    `${word("heading", language)} – ${view.title}`,
    view.made,
    ...(view.rule === "" ? [] : [view.rule]),
    ...(view.interrupted === undefined ? [] : [view.interrupted]),
  ];
  const parts = view.sections.map(({ title, question, about, headline, sentences, notes, table, grids }) => [
    ...wrap(title.toUpperCase(), columns),
    ...(question === "" ? [] : wrap(question, columns)),
    ...wrap(about, columns),
    "",
    ...[headline, ...sentences].flatMap((sentence) => wrap(sentence, columns)),
    ...notes.flatMap((note) => wrap(`! ${note}`, columns)),
    ...grids.flatMap((grid) => ["", ...wrap(grid.caption, columns), ...gridText(grid, language, columns)]),
    ...(table === undefined ? [] : tableText(table, language, columns)),
  ]);
  return [head.flatMap((line) => wrap(line, columns)), ...parts].map((lines) => lines.join("\n")).join("\n\n");
}

/** All columns, or where there is no room the first, the middle and the last. */
function gridText({ columns, rows }: Table, language: Language, width: number): readonly string[] {
  const all = [columns.map(({ title }) => title), ...rows.map(({ cells }) => cells.map(plain))];
  const few = [0, 1, Math.ceil(columns.length / 2), columns.length - 1];
  const needed = columns.reduce((sum, _, k) => sum + 2 + Math.max(...all.map((cells) => [...cells[k]].length)), 0);
  if (needed <= width) return textTable(asRows(all), width);
  return [
    ...textTable(asRows(all.map((cells) => few.map((k) => cells[k]))), width),
    ...wrap(word("wholeGrid", language), width),
  ];
}

const asRows = (cells: readonly (readonly string[])[]) => cells.map((own) => ({ cells: own }));

/** As many columns beside each other as there is room for, the others below. */
function tableText({ columns: titles, rows, note }: Table, language: Language, width: number): readonly string[] {
  const shown = rows.slice(0, mostRows).map(({ cells }) => cells.map(plain));
  const all = [titles.map(({ title }) => title), ...shown];
  const widthOf = (k: number) => 2 + Math.max(...all.map((cells) => [...cells[k]].length));
  const groups: number[][] = [];
  let room = 0;
  // A figure stays beside its interval; where there are many, the intervals are left to the page.
  const few = titles.length <= 5;
  for (let k = 1; k < titles.length; k += 2) {
    const own = few ? [k, k + 1] : [k];
    const needed = own.reduce((sum, column) => sum + widthOf(column), 0);
    if (groups.length === 0 || needed > room) {
      groups.push([]);
      room = width - fewestForNames;
    }
    groups.at(-1)!.push(...own);
    room -= needed;
  }
  const tables = groups.flatMap((group) => [
    "",
    ...textTable(
      all.map((cells) => ({ cells: [cells[0], ...group.map((k) => cells[k])] })),
      width,
    ),
  ]);
  const left = rows.length - shown.length;
  return [
    ...tables,
    ...(left > 0 ? wrap(word("more", language, { n: String(left) }), width) : []),
    ...(few ? [] : wrap(word("intervalsElsewhere", language), width)),
    ...(note === undefined ? [] : wrap(note, width)),
  ];
}
