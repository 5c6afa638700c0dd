import { type FindingCode, findings } from "./findings/index.ts";
import { ruleWords } from "./findings/rules.ts";

export type Language = "en" | "sv";
export type Severity = "error" | "warning";

/** Where in a file something stands. Lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Length of the marked text in characters, for the caret line; 1 where unknown. */
  readonly length?: number;
}

/**
 * A problem or a finding as data. Its words are made only when it is shown, from the one table in `findings/`.
 * `path` is a place in the scenario (`costs.team.post.salary`) or a figure (`returnPerKrona.region`).
 */
export interface Issue {
  readonly code: FindingCode;
  readonly path?: string;
  readonly at?: Position;
  /** The option of a scenario that it is about; absent where it holds for the file as it stands. */
  readonly option?: string;
  /** The values that the words name, by the placeholders of the table's row. */
  readonly with?: Readonly<Record<string, string | number>>;
}

/** What was found and what would be right, in the reader's language. */
export interface Words {
  readonly found: string;
  readonly mend: string;
}

export function severityOf(issue: Issue): Severity {
  return findings[issue.code].severity;
}

/** Puts an issue into words. Placeholders `{name}` of the row are filled from `issue.with`. */
export function say(issue: Issue, language: Language): Words {
  const row = findings[issue.code];
  const { found, mend } = withRulesInWords(issue.with, language);
  const what = filled(row.found[language], found);
  return {
    found: issue.option === undefined ? what : ofOption(issue.option, what, language),
    mend: filled(row.mend[language], mend),
  };
}

const ofOption = (option: string, found: string, language: Language): string =>
  language === "sv" ? `I alternativet ${option}: ${found}` : `In the option ${option}: ${found}`;

type Values = Readonly<Record<string, string | number>>;

/** A rule that has words is said in them, beside its symbols where it is broken; numbers that would be possible stay as they are. */
function withRulesInWords(values: Values = {}, language: Language): { readonly found: Values; readonly mend: Values } {
  const { rule, possible } = values;
  const words = rule === undefined ? undefined : ruleWords[rule]?.[language];
  if (words === undefined) return { found: values, mend: values };
  const mend = { ...values, rule: words, ...(possible === rule ? { possible: words } : {}) };
  return { found: { ...values, rule: `${words} (${rule})` }, mend };
}

/** A text with its `{name}` places filled; "?" where there is no such value. */
export function filled(text: string, values: Readonly<Record<string, unknown>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? "?"));
}

/** Thrown where a caller asked for something that cannot be had; carries every problem found, not only the first. */
export class UtfallError extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => `${issue.path ? `${issue.path}: ` : ""}${say(issue, "en").found}`).join("\n"));
    this.name = "UtfallError";
    this.issues = issues;
  }
}

/** The error of a computation that has no answer for these numbers: what was asked for, and the rule that does not hold. */
export function impossible(what: string, rule: string, values: Readonly<Record<string, number>>): UtfallError {
  const shown = Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  return new UtfallError([{ code: "evidenceRule", with: { what, rule, values: shown } }]);
}
