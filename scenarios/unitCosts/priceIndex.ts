import type { Issue } from "../../engine/issues.ts";
import { type Checking, report, touched } from "../check/checking.ts";
import { suggestion } from "../nearest.ts";
import type { PriceIndexEntry } from "../schema/unitCosts.ts";
import type { PriceFiles } from "./priceFiles.ts";
import { checkYears, indexTexts, readPriceIndex } from "./readUnitCosts.ts";
import { yearsText } from "./yearsText.ts";

type PricedScenario = Omit<Checking, "prices" | "acceptance">;

/** An index with the texts of its title, whoever has given it one. */
export interface PriceIndex extends PriceIndexEntry {
  readonly title: NonNullable<PriceIndexEntry["title"]>;
  /** Does it come with the program as it is, or does the scenario have its values? */
  readonly shipped: boolean;
}

/** Prices change from year to year, but not by more than this: a value that far off has another base. */
const mostPerYear = 1.4;
const isFile = (name: string): boolean => /\.(ya?ml|json)$/i.test(name);

/**
 * The price index of a scenario: its own values, those of a file that it names, or one that comes with the program; and, with
 * `extends`, another with years added or replaced. "broken" where there is none, which has then been told.
 *
 * @param path where an amount needs it, for what is missing altogether
 */
export function findIndex(
  checking: PricedScenario,
  files: PriceFiles | undefined,
  standard: string,
  path: string,
): PriceIndex | "broken" {
  if (touched(checking, "priceIndex")) return "broken";
  const { priceIndex, language } = checking.content;
  const own = priceIndex === undefined ? undefined : indexTexts(priceIndex, language);
  if (own === undefined) return named(checking, files, standard, path);
  if (own.extends === undefined && Object.keys(own.values).length === 0)
    return named(checking, files, own.id ?? standard, "priceIndex");
  const before = checking.issues.length;
  checkYears(checking, own.values, "priceIndex.values");
  return checking.issues.length > before ? "broken" : extended(checking, files, own, "priceIndex");
}

/** An index by its name, or in a file of its own. */
function named(
  checking: PricedScenario,
  files: PriceFiles | undefined,
  name: string,
  path: string,
): PriceIndex | "broken" {
  if (isFile(name)) return fromFile(checking, files, name, path);
  const known = (files?.shippedIndices() ?? []).map(({ text, name: file }) => readPriceIndex(text, file));
  const indices = known.flatMap((outcome) => (outcome.ok ? [outcome.index] : []));
  const found = indices.find(({ id }) => id === name);
  if (found !== undefined) return { ...titled(found, name), shipped: true };
  const ids = indices.map(({ id }) => id ?? "");
  report(checking, "priceIndexUnknown", path, { name, nearest: suggestion(name, ids) });
  return "broken";
}

function fromFile(
  checking: PricedScenario,
  files: PriceFiles | undefined,
  file: string,
  path: string,
): PriceIndex | "broken" {
  if (files === undefined) {
    report(checking, "priceIndexFile", path, { file });
    return "broken";
  }
  const read = files.read(file);
  const outcome = read.ok ? readPriceIndex(read.text, read.name) : read;
  if (!outcome.ok) {
    // what a file has wrong is told at its own lines; that it is not there, where it is named
    for (const issue of outcome.issues)
      if (read.ok) checking.issues.push(issue);
      else reportFile(checking, issue, path);
    return "broken";
  }
  return extended(checking, files, outcome.index, path);
}

/** A file that the scenario names and that cannot be had. */
export function reportFile(checking: PricedScenario, { code, with: values }: Issue, path: string): void {
  report(checking, code === "fileMissing" ? "companionMissing" : code, path, values);
}

/** The values of an index over those that it extends. */
function extended(
  checking: PricedScenario,
  files: PriceFiles | undefined,
  own: PriceIndexEntry,
  path: string,
): PriceIndex | "broken" {
  if (own.extends === undefined) return { ...titled(own, own.id ?? ""), shipped: false };
  if (isFile(own.extends)) {
    report(checking, "priceIndexExtends", path === "priceIndex" ? "priceIndex.extends" : path, { name: own.extends });
    return "broken";
  }
  const base = named(checking, files, own.extends, path === "priceIndex" ? "priceIndex.extends" : path);
  if (base === "broken") return "broken";
  if (!sameBase(checking, base, own, path)) return "broken";
  const years = yearsText(Object.keys(own.values).map(Number));
  const { en = "", sv = en } = base.title as { readonly en?: string; readonly sv?: string };
  const { extends: _, ...rest } = own;
  return {
    ...rest,
    title: own.title ?? { en: `${en}, own values for ${years}`, sv: `${sv || en}, egna värden för ${years}` },
    values: { ...base.values, ...own.values },
    shipped: false,
  };
}

/** Added years continue the index: a level on another base would multiply every amount by the ratio of the two bases. */
function sameBase(checking: PricedScenario, base: PriceIndex, own: PriceIndexEntry, path: string): boolean {
  const known = Object.keys(base.values).map(Number);
  let sound = true;
  for (const [year, value] of Object.entries(own.values)) {
    const near = known.reduce((best, other) => (Math.abs(other - +year) < Math.abs(best - +year) ? other : best));
    const years = Math.max(1, Math.abs(near - Number(year)));
    const ratio = value / base.values[near];
    const most = powerOf(mostPerYear, years);
    if (ratio <= most && ratio >= 1 / most) continue;
    const at = path === "priceIndex" ? `priceIndex.values.${year}` : path;
    report(checking, "priceIndexBase", at, { year, value, near, known: base.values[near] });
    sound = false;
  }
  return sound;
}

function powerOf(base: number, exponent: number): number {
  let product = 1;
  for (let k = 0; k < exponent; k++) product *= base;
  return product;
}

const titled = (index: PriceIndexEntry, name: string) => ({ ...index, title: index.title ?? name });
