import { plain, type Table } from "../shown.ts";

const widthOf = (text: string): number => [...text].length;

/** Breaks at spaces, never at no-break spaces; a longer word stands alone on its line. */
export function wrap(text: string, width: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n\t]+/).filter((piece) => piece !== "")) {
    if (line && widthOf(line) + 1 + widthOf(word) > width - indent) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  return lines.map((one) => " ".repeat(indent) + one);
}

interface TextRow {
  readonly cells: readonly string[];
  readonly depth?: number;
}

/** Below this a first column gets lines of its own. */
const narrowest = 26;

/** First column wraps, the others are as wide as their widest cell and stand to the right. */
export function textTable(rows: readonly TextRow[], columns: number): string[] {
  const count = Math.max(0, ...rows.map((row) => row.cells.length));
  const widths = Array.from({ length: count }, (_, k) => Math.max(...rows.map((row) => widthOf(row.cells[k] ?? ""))));
  const right = widths.slice(1).reduce((sum, width) => sum + width + 2, 0);
  if (columns - right < narrowest) {
    return rows.flatMap((row) => [
      ...wrap(row.cells[0], columns, 2 * (row.depth ?? 0)),
      "    " +
        row.cells
          .slice(1)
          .map((cell, k) => " ".repeat(widths[k + 1] - widthOf(cell)) + cell)
          .join("  "),
    ]);
  }
  const room = columns - right;
  const first = Math.min(room, Math.max(...rows.map((row) => widthOf(row.cells[0]) + 2 * (row.depth ?? 0))));
  return rows.flatMap((row) => {
    const wrapped = wrap(row.cells[0], first, 2 * (row.depth ?? 0));
    const title = wrapped.length > 0 ? wrapped : [""];
    const rest = widths
      .slice(1)
      .map((width, k) => `  ${" ".repeat(width - widthOf(row.cells[k + 1] ?? ""))}${row.cells[k + 1] ?? ""}`);
    return title.map((line, k) =>
      (k < title.length - 1 ? line : line + " ".repeat(Math.max(0, first - widthOf(line))) + rest.join("")).trimEnd(),
    );
  });
}

export const fromTable = (table: Table, pick?: readonly number[]): TextRow[] =>
  table.rows.map(({ cells, depth }) => ({
    cells: (pick ? pick.map((k) => cells[k]) : cells).map(plain),
    ...(depth ? { depth } : {}),
  }));
export const headings = (table: Table, first: string, rest: readonly string[]): TextRow => ({
  cells: [first, ...rest.slice(0, table.columns.length - 1)],
});

export const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
