import type * as z from "zod";
import { type FindingCode, findings } from "../../engine/findings/index.ts";
import type { Issue } from "../../engine/issues.ts";
import { nearestName, suggestion } from "../nearest.ts";
import { formatName } from "../schema/head.ts";
import { type ScenarioContent, scenario } from "../schema/index.ts";
import { join, type Source } from "../source.ts";
import { isFull, report } from "./checking.ts";

type Plain = { [key: string]: unknown };

/** What a broken document is understood to hold: its sound parts, so that everything else can be checked as well. */
export interface Understood {
  readonly content: ScenarioContent;
  readonly issues: readonly Issue[];
  /** Paths that were left out because something in them is wrong. */
  readonly dropped: readonly string[];
}

const placeholders: Readonly<Record<string, string>> = { format: formatName, id: "unnamed", title: "–" };

/** Holds the document against the schema; what doesn't fit is told and left out. */
export function understand(source: Source): Understood {
  const draft = structuredClone(source.value) as Plain;
  const issues: Issue[] = [];
  const dropped: string[] = [];
  const told = new Set<string>();
  /** Keys that a misspelt one beside them was meant to be. */
  const meant = new Set<string>();
  for (;;) {
    // A file is read once: making code for each kind of section takes longer than doing without.
    const outcome = scenario.safeParse(draft, { jitless: true });
    if (outcome.success) return { content: inOrderOf(draft, outcome.data) as ScenarioContent, issues, dropped };
    let changed = false;
    // A dependence by factors comes later as a whole: what it lacks of a pair is not worth a word.
    for (const problem of outcome.error.issues) {
      if (problem.code !== "unrecognized_keys") continue;
      if (problem.keys.includes("factor")) dropped.push(problem.path.join("."));
      const known = problem.message.slice("known:".length).split(",");
      for (const key of problem.keys) meant.add([...problem.path, nearestName(key, known) ?? key].join("."));
    }
    for (const problem of outcome.error.issues) {
      const path = problem.path.map(String);
      if (problem.code === "unrecognized_keys") {
        const known = problem.message.slice("known:".length).split(",");
        for (const key of problem.keys) {
          reportKey({ source, issues }, path, key, known);
          dropped.push([...path, key].join("."));
          changed = remove(draft, [...path, key]) || changed;
        }
        continue;
      }
      const place = path.join(".");
      const missing = lookUp(draft, path) === undefined;
      // What is missing only because it was cut away here has been told already.
      const cutAway =
        dropped.includes(path.slice(0, -1).join(".")) ||
        (missing && dropped.some((path) => path === place || path.startsWith(`${place}.`)));
      // `paidby:` is told of as a slip; that `paidBy` is missing says nothing more.
      if (!told.has(place) && !cutAway && !(missing && meant.has(place)))
        reportProblem({ source, issues }, path, problem.message, missing, lookUp(source.value, path));
      told.add(place);
      if (missing && path.length === 1 && placeholders[path[0]] !== undefined) draft[path[0]] = placeholders[path[0]];
      else {
        const out = missing ? path.slice(0, -1) : path;
        dropped.push(out.join("."));
        changed = remove(draft, out) || changed;
        continue;
      }
      changed = true;
    }
    if (!changed) throw new Error("a document that breaks the schema could not be cut down to its sound parts");
  }
}

/** Tells of a key that nothing knows. */
export function reportKey(
  to: { source: Source; issues: Issue[] },
  path: readonly string[],
  key: string,
  known: readonly string[],
): void {
  if (isFull(to)) return;
  const place = join(path.join("."), key);
  report(
    to,
    "unknownKey",
    place,
    {
      key,
      nearest: suggestion(
        key,
        known.filter((own) => own !== "$schema"),
      ),
    },
    "key",
  );
}

/** Tells of a value that does not fit the schema. */
export function reportProblem(
  to: { source: Source; issues: Issue[] },
  path: readonly string[],
  message: string,
  missing: boolean,
  value: unknown,
  format = formatName,
): void {
  const place = path.join(".");
  const key = path.at(-1) ?? "the file";
  if (missing) {
    if (place === "format") report(to, "formatMissing", place, { right: format });
    else report(to, "keyMissing", place, { key });
    return;
  }
  if (message.startsWith("choice:")) {
    const choices = message.slice("choice:".length);
    report(to, "choiceUnknown", place, {
      key,
      value: typeof value === "object" ? "{ … }" : String(value),
      choices,
    });
    return;
  }
  const code: FindingCode = Object.hasOwn(findings, message) ? (message as FindingCode) : "wordExpected";
  report(to, code, place, { key });
}

/** All in which a document of one format breaks its schema. */
export function reportShape(
  to: { source: Source; issues: Issue[] },
  problems: readonly z.core.$ZodIssue[],
  format: string,
): void {
  /** Keys that a misspelt one beside them was meant to be: that they are missing says nothing more. */
  const meant = new Set<string>();
  for (const problem of problems) {
    if (problem.code !== "unrecognized_keys") continue;
    const path = problem.path.map(String);
    const known = problem.message.slice("known:".length).split(",");
    for (const key of problem.keys) {
      reportKey(to, path, key, known);
      meant.add([...path, nearestName(key, known) ?? key].join("."));
    }
  }
  for (const problem of problems) {
    const path = problem.path.map(String);
    if (problem.code === "unrecognized_keys" || meant.has(path.join("."))) continue;
    const value = lookUp(to.source.value, path);
    reportProblem(to, path, problem.message, value === undefined, value, format);
  }
}

export function lookUp(value: unknown, path: readonly string[]): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Plain)[key];
  }
  return at;
}

function remove(draft: Plain, path: readonly string[]): boolean {
  const parent = lookUp(draft, path.slice(0, -1));
  const key = path.at(-1);
  if (key === undefined || typeof parent !== "object" || parent === null || !Object.hasOwn(parent, key)) return false;
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete (parent as Plain)[key];
  return true;
}

/** Puts the keys of a document with defaults into the order of the document as written: order is what inputs are numbered by. */
function inOrderOf(written: unknown, full: unknown): unknown {
  if (Array.isArray(full))
    return full.map((item, index) => inOrderOf(Array.isArray(written) ? written[index] : undefined, item));
  if (typeof full !== "object" || full === null) return full;
  const from: Plain =
    typeof written === "object" && written !== null && !Array.isArray(written) ? (written as Plain) : {};
  const ordered: Plain = {};
  for (const key of [...Object.keys(from), ...Object.keys(full)]) {
    if (Object.hasOwn(ordered, key) || !Object.hasOwn(full, key)) continue;
    const value = (full as Plain)[key];
    if (value !== undefined) ordered[key] = inOrderOf(from[key], value);
  }
  return ordered;
}
