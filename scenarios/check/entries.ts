import type { DistributionSpec, ParameterUnit } from "../../engine/distributions/index.ts";
import { equalUnits, isPlain, type ParsedUnit, type Unit } from "../../engine/units/index.ts";
import type { Basis } from "../basis.ts";
import { baseValue, type Literal, readLiteral, thousandsPoint } from "../literal.ts";
import { type Checking, report, reportInText } from "./checking.ts";
import { holdsOf, unitKindOf } from "./distribution.ts";
import { unitName } from "./unitName.ts";

export type Plain = { readonly [key: string]: unknown };

/** A number of a distribution as it stands in the file. */
export interface Entry {
  readonly key: string;
  readonly literal: Literal;
  readonly text: string;
  readonly path: string;
  /** Not a plain number of the file, but a text that is read as one. */
  readonly asText: boolean;
}

/** A distribution as it was read. */
export interface Uncertain {
  readonly spec: DistributionSpec;
  readonly unit: Unit;
  /** No number of it has a unit. */
  readonly bare: boolean;
  /** What it was computed from, where that is more than its own numbers say. */
  readonly basis?: Basis;
}

/** The numbers of a distribution; an interval becomes `low` and `high`, quantiles `levels` and `values`. */
export function readEntries(
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
  const refuse = (
    code: "intervalForm" | "listOfNone" | "listExpected" | "quantilesForm" | "priorForm",
    key: string,
  ) => {
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
      if (!Array.isArray(value)) refuse("listExpected", key);
      else if (value.length === 0) refuse("listOfNone", key);
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
export function someDoubtful(checking: Checking, family: string, entries: readonly Entry[], unit: ParsedUnit): boolean {
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
export function unitOfEntries(
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
export function fitsBare(literal: Literal, unit: Unit): boolean {
  const value = baseValue(literal);
  return value === 0 || (isPlain(unit) && value >= -1 && value <= 1);
}

/** A number may say its unit again; `2 %` fits where `share/year` is said for all. */
export function agrees(own: Unit, said: Unit): boolean {
  const { year: _year, ...rest } = said;
  return equalUnits(own, said) || (isPlain(own) && isPlain(rest));
}

/** At the prices of another year. */
export function scaled(value: number, kind: ParameterUnit, factor: number): number {
  if (kind === "number") return value;
  return kind === "own" ? value * factor : value / factor;
}
