import type { Issue } from "../engine/issues.ts";

/** What had to be left out of a file so that the rest of it can be read. */
export interface Lost {
  /** Paths of the entries, keys joined by dots. */
  readonly paths: readonly string[];
  /** Keys that stood in them: something else may refer to these. */
  readonly names: readonly string[];
}

export const nothingLost: Lost = { paths: [], names: [] };

/** Entries left out before one gives up. */
const mostEntries = 20;

/**
 * Leaves out the entries in which a syntax error stands, one after the other, until the rest can be read: it is then checked as
 * well, and one slip of the pen does not hide all others. What is left out becomes blanks, so that every place stays.
 *
 * @param errorsOf what is wrong with the syntax of a text, each at its line
 * @returns the text that can be read, with every error on the way; undefined text where none can be told
 */
export function salvage(
  text: string,
  errorsOf: (text: string) => readonly Issue[],
): { readonly text?: string; readonly issues: readonly Issue[]; readonly lost: Lost } {
  const lines = text.split("\n");
  const issues: Issue[] = [...errorsOf(text)];
  const lost = { paths: [] as string[], names: [] as string[] };
  const isBlock = !/^[{[]/.test(lines.find((line) => isWritten(line))?.trim() ?? "");
  let found: readonly Issue[] = issues;
  for (let entries = 0; found.length > 0; entries++) {
    if (!isBlock || entries === mostEntries || found.some(({ code }) => code === "yamlDocuments"))
      return { issues, lost };
    for (const { at } of found) if (!leaveOut(lines, (at?.line ?? 1) - 1, lost)) return { issues, lost };
    found = errorsOf(lines.join("\n"));
    issues.push(...found);
  }
  return { text: lines.join("\n"), issues, lost };
}

const isWritten = (line: string): boolean => /^\s*[^\s#]/.test(line) && !/^---/.test(line);
const depthOf = (line: string): number => line.search(/\S/);
const keyOf = (line: string): string | undefined =>
  /^\s*(?:- )?["']?([^\s"':#{[][^:"']*?)["']?:(?:\s|$)/.exec(line)?.[1];

/** Words before a colon. One begins only where no other does, and is of bounded length: lines may be very long. */
const ids = /(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9]{0,99})["']?\s{0,9}:/g;

/** Blanks the entry that a line belongs to, and what stands under it; false where there is nothing left to blank. */
function leaveOut(lines: string[], at: number, lost: { paths: string[]; names: string[] }): boolean {
  let first = Math.min(at, lines.length - 1);
  while (first >= 0 && !isWritten(lines[first])) first--;
  if (first < 0) return false;
  const depth = depthOf(lines[first]);
  lost.paths.push(pathTo(lines, first));
  let last = first;
  const isInside = (line: string) => !isWritten(line) || depthOf(line) > depth || /^\s*[}\]]/.test(line);
  while (last + 1 < lines.length && isInside(lines[last + 1])) last++;
  for (let line = first; line <= last; line++) {
    for (const [, name] of lines[line].matchAll(ids)) lost.names.push(name);
    lines[line] = lines[line].replace(/\S/g, " ");
  }
  const above = lines.slice(0, first).findLastIndex(isWritten);
  const below = lines.slice(last + 1).find(isWritten);
  const isEmpty = above >= 0 && depthOf(lines[above]) < depth && /:\s*(#.*)?$/.test(lines[above]);
  if (isEmpty && (below === undefined || depthOf(below) <= depthOf(lines[above]))) leaveOut(lines, above, lost);
  return true;
}

/** The keys above a line, by how far they stand in. */
function pathTo(lines: readonly string[], at: number): string {
  const keys: string[] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (let line = at; line >= 0 && depth > 0; line--) {
    if (!isWritten(lines[line]) || depthOf(lines[line]) >= depth) continue;
    depth = depthOf(lines[line]);
    keys.unshift(keyOf(lines[line]) ?? "");
  }
  return keys.join(".");
}
