import type { DistributionSpec } from "../../engine/distributions/index.ts";
import { UtfallError } from "../../engine/issues.ts";
import type { ParsedUnit } from "../../engine/units/index.ts";
import type { Problem } from "../literal.ts";
import { suggestion } from "../nearest.ts";
import { checkSource } from "./annotations.ts";
import { basisOfFit } from "./basis.ts";
import { type Checking, report } from "./checking.ts";
import { readChoice } from "./choice.ts";
import { distributionKeys, familyMeant, holdsOf, inBase, makeDistribution, unitKindOf } from "./distribution.ts";
import {
  agrees,
  type Entry,
  type Plain,
  readEntries,
  scaled,
  someDoubtful,
  type Uncertain,
  unitOfEntries,
} from "./entries.ts";
import { pooledLogarithmically } from "./pooled.ts";
import { readStudies } from "./readStudies.ts";
import { readUnit } from "./readUnit.ts";
import { unitName } from "./unitName.ts";

/**
 * Reads a distribution: which family, from what numbers, in what unit. Undefined where it is broken, which has then been told.
 * @param own the keys that are numbers of the distribution, `as` included
 * @param outer the unit that `unit:` gives to all
 * @param factor what amounts are multiplied by, where they are at prices of another year
 */
export function readDistribution(
  checking: Checking,
  map: Plain,
  own: readonly string[],
  path: string,
  outer: ParsedUnit | undefined,
  factor = 1,
): Uncertain | undefined {
  if (map.as !== undefined && typeof map.as !== "string") {
    report(checking, "wordExpected", `${path}.as`, { key: "as" });
    return undefined;
  }
  if (own.includes("studies")) return readStudies(checking, map, own, path, outer, factor);
  if (own.includes("experts")) return readExperts(checking, map, own, path, outer, factor);
  const meant = familyMeant(map.as, own);
  if ("problem" in meant) {
    const at = meant.problem.code === "distributionUnknown" ? `${path}.as` : path;
    report(checking, meant.problem.code, at, meant.problem.with);
    return undefined;
  }
  if (meant.family === "mixture") return readMixture(checking, map, own, path, outer, factor);
  const entries = readEntries(checking, meant.family, map, own, path);
  if (entries === undefined) return undefined;
  const unit = unitOfEntries(checking, meant.family, entries, outer, path);
  if (unit === "broken" || (unit !== undefined && someDoubtful(checking, meant.family, entries, unit)))
    return undefined;
  return finished(checking, meant.family, entries, unit, path, factor);
}

/** Makes the distribution from what was read, or tells what is impossible about it. */
function finished(
  checking: Checking,
  family: string,
  entries: readonly Entry[],
  unit: ParsedUnit | undefined,
  path: string,
  factor: number,
  parts?: { readonly specs: readonly DistributionSpec[]; readonly listed: "parts" | "experts" },
): Uncertain | undefined {
  const known: Record<string, number | readonly number[]> = {};
  const written: Record<string, string> = {};
  for (const key of new Set(entries.map((entry) => entry.key))) {
    const own = entries.filter((entry) => entry.key === key);
    const kind = unitKindOf(family, key);
    const numbers = own.map(({ literal }) => scaled(inBase(literal, unit, kind), kind, factor));
    const asList = holdsOf(family, key) === "list";
    known[key] = asList ? numbers : numbers[0];
    written[key] = asList ? listText(own.map(({ text }) => text)) : own[0].text;
  }
  if (written.levels !== undefined) {
    const points = entries.filter(({ key }) => key === "values");
    const levels = entries.filter(({ key }) => key === "levels");
    written.quantiles = listText(levels.map(({ text }, i) => `${text}: ${points[i].text}`));
    delete written.levels;
    delete written.values;
  }
  const made = makeDistribution(family, known, written, parts?.specs);
  if (made.ok) {
    const basis = family === "empirical" || !Array.isArray(known.data) ? undefined : basisOfFit(family, known.data);
    if (basis !== undefined && basis.pValue < poorFit)
      report(checking, "fitPoor", `${path}.as`, { family, values: basis.values, p: percentText(basis.pValue) });
    const own = { spec: made.spec, unit: unit?.unit ?? {}, bare: unit === undefined };
    return basis === undefined ? own : { ...own, basis };
  }
  const at = entries.find(({ key }) => key === made.key)?.path ?? path;
  report(checking, made.problem.code, at, inTermsOf(parts?.listed, made.problem.with));
  return undefined;
}

/** A rule about the parts of a mixture, said of what the file calls them. */
function inTermsOf(listed: string | undefined, values: Problem["with"]): Problem["with"] {
  if (listed === undefined || listed === "parts" || values === undefined) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, String(value).replaceAll("parts", listed)]),
  );
}

