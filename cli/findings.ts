import { type Issue, type Language, say, severityOf } from "../engine/issues.ts";
import { renderIssue } from "../scenarios/render.ts";
import { BadInput } from "./badInput.ts";
import type { Io } from "./io.ts";

/** One finding for people: with the line it is about where the text is at hand. */
export const findingText = (issue: Issue, language: Language, text = ""): string =>
  `${renderIssue(issue, text, language)}\n`;

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
  const text = error instanceof BadInput ? error.text : undefined;
  return error.issues.map((issue) => findingText(issue, language, text)).join("\n");
}
