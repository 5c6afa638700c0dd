/** A number as the reader meets it, with where it comes from: what makes every figure of a report checkable against the result. */
export interface Shown {
  /** Place in the result document, keys joined by `|`: `outputs|net.organisation|mean`. `about|…` for numbers of the scenario. */
  readonly ref: string;
  /** The value that is shown, in base units (kr, shares, people). */
  readonly value: number;
  /** Rounded, with unit, in the reader's language. */
  readonly text: string;
  /** Half of it is the largest rounding error of `text`, in the same unit as `value`. 0 where the text is no rounded number. */
  readonly step: number;
}

/** A sentence whose figures can still be told from its words. */
export interface Sentence {
  readonly parts: readonly (string | Shown)[];
}

export type Cell = string | Shown | Sentence;

interface Column {
  readonly title: string;
  readonly numeric?: boolean;
}

interface TableRow {
  readonly cells: readonly Cell[];
  /** The figure that the row is about. */
  readonly id?: string;
  readonly depth?: number;
  readonly total?: boolean;
}

/** A table as data; the first cell of each row is its heading. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly note?: string;
}

export const isShown = (part: Cell): part is Shown => typeof part === "object" && "ref" in part;

/** Fills the `{name}` places of a pattern from the table of words. A place without a value is left out. */
export function fill(pattern: string, values: Readonly<Record<string, Cell>> = {}): Sentence {
  const parts: (string | Shown)[] = [];
  for (const [index, piece] of pattern.split(/\{(\w+)\}/).entries()) {
    const value: Cell = index % 2 === 0 ? piece : (values[piece] ?? "");
    if (typeof value === "string" || isShown(value)) parts.push(value);
    else parts.push(...value.parts);
  }
  return { parts: parts.filter((part) => part !== "") };
}

export const plain = (cell: Cell): string =>
  typeof cell === "string" ? cell : isShown(cell) ? cell.text : cell.parts.map(plain).join("");

/** Capital first letter, for a sentence that begins with a filled place. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