/** Data that a family would give so seldom are told. */
const poorFit = 0.05;

const percentText = (share: number): string => `${Number((100 * share).toPrecision(2))} %`;

const listText = (texts: readonly string[]): string =>
  `[${texts.slice(0, 8).join(", ")}${texts.length > 8 ? ", …" : ""}]`;

const pools = ["linear", "logarithmic"] as const;

/** What several experts say, pooled: linearly unless said. */
function readExperts(
  checking: Checking,
  map: Plain,
  own: readonly string[],
  path: string,
  outer: ParsedUnit | undefined,
  factor: number,
): Uncertain | undefined {
  const { pool: written = "linear" } = map;
  const pool = readChoice(checking, path, "pool", written, pools);
  if (pool === undefined) return undefined;
  const others = own.filter((key) => key !== "pool");
  const read = readMixture(checking, map, others, path, outer, factor, "experts");
  if (read === undefined || pool === "linear") return read;
  try {
    return { ...read, spec: pooledLogarithmically(read.spec) };
  } catch (error) {
    if (!(error instanceof UtfallError)) throw error;
    const [{ code, with: values }] = error.issues;
    report(checking, code, `${path}.experts`, values);
    return undefined;
  }
}

/** Distributions with their weights, which are equal unless said. */
function readMixture(
  checking: Checking,
  map: Plain,
  own: readonly string[],
  path: string,
  outer: ParsedUnit | undefined,
  factor: number,
  listed: "parts" | "experts" = "parts",
): Uncertain | undefined {
  const family = "mixture";
  const list = map[listed];
  if (!Array.isArray(list) || list.length === 0) {
    report(checking, Array.isArray(list) ? "listOfNone" : "listExpected", `${path}.${listed}`, { key: listed });
    return undefined;
  }
  const parts = list.map((part, i) => readPart(checking, part, `${path}.${listed}.${i}`, outer, factor));
  const others = own.filter((key) => key !== listed);
  const entries = readEntries(checking, family, map, others, path);
  if (entries === undefined || parts.some((part) => part === undefined)) return undefined;
  const read = parts as readonly Uncertain[];
  const stated = read.find(({ bare }) => !bare);
  for (const [i, part] of read.entries()) {
    if (stated === undefined || agrees(part.unit, stated.unit)) continue;
    report(checking, "unitsDiffer", `${path}.${listed}.${i}`, {
      first: unitName(part.unit),
      second: unitName(stated.unit),
    });
    return undefined;
  }
  const common = outer ?? (stated && { unit: stated.unit, exponent10: 0, times: 1, over: 1 });
  const cuts = entries.filter(({ key }) => key !== "weights");
  // the parts have taken the unit's scale in; without cuts there is nothing left for it
  const unit = cuts.length === 0 ? common : unitOfEntries(checking, family, cuts, common, path);
  if (unit === "broken") return undefined;
  const equal = read.map((_, i): Entry => {
    const at = `${path}.${listed}.${i}`;
    return { key: "weights", literal: { digits: "1" }, text: "1", path: at, asText: false };
  });
  const weighted = entries.some(({ key }) => key === "weights") ? entries : [...entries, ...equal];
  return finished(checking, family, weighted, unit, path, factor, { specs: read.map(({ spec }) => spec), listed });
}

/** What may stand beside the numbers of one part or one expert. */
const partNotes: ReadonlySet<string> = new Set(["unit", "source", "note"]);

/** A distribution with what may be said beside it, inside another quantity. */
export function readPart(
  checking: Checking,
  part: unknown,
  path: string,
  outer: ParsedUnit | undefined,
  factor: number,
): Uncertain | undefined {
  if (typeof part !== "object" || part === null || Array.isArray(part)) {
    report(checking, "distributionKeys", path, { keys: String(part) });
    return undefined;
  }
  const map = part as Plain;
  const unit = map.unit === undefined ? outer : readUnit(checking, map.unit, `${path}.unit`);
  if (map.unit !== undefined && unit === undefined) return undefined;
  if (map.source !== undefined) checkSource(checking, map.source, `${path}.source`);
  const own = Object.keys(map).filter((key) => !partNotes.has(key));
  const unknown = own.find((key) => !distributionKeys.has(key));
  if (unknown === undefined) return readDistribution(checking, map, own, path, unit, factor);
  const nearest = suggestion(unknown, [...distributionKeys, ...partNotes]);
  report(checking, "unknownKey", `${path}.${unknown}`, { key: unknown, nearest }, "key");
  return undefined;
}
