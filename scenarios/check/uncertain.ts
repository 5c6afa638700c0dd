import type { DistributionSpec, ParameterUnit } from "../../engine/distributions/index.ts";
import { equalUnits, isPlain, type ParsedUnit, type Unit } from "../../engine/units/index.ts";
import { baseValue, type Literal, readLiteral, thousandsPoint } from "../literal.ts";
import { type Checking, report, reportInText } from "./checking.ts";
import { familyMeant, inBase, makeDistribution, unitKindOf } from "./distribution.ts";
import { unitName } from "./unitName.ts";

type Plain = { readonly [key: string]: unknown };

/** A number of a distribution as it stands in the file. */
interface Entry {
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
  const meant = familyMeant(map.as, own);
  if ("problem" in meant) {
    const at = meant.problem.code === "distributionUnknown" ? `${path}.as` : path;
    report(checking, meant.problem.code, at, meant.problem.with);
    return undefined;
  }
  const entries = readEntries(checking, map, own, path);
  if (entries === undefined) return undefined;
  const unit = unitOfEntries(checking, meant.family, entries, outer, path);
  if (unit === "broken" || (unit !== undefined && someDoubtful(checking, meant.family, entries, unit)))
    return undefined;
  const known: Record<string, number> = {};
  const written: Record<string, string> = {};
  for (const [key, { literal, text }] of entries) {
    const kind = unitKindOf(meant.family, key);
    known[key] = scaled(inBase(literal, unit, kind), kind, factor);
    written[key] = text;
  }
  const made = makeDistribution(meant.family, known, written);
  if (made.ok) return { spec: made.spec, unit: unit?.unit ?? {}, bare: unit === undefined };
  const at = made.key === undefined ? path : (entries.get(made.key)?.path ?? path);
  report(checking, made.problem.code, at, made.problem.with);
  return undefined;
}

function scaled(value: number, kind: ParameterUnit, factor: number): number {
  if (kind === "number") return value;
  return kind === "own" ? value * factor : value / factor;
}

/** The numbers of a distribution; an interval becomes `low` and `high`. */
function readEntries(
  checking: Checking,
  map: Plain,
  own: readonly string[],
  path: string,
): Map<string, Entry> | undefined {
  const entries = new Map<string, Entry>();
  let sound = true;
  const add = (key: string, value: unknown, at: string) => {
    const entry = readEntry(checking, key, value, at);
    if (entry === undefined) sound = false;
    else entries.set(key, entry);
  };
  for (const key of own) {
    const at = `${path}.${key}`;
    const value = map[key];
    if (key === "as") continue;
    if (key !== "interval") add(key, value, at);
    else if (Array.isArray(value) && value.length === 2) {
      add("low", value[0], `${at}.0`);
      add("high", value[1], `${at}.1`);
    } else {
      sound = false;
      report(checking, "intervalForm", at);
    }
  }
  return sound ? entries : undefined;
}

function readEntry(checking: Checking, key: string, value: unknown, path: string): Entry | undefined {
  if (typeof value !== "number" && typeof value !== "string") {
    report(checking, "numberHere", path, { key, written: Array.isArray(value) ? "[ … ]" : "{ … }" });
    return undefined;
  }
  const text = String(value).trim();
  const outcome = readLiteral(value, checking.words);
  if (outcome.ok) return { literal: outcome.literal, text, path, asText: typeof value === "string" };
  const name = outcome.problem.code === "numberForm" && /^[A-Za-z=]/.test(text);
  const problem = name ? { code: "numberHere" as const, with: { key, written: text } } : outcome.problem;
  reportInText(checking, problem, path, { from: outcome.from, to: outcome.to });
  return undefined;
}

/**
 * Numbers without a unit of their own whose point may part thousands, as in 8.000; each is told. One that is written as numbers
 * are (8.123) is taken at its word: so is a number in JSON or TypeScript.
 */
function someDoubtful(
  checking: Checking,
  family: string,
  entries: ReadonlyMap<string, Entry>,
  unit: ParsedUnit,
): boolean {
  let some = false;
  for (const [key, { literal, text, path, asText }] of entries) {
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
  entries: ReadonlyMap<string, Entry>,
  outer: ParsedUnit | undefined,
  path: string,
): ParsedUnit | undefined | "broken" {
  const differ = (at: string, first: Unit, second: Unit) => {
    report(checking, "unitsDiffer", at, { first: unitName(first), second: unitName(second) });
    return "broken" as const;
  };
  let unit = outer;
  const owned = [...entries].filter(([key]) => unitKindOf(family, key) !== "number");
  for (const [key, { literal, path: at }] of entries) {
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
    const bare = owned.find(([, { literal }]) => literal.unit === undefined && !fitsBare(literal, unit.unit));
    if (bare !== undefined) {
      const [, { text, path: at }] = bare;
      const stated = owned.find(([, { literal }]) => literal.unit !== undefined);
      const word = stated?.[1].text.replace(/^[-−\d\s._]+/, "") || unitName(unit.unit);
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
