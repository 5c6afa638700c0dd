import { nearestName, suggestion } from "../nearest.ts";
import { evidenceWords, rowWords } from "../schema/parts.ts";
import { type Checking, report } from "./checking.ts";
import { shown } from "./shown.ts";

/** What may be said about a quantity beside its value. */
export const noteKeys: ReadonlySet<string> = new Set([
  "title",
  "unit",
  "source",
  "evidence",
  "row",
  "assumption",
  "year",
  "note",
  "shared",
  "accept",
  "referenceClass",
]);

const choices: Readonly<Record<string, readonly string[]>> = {
  evidence: evidenceWords,
  row: rowWords,
};

/** Checks what a quantity says about itself. */
export function checkNotes(checking: Checking, map: { readonly [key: string]: unknown }, path: string): void {
  for (const [key, allowed] of Object.entries(choices)) {
    const value = map[key];
    if (value === undefined || (typeof value === "string" && allowed.includes(value))) continue;
    const near = typeof value === "string" ? nearestName(value, allowed) : undefined;
    report(checking, "choiceUnknown", `${path}.${key}`, {
      key,
      value: shown(value),
      choices: near ?? allowed.join(", "),
    });
  }
  const { year, shared, source } = map;
  if (year !== undefined && !(typeof year === "number" && Number.isInteger(year) && year >= 1900 && year <= 2200))
    report(checking, "priceYearForm", `${path}.year`);
  if (shared !== undefined && (typeof shared !== "string" || !/^[a-z][A-Za-z0-9]*$/.test(shared))) {
    report(checking, "badId", `${path}.shared`, { id: shown(shared) });
  }
  if (map.accept !== undefined) checking.acceptance.addAt(map.accept, path);
  if (source !== undefined) checkSource(checking, source, `${path}.source`);
}

/** A source that something names has to be listed. */
export function checkSource(checking: Checking, source: unknown, path: string): void {
  const known = Object.keys(checking.content.sources);
  if (typeof source === "string" && (known.includes(source) || checking.broken.has(source))) return;
  report(checking, "sourceUnknown", path, { name: shown(source), nearest: suggestion(shown(source), known) });
}
