import type { Issue } from "../../engine/issues.ts";
import { equalUnits, formatUnit, isPlain, type Unit, type UnitWords } from "../../engine/units/index.ts";
import { type Checking, report } from "../check/checking.ts";
import type { CheckedScenario } from "../checked.ts";
import type { Context } from "../compile/context.ts";
import { baseValue, readLiteral, unitOfLiteral } from "../literal.ts";
import { suggestion } from "../nearest.ts";
import type { ObservedContent } from "../schema/observed.ts";

/** What reading a follow-up shares: the document, its problems, and the scenario that it is held against. */
export interface Reading extends Pick<Checking, "source" | "issues"> {
  readonly content: ObservedContent;
  readonly scenario: CheckedScenario;
  /** The scenario in a graph, to ask how it is divided. */
  readonly context: Context;
  readonly words: UnitWords;
  readonly months: number;
}

/** How much of a year of the programme had passed. */
export const partOfYear = (months: number, year: number): number => Math.min(1, Math.max(0, (months - 12 * year) / 12));

/** Years of which something has been seen, the one under way included. */
export const yearsSeen = (months: number, most: number): number => Math.min(most, Math.ceil(months / 12));

const most = 1e12;

/** A number in base units; undefined where it is none, which has then been told. */
export function numberAt(to: Reading, path: string, written: unknown, wanted: Unit): number | undefined {
  if (typeof written !== "number" && typeof written !== "string") {
    report(to, "observedNumber", path, { key: path.split(".").at(-1)! });
    return undefined;
  }
  const outcome = readLiteral(written, to.words);
  if (!outcome.ok) {
    report(to, outcome.problem.code, path, outcome.problem.with);
    return undefined;
  }
  const unit = unitOfLiteral(outcome.literal);
  const isBare = outcome.literal.unit === undefined;
  if (isBare ? !isPlain(wanted) && !isCount(wanted) : !equalUnits(unit, wanted)) {
    const name = formatUnit(wanted, "en");
    if (isBare)
      report(to, "unitAbsent", path, { written: String(written), wanted: name, example: `${written} ${name}` });
    else report(to, "unitWrong", path, { found: formatUnit(unit, "en"), wanted: name });
    return undefined;
  }
  const value = baseValue(outcome.literal);
  if (Math.abs(value) <= most) return value;
  report(to, "observedNumber", path, { key: path.split(".").at(-1)! });
  return undefined;
}

/** People and cases are counted without saying so. */
const isCount = (unit: Unit): boolean => equalUnits(unit, { people: 1 }) || equalUnits(unit, { case: 1 });

/** A whole number of people, from 0. */
export function countAt(to: Reading, path: string, written: unknown): number | undefined {
  const value = numberAt(to, path, written, { people: 1 });
  if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= 1e9)) return value;
  report(to, "observedCount", path, { key: path.split(".").at(-1)! });
  return undefined;
}

/** Tells of a name that the scenario does not have; true where it has. */
export function isKnown(
  to: Reading,
  code: Issue["code"],
  path: string,
  name: string,
  known: readonly string[],
  part: "key" | "value",
): boolean {
  if (known.includes(name)) return true;
  report(to, code, path, { name, nearest: suggestion(name, known) }, part);
  return false;
}
