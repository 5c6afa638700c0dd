import type { Issue, Position } from "../engine/issues.ts";

/** Where a value and its key stand in the text: offsets from its start. */
export interface Extent {
  readonly key?: readonly [number, number];
  readonly value: readonly [number, number];
  /** Where the characters of a one-line text begin, so that a place inside it can be shown. */
  readonly textFrom?: number;
}

/** A document as plain data, with the place of everything in it. Paths join keys and list numbers with dots. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  readonly extents: ReadonlyMap<string, Extent>;
}

/** Offsets at which the lines of a text begin, found once per text. */
const lineStarts = new WeakMap<object, readonly number[]>();

function startsOf(place: Pick<Source, "text">): readonly number[] {
  const known = lineStarts.get(place);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = place.text.indexOf("\n"); at >= 0; at = place.text.indexOf("\n", at + 1)) starts.push(at + 1);
  lineStarts.set(place, starts);
  return starts;
}

/** Line and column, both from 1, of an offset. */
export function positionAt(place: Pick<Source, "file" | "text">, from: number, to = from + 1): Position {
  const starts = startsOf(place);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= from) low = middle;
    else high = middle - 1;
  }
  const lineEnd = low + 1 < starts.length ? starts[low + 1] - 1 : place.text.length;
  const length = Math.max(1, Math.min(to, lineEnd) - from);
  return { file: place.file, line: low + 1, column: from - starts[low] + 1, length };
}

/** The place of a path, or of the nearest thing above it that is written in the file. */
export function positionOfPath(source: Source, path: string, part: "key" | "value" = "value"): Position | undefined {
  if (source.extents.size === 0) return undefined;
  const extent = source.extents.get(path);
  if (extent !== undefined) {
    const [from, to] =
      part === "key" || extent.value[1] <= extent.value[0] ? (extent.key ?? extent.value) : extent.value;
    return positionAt(source, from, to);
  }
  const cut = path.lastIndexOf(".");
  if (path === "") return positionAt(source, 0);
  return positionOfPath(source, cut < 0 ? "" : path.slice(0, cut), "key");
}

/** The place of some characters inside a text. */
export function positionInText(source: Source, path: string, from: number, to: number): Position | undefined {
  const extent = source.extents.get(path);
  if (extent?.textFrom === undefined) return positionOfPath(source, path);
  return positionAt(source, extent.textFrom + from, extent.textFrom + to);
}

export const join = (path: string, key: string | number): string => (path === "" ? String(key) : `${path}.${key}`);

/** Values for a message, none of them longer than a line. */
export function clipped(values: Issue["with"]): NonNullable<Issue["with"]> {
  const clip = (value: string | number) =>
    typeof value === "string" && value.length > 120 ? `${value.slice(0, 119)}…` : value;
  return Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, clip(value)]));
}
