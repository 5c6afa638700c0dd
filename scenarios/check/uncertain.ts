import type { DistributionSpec, ParameterUnit } from "../../engine/distributions/index.ts";
import { UtfallError } from "../../engine/issues.ts";
import { equalUnits, isPlain, type ParsedUnit, type Unit } from "../../engine/units/index.ts";
import { baseValue, type Literal, type Problem, readLiteral, thousandsPoint } from "../literal.ts";
import { suggestion } from "../nearest.ts";
import { checkSource } from "./annotations.ts";
import { type Basis, basisOfFit } from "./basis.ts";
import { type Checking, report, reportInText } from "./checking.ts";
import { distributionKeys, familyMeant, holdsOf, inBase, makeDistribution, unitKindOf } from "./distribution.ts";
import { pooledLogarithmically } from "./pooled.ts";
import { readUnit } from "./readUnit.ts";
import { shown } from "./shown.ts";
import { unitName } from "./unitName.ts";

type Plain = { readonly [key: string]: unknown };

/** A number of a distribution as it stands in the file. */
interface Entry {
  readonly key: string;
  readonly literal: Literal;
  readonly text: string;
  readonly path: string;
  /** Not a plain number of the file, but a text that is read as one. */
  readonly asText: boolean;
}

export interface Uncertain {
  readonly spec: DistributionSpec;
  readonly unit: Unit;
  /** No number of it has a unit. */
  readonly bare: boolean;
  /** What it was computed from, where that is more than its own numbers say. */
  readonly basis?: Basis;
}

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

function scaled(value: number, kind: ParameterUnit, factor: number): number {
  if (kind === "number") return value;
  return kind === "own" ? value * factor : value / factor;
}

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
  const { pool = "linear" } = map;
  if (!(pools as readonly unknown[]).includes(pool)) {
    report(checking, "choiceUnknown", `${path}.pool`, { key: "pool", value: shown(pool), choices: pools.join(", ") });
    return undefined;
  }
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
    report(checking, "listExpected", `${path}.${listed}`, { key: listed });
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

function readPart(
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

/** The numbers of a distribution; an interval becomes `low` and `high`, quantiles `levels` and `values`. */
function readEntries(
  checking: Checking,
  family: string,
  map: Plain,
  own: readonly string[],
  path: string,
): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  let sound = true;
  const add = (key: string, value: unknown, at: string) => {
    const entry = readEntry(checking, key, value, at);
    if (entry === undefined) sound = false;
    else entries.push(entry);
  };
  const refuse = (code: "intervalForm" | "listExpected" | "quantilesForm" | "priorForm", key: string) => {
    sound = false;
    report(checking, code, `${path}.${key}`, { key });
  };
  for (const key of own) {
    const at = `${path}.${key}`;
    const value = map[key];
    if (key === "as") continue;
    if (key === "interval") {
      if (!Array.isArray(value) || value.length !== 2) refuse("intervalForm", key);
      else for (const [i, end] of value.entries()) add(["low", "high"][i], end, `${at}.${i}`);
    } else if (key === "quantiles") {
      if (typeof value !== "object" || value === null || Array.isArray(value)) refuse("quantilesForm", key);
      else
        for (const [level, point] of Object.entries(value)) {
          // a path is parted by points, and 2.5 % has one
          add("levels", level, at);
          add("values", point, level.includes(".") ? at : `${at}.${level}`);
        }
    } else if (key === "prior" && typeof value !== "number") {
      const read = priorOf(value);
      if (read === undefined) refuse("priorForm", key);
      else for (const [name, weight] of Object.entries(read)) add(name, weight, at);
    } else if (holdsOf(family, key) === "list") {
      if (!Array.isArray(value) || value.length === 0) refuse("listExpected", key);
      else for (const [i, item] of value.entries()) add(key, item, `${at}.${i}`);
    } else add(key, value, at);
  }
  return sound ? byLevel(entries) : undefined;
}

/** A prior by name, or its two weights. */
function priorOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (value === "jeffreys") return { prior: 0.5 };
  if (value === "uniform") return { prior: 1 };
  if (typeof value === "string") return /^[\d.]/.test(value) ? { prior: value } : undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { alpha, beta, ...rest } = value as Plain;
  const whole = alpha !== undefined && beta !== undefined && Object.keys(rest).length === 0;
  return whole ? { priorAlpha: alpha, priorBeta: beta } : undefined;
}

