import type { YAMLError } from "yaml";
import type { Issue } from "../engine/issues.ts";
import { numberProblem } from "./literal.ts";
import { clipped, positionAt } from "./source.ts";

/** After so many the rest is noise. */
const mostSyntaxErrors = 50;

/** How often a letter stands in a text. */
export const count = (text: string, letter: string): number => text.split(letter).length - 1;

/** The parser's complaints in plain words: one per line, as what follows a slip is mostly its echo. */
export function syntaxIssues(
  all: readonly YAMLError[],
  place: { readonly file: string; readonly text: string },
): Issue[] {
  const issues: Issue[] = [];
  // A tab upsets every line that follows.
  const tabs = all.filter((error) => error.code === "TAB_AS_INDENT");
  for (const error of (tabs.length > 0 ? tabs : all).slice(0, mostSyntaxErrors)) {
    // Inside brackets a missing comma shows as a key over two lines as well.
    const comma = all.some((other) => other.code === "BLOCK_IN_FLOW" && other.pos[0] === error.pos[0]);
    if (error.code === "MULTILINE_IMPLICIT_KEY" && comma) continue;
    if (error.code === "MISSING_CHAR" && /quote/.test(error.message)) {
      const open = openQuote(place.text);
      issues.push({ code: "yamlQuoteOpen", at: positionAt(place, open ?? error.pos[0]) });
      break;
    }
    const at = positionAt(place, Math.min(error.pos[0], Math.max(0, place.text.length - 1)), error.pos[1]);
    if (issues.some((issue) => issue.at!.line === at.line)) continue;
    const { code, with: values } = syntaxIssue(error, place.text);
    const opened = code === "yamlBracket" ? openBracket(place.text, error.pos[0]) : undefined;
    issues.push({ code, at: opened === undefined ? at : positionAt(place, opened), with: clipped(values) });
    if (opened !== undefined) break;
  }
  return issues;
}

/** Where the outermost bracket stands that is still open at a place: what it swallows is upset only where it ends. */
function openBracket(text: string, before: number): number | undefined {
  const open: number[] = [];
  let quote = "";
  for (let at = 0; at < before; at++) {
    const letter = text[at];
    const afterBreak = at === 0 || /[\s,[{:]/.test(text[at - 1]);
    if (quote !== "") {
      if (letter === quote) quote = "";
    } else if ((letter === '"' || letter === "'") && afterBreak) quote = letter;
    else if (letter === "#" && (at === 0 || /\s/.test(text[at - 1]))) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? before : end;
    } else if (letter === "{" || letter === "[") open.push(at);
    else if ((letter === "}" || letter === "]") && open.length > 0) open.pop();
  }
  return open[0];
}

/** Where the first line with an odd number of quotation marks opens one: the end of the file, where it is missed, tells little. */
function openQuote(text: string): number | undefined {
  let from = 0;
  for (const line of text.split("\n")) {
    for (const mark of ['"', "'"]) {
      const opens = line.search(new RegExp(`(^|[\\s:,\\[{])${mark}`));
      if (opens >= 0 && count(line, mark) % 2 === 1) return from + line.indexOf(mark, opens);
    }
    from += line.length + 1;
  }
  return undefined;
}

function syntaxIssue(error: YAMLError, text: string): Issue {
  const lineStart = text.lastIndexOf("\n", error.pos[0] - 1) + 1;
  const lineEnd = text.indexOf("\n", error.pos[0]);
  const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  const rest = text.slice(error.pos[0], lineEnd < 0 ? undefined : lineEnd);
  const value = /(?:^|[{,[]\s*|^\s*)[\w.-]+:\s+([*>&|%@`!].*)$/.exec(line)?.[1] ?? rest;
  const first = value.trim()[0] ?? "";
  const minus = /(?:^|[\s{[,:])([-−]\s+\d[^,}\]#]*)/.exec(line)?.[1].trim();
  if (
    (error.code === "BLOCK_IN_FLOW" || error.code === "UNEXPECTED_TOKEN") &&
    minus !== undefined &&
    numberProblem(minus) !== undefined
  ) {
    return { code: "minusSpace", with: { written: minus, right: minus.replace(/\s+/, "") } };
  }
  switch (error.code) {
    case "BAD_ALIAS":
      return { code: "yamlQuoteNeeded", with: { first: "*", value: value.trim() } };
    case "BAD_SCALAR_START":
      return { code: "yamlQuoteNeeded", with: { first, value: value.trim() } };
    case "UNEXPECTED_TOKEN":
      if (first === ">" || first === "|" || />\s*\S/.test(line.slice(line.indexOf(":") + 1))) {
        const block = /:\s*([>|].*)$/.exec(line)?.[1] ?? value.trim();
        if (/^[>|]/.test(block)) return { code: "yamlQuoteNeeded", with: { first: block[0], value: block.trim() } };
      }
      if (/node end/.test(error.message) && /[{[]/.test(line)) return { code: "yamlComma" };
      return { code: "yamlUnreadable", with: { text: line.trim() } };
    case "BLOCK_IN_FLOW":
      return rest.startsWith("-") ? { code: "yamlUnreadable", with: { text: line.trim() } } : { code: "yamlComma" };
    case "TAB_AS_INDENT":
      return { code: "yamlTab" };
    case "BAD_INDENT":
      return /\]|\}/.test(error.message) ? { code: "yamlBracket" } : { code: "yamlIndent" };
    case "MISSING_CHAR":
      if (/Missing ,/.test(error.message)) return { code: "yamlComma" };
      if (/\]|\}/.test(error.message)) return { code: "yamlBracket" };
      if (/map values/.test(error.message)) return { code: "yamlColon", with: { text: line.trim() } };
      return { code: "yamlUnreadable", with: { text: line.trim() } };
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return /:\s.*:\s/.test(line) ? { code: "yamlTwoColons", with: { text: line.trim() } } : { code: "yamlIndent" };
    case "MULTIPLE_DOCS":
      return { code: "yamlDocuments" };
    default:
      return { code: "yamlUnreadable", with: { text: line.trim() } };
  }
}
