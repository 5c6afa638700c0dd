import { type Issue, type Language, say, severityOf } from "../engine/issues.ts";
import { readScenarioFile } from "../scenarios/files.ts";
import { renderIssue } from "../scenarios/render.ts";
import { BadInput, type FileText } from "./badInput.ts";
import type { Io } from "./io.ts";

/** One finding for people: with the line it is about, where it stands in the text at hand or in another file of unit costs. */
export function findingText(issue: Issue, language: Language, source?: FileText): string {
  const at = issue.at?.file;
  const text = at === undefined || at === "" || at === source?.file ? source?.text : textOf(at);
  return `${renderIssue(issue, text ?? "", language)}\n`;
}

function textOf(file: string): string | undefined {
  const read = readScenarioFile(file);
  return read.ok ? read.text : undefined;
}

/** One finding for programs. */
export function findingData(issue: Issue, language: Language) {
  return { ...issue, severity: severityOf(issue), ...say(issue, language) };
}

export async function printWarnings(
  issues: readonly Issue[],
  language: Language,
  io: Pick<Io, "stderr">,
): Promise<void> {
  for (const issue of issues) await io.stderr.write(findingText(issue, language));
}

/** All problems of an error that is the user's to mend. */
export function problemsText(error: { readonly issues: readonly Issue[] }, language: Language): string {
  const source = error instanceof BadInput ? error.source : undefined;
  return error.issues.map((issue) => findingText(issue, language, source)).join("\n");
}