/** Quantiles may be written in any order. */
function byLevel(entries: readonly Entry[]): readonly Entry[] {
  const levels = entries.filter(({ key }) => key === "levels");
  const values = entries.filter(({ key }) => key === "values");
  if (levels.length !== values.length) return entries;
  const order = levels.map((_, i) => i).sort((a, b) => baseValue(levels[a].literal) - baseValue(levels[b].literal));
  const rest = entries.filter(({ key }) => key !== "levels" && key !== "values");
  return [...rest, ...order.map((i) => levels[i]), ...order.map((i) => values[i])];
}

function readEntry(checking: Checking, key: string, value: unknown, path: string): Entry | undefined {
  if (typeof value !== "number" && typeof value !== "string") {
    report(checking, "numberHere", path, { key, written: Array.isArray(value) ? "[ … ]" : "{ … }" });
    return undefined;
  }
  const text = String(value).trim();
  const outcome = readLiteral(value, checking.words);
  if (outcome.ok) return { key, literal: outcome.literal, text, path, asText: typeof value === "string" };
  const name = outcome.problem.code === "numberForm" && /^[A-Za-z=]/.test(text);
  const problem = name ? { code: "numberHere" as const, with: { key, written: text } } : outcome.problem;
  reportInText(checking, problem, path, { from: outcome.from, to: outcome.to });
  return undefined;
}

/**
 * Numbers without a unit of their own whose point may part thousands, as in 8.000; each is told. One that is written as numbers
 * are (8.123) is taken at its word: so is a number in JSON or TypeScript.
 */
function someDoubtful(checking: Checking, family: string, entries: readonly Entry[], unit: ParsedUnit): boolean {
  let some = false;
  for (const { key, literal, text, path, asText } of entries) {
    if (!asText || literal.unit !== undefined || unitKindOf(family, key) !== "own") continue;
    const doubtful = thousandsPoint(text, unit, checking.words);
    if (doubtful === undefined) continue;
    reportInText(checking, doubtful, path, { from: 0, to: text.length });
    some = true;
  }
  return some;
}

/** The unit that the numbers share; undefined where none of them has one. */
function unitOfEntries(
  checking: Checking,
  family: string,
  entries: readonly Entry[],
  outer: ParsedUnit | undefined,
  path: string,
): ParsedUnit | undefined | "broken" {
  const differ = (at: string, first: Unit, second: Unit) => {
    report(checking, "unitsDiffer", at, { first: unitName(first), second: unitName(second) });
    return "broken" as const;
  };
  let unit = outer;
  const owned = entries.filter(({ key }) => unitKindOf(family, key) !== "number");
  for (const { key, literal, path: at } of entries) {
    if (literal.unit === undefined) continue;
    const own = literal.unit.unit;
    const kind = unitKindOf(family, key);
    if (kind === "number" && !isPlain(own)) return differ(at, own, {});
    if (kind !== "own") continue;
    if (unit === undefined) unit = { unit: own, exponent10: 0, times: 1, over: 1 };
    else if (!agrees(own, unit.unit)) return differ(at, own, unit.unit);
  }
  if (owned.length === 0 && unit !== undefined && (unit.exponent10 !== 0 || unit.times !== unit.over)) {
    report(checking, "distributionScale", `${path}.unit`, { family });
    return "broken";
  }
  if (outer === undefined && unit !== undefined) {
    const bare = owned.find(({ literal }) => literal.unit === undefined && !fitsBare(literal, unit.unit));
    if (bare !== undefined) {
      const { text, path: at } = bare;
      const stated = owned.find(({ literal }) => literal.unit !== undefined);
      const word = stated?.text.replace(/^[-−\d\s._]+/, "") || unitName(unit.unit);
      report(checking, "unitAbsent", at, { written: text, wanted: word, example: `${text} ${word}` });
      return "broken";
    }
  }
  return unit;
}

/** A bare number among numbers with unit: 0 is 0 in any, and 0.06 a share; but 6 beside 40 % is a slip. */
function fitsBare(literal: Literal, unit: Unit): boolean {
  const value = baseValue(literal);
  return value === 0 || (isPlain(unit) && value >= -1 && value <= 1);
}

/** A number may say its unit again; `2 %` fits where `share/year` is said for all. */
export function agrees(own: Unit, said: Unit): boolean {
  const { year: _year, ...rest } = said;
  return equalUnits(own, said) || (isPlain(own) && isPlain(rest));
}
