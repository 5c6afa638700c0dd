import type { Issue } from "../../engine/issues.ts";
import type { UnitWords } from "../../engine/units/index.ts";
import { type Checking, report } from "../check/checking.ts";
import { reportShape } from "../check/structure.ts";
import { asText } from "../check/texts.ts";
import { readLiteral } from "../literal.ts";
import { suggestion } from "../nearest.ts";
import { readText } from "../read.ts";
import {
  type PriceIndexEntry,
  priceIndexFile,
  type UnitCostEntry,
  unitCostDefaults,
  unitCostEntry,
  unitCostFile,
} from "../schema/unitCosts.ts";
import type { Source } from "../source.ts";
import type { CostSource } from "./unitCost.ts";

const unitCostFormat = "utfall-unit-costs/1";
const priceIndexFormat = "utfall-price-index/1";

/** The unit words of a file of unit costs: it belongs to no scenario, so it has no words of its own. */
const words: UnitWords = { money: "kr", counting: [] };

/** The unit costs of one file, with what its defaults say filled in. */
export interface UnitCostsOfFile {
  readonly title?: unknown;
  readonly version: string;
  readonly sources: Readonly<Record<string, CostSource>>;
  readonly entries: Readonly<Record<string, UnitCostEntry>>;
}

export type UnitCostsOutcome =
  | { readonly ok: true; readonly unitCosts: UnitCostsOfFile }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads the text of a file of unit costs. Every problem is found at once, with its place in the file; nothing is thrown. */
export function readUnitCosts(text: string, file: string): UnitCostsOutcome {
  const read = readText(text, file);
  if (!read.ok) return read;
  const issues: Issue[] = [...read.issues];
  const to = { source: read.source, issues };
  const parsed = unitCostFile.safeParse(read.source.value);
  if (!parsed.success) {
    reportShape(to, parsed.error.issues, unitCostFormat);
    checkSoundEntries(to);
    return { ok: false, issues };
  }
  const { format, language, defaults, sources, entries, title, version } = parsed.data;
  if (format !== unitCostFormat) report(to, "formatUnknown", "format", { format, right: unitCostFormat });
  const filled: Record<string, UnitCostEntry> = {};
  for (const [id, own] of Object.entries(entries)) {
    const entry = { ...defaults, ...withoutGaps(own), from: `${nameOf(file)} (${version})` } as UnitCostEntry;
    checkEntry({ ...to, words, sources: Object.keys(sources) }, id, entry, `entries.${id}`);
    filled[id] = textsOf(entry, language);
  }
  if (issues.length > 0) return { ok: false, issues };
  const settled = Object.fromEntries(
    Object.entries(sources).map(([id, source]) => [id, { ...source, title: asText(source.title, language) }]),
  );
  return {
    ok: true,
    unitCosts: {
      ...(title === undefined ? {} : { title: asText(title, language) }),
      version,
      sources: settled,
      entries: filled,
    },
  };
}

/** Where something in a file breaks the schema, the entries that do not are looked at all the same. */
function checkSoundEntries(to: { readonly source: Source; readonly issues: Issue[] }): void {
  const { defaults, entries, sources } = to.source.value as { defaults?: unknown; entries?: object; sources?: object };
  const common = unitCostDefaults.safeParse(defaults);
  if (!common.success) return;
  for (const [id, own] of Object.entries(entries ?? {})) {
    const entry = unitCostEntry.safeParse(own);
    if (!entry.success) continue;
    const filled = { ...common.data, ...withoutGaps(entry.data) } as UnitCostEntry;
    checkEntry({ ...to, words, sources: Object.keys(sources ?? {}) }, id, filled, `entries.${id}`);
  }
}

export type PriceIndexOutcome =
  | { readonly ok: true; readonly index: PriceIndexEntry }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads the text of a file with a price index. */
export function readPriceIndex(text: string, file: string): PriceIndexOutcome {
  const read = readText(text, file);
  if (!read.ok) return read;
  const issues: Issue[] = [...read.issues];
  const to = { source: read.source, issues };
  const parsed = priceIndexFile.safeParse(read.source.value);
  if (!parsed.success) {
    reportShape(to, parsed.error.issues, priceIndexFormat);
    return { ok: false, issues };
  }
  const { format, language, $schema: _, ...index } = parsed.data;
  if (format !== priceIndexFormat) report(to, "formatUnknown", "format", { format, right: priceIndexFormat });
  checkYears(to, index.values, "values");
  if (index.title === undefined && index.extends === undefined) report(to, "keyMissing", "", { key: "title" }, "key");
  return issues.length > 0 ? { ok: false, issues } : { ok: true, index: indexTexts(index, language) };
}

/** Are the keys of an index years? */
export function checkYears(
  to: Pick<Checking, "source" | "issues">,
  values: Readonly<Record<string, number>>,
  path: string,
): void {
  for (const year of Object.keys(values))
    if (!/^(19|20|21)\d\d$/.test(year)) report(to, "priceYearForm", `${path}.${year}`, {}, "key");
}

export function indexTexts(index: PriceIndexEntry, language: "en" | "sv"): PriceIndexEntry {
  const { title, source, ...rest } = index;
  return {
    ...rest,
    ...(title === undefined ? {} : { title: asText(title, language) }),
    ...(source === undefined ? {} : { source: asText(source, language) }),
  };
}

/** What the schema can't see of an entry: its amount, its source, and parts that are both in and out. */
export function checkEntry(
  to: Pick<Checking, "source" | "issues" | "words"> & { readonly sources: readonly string[] },
  id: string,
  entry: UnitCostEntry,
  path: string,
): void {
  if (!/^[a-z][A-Za-z0-9]*$/.test(id)) report(to, "badId", path, { id }, "key");
  const amount = readLiteral(entry.amount, to.words);
  const unit = amount.ok ? amount.literal.unit?.unit : undefined;
  if (!amount.ok) report(to, amount.problem.code, `${path}.amount`, amount.problem.with);
  else if (unit?.[to.words.money] !== 1 || Number(amount.literal.digits) <= 0)
    report(to, "unitCostAmount", `${path}.amount`, { written: entry.amount });
  if (entry.priceYear === undefined) report(to, "keyMissing", path, { key: "priceYear" }, "key");
  if (entry.source === undefined) report(to, "keyMissing", path, { key: "source" }, "key");
  else if (!to.sources.includes(entry.source)) {
    const name = entry.source;
    report(to, "sourceUnknown", `${path}.source`, { name, nearest: suggestion(name, to.sources) });
  }
  const both = entry.includes?.find((part) => entry.excludes?.includes(part));
  if (both !== undefined) report(to, "unitCostBoth", path, { name: id, part: both }, "key");
}

/** The texts of an entry as `{ en?, sv? }`. */
export function textsOf(entry: UnitCostEntry, language: "en" | "sv"): UnitCostEntry {
  const own = { ...entry } as Record<string, unknown>;
  for (const key of ["title", "note", "region"]) if (own[key] !== undefined) own[key] = asText(own[key], language);
  return own as UnitCostEntry;
}

function withoutGaps(entry: object): object {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

const nameOf = (file: string): string => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.(ya?ml|json)$/i, "");
