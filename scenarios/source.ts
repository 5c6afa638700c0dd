import type { Position } from "../engine/issues.ts";

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

/** Line and column, both from 1, of an offset. */
export function positionAt(source: Pick<Source, "file" | "text">, from: number, to = from + 1): Position {
  const before = source.text.slice(0, from);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.split("\n").length;
  const lineEnd = source.text.indexOf("\n", from);
  const length = Math.max(1, Math.min(to, lineEnd < 0 ? source.text.length : lineEnd) - from);
  return { file: source.file, line, column: from - lineStart + 1, length };
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
