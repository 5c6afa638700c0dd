import { type Issue, type Language, say, severityOf } from "../engine/issues.ts";

const words = {
  en: { error: "error", warning: "warning" },
  sv: { error: "fel", warning: "varning" },
} as const;

/** Longest part of a source line that is shown. */
const widest = 110;

/**
 * An issue for people: where it is and what was found, the line of the file with a mark under the place, and what would be
 * right. Without a place in the file (a scenario given as a value), its path stands instead.
 * @param text the text that was checked; empty where there is none
 */
export function renderIssue(issue: Issue, text: string, language: Language): string {
  const { found, mend } = say(issue, language);
  const severity = words[language][severityOf(issue)];
  const { at } = issue;
  if (at === undefined) return `${issue.path ? `${issue.path}: ` : ""}${severity}: ${found}\n  → ${mend}`;
  const head = `${at.file}:${at.line}:${at.column}: ${severity}: ${found}`;
  const line = text.replace(/^\ufeff/, "").split(/\r?\n/)[at.line - 1];
  if (line === undefined || line.trim() === "") return `${head}\n  → ${mend}`;
  const { shown, column, length } = excerpt(line, at.column, at.length ?? 1);
  const number = String(at.line);
  const gutter = " ".repeat(number.length);
  // Tabs and wide letters keep their width in the blank part, so that the mark stands under its place.
  const blank = shown.slice(0, column - 1).replace(/[^\t]/g, " ");
  return [head, ` ${number} | ${shown}`, ` ${gutter} | ${blank}${"^".repeat(length)}`, `  → ${mend}`].join("\n");
}

/** The part of a long line around the marked place. */
function excerpt(line: string, column: number, length: number): { shown: string; column: number; length: number } {
  const start = column > widest - 20 ? column - 40 : 0;
  const shown =
    (start > 0 ? "… " : "") + line.slice(start, start + widest) + (line.length > start + widest ? " …" : "");
  const shift = start > 0 ? start - 2 : 0;
  const at = Math.max(1, column - shift);
  return { shown, column: at, length: Math.max(1, Math.min(length, shown.length - at + 1)) };
}
