import type { DistributionSpec } from "../../../engine/distributions/index.ts";
import { divideUnits, multiplyUnits, noUnit, type Unit } from "../../../engine/units/index.ts";
import { isSchedule } from "../../schema/keeps.ts";

export type Range =
  | "probability"
  | "factor"
  | "duration"
  | "amount"
  | "markup"
  | "rate"
  | "change"
  | "reduction"
  | "ratio";

/** What a place wants of the quantity that stands there. */
export interface Want {
  /** Units that fit; the first is the one to suggest. Empty: any. */
  readonly accepts: readonly Unit[];
  /** Decides instead of the list, where the units of other places count too. */
  readonly fits?: (unit: Unit, unitOf: (place: string) => Unit | undefined) => boolean;
  /** A function where the units that fit have ranges of their own. */
  readonly range?: Range | ((unit: Unit) => Range);
  /** May it differ by year, by segment? */
  readonly years: boolean;
  readonly segments: boolean;
}

/** A place of the content where a quantity stands. */
export interface Place {
  /** How it is named: its path, or the name of a named quantity. */
  readonly name: string;
  /** Its path in the content. */
  readonly path: string;
  readonly value: unknown;
  readonly want?: Want;
  /** Of a formula whose distribution is known: that. */
  readonly margin?: DistributionSpec;
}

/** Notes a place, where something stands there. */
export type Add = (path: string, value: unknown, want?: Want, name?: string) => void;

export const share: Unit = noUnit;
export const year: Unit = { year: 1 };
export const perYear: Unit = { year: -1 };
export const people: Unit = { people: 1 };
export const newPeople: Unit = { people: 1, year: -1 };

export const split = { years: true, segments: true };
export const fixed = { years: false, segments: false };
export const bySegment = { years: false, segments: true };

export const probability: Want = { accepts: [share], range: "probability", ...split };
export const change: Want = { accepts: [share], range: "change", ...split };
export const reduction: Want = { accepts: [share], range: "reduction", ...split };
export const factor: Want = { accepts: [share], range: "factor", ...split };
export const size: Want = { accepts: [newPeople, people], range: "amount", ...split };
export const duration: Want = { accepts: [year], range: "duration", ...bySegment };
const kept: Want = { accepts: [perYear, share], range: "probability", ...bySegment };
const leftInYear: Want = { accepts: [share], range: "factor", ...bySegment };
export const growth: Want = { accepts: [perYear, share], range: "rate", ...bySegment };

/** What is left as time goes by: a share kept from year to year, or one for each year since it began. */
export function keptPlaces(add: Add, at: string, keeps: unknown): void {
  if (!isSchedule(keeps)) add(`${at}.keeps`, keeps, kept);
  else for (const [year, left] of keeps.schedule.entries()) add(`${at}.keeps.schedule.${year}`, left, leftInYear);
}

/** The unit of money, with and without `/year`, per whatever stands below. */
export function moneyPer(money: string, below: Unit): readonly Unit[] {
  const once = divideUnits({ [money]: 1 }, below);
  const yearly = divideUnits(once, year);
  return [yearly, once];
}

/** What an outcome counts when people are added up: cases for a share, else its unit without `per person` and `per year`. */
export function countedUnit(unit: Unit): Unit {
  const left = Object.entries(unit).filter(([name]) => name !== "people" && name !== "year");
  return left.length === 0 ? { case: 1 } : Object.fromEntries(left);
}

export const toHorizon = (lasts: unknown): boolean => typeof lasts === "string" && lasts.trim() === "to horizon";

/** The same flow of money whatever it is counted by: person = case, and any number of `/year` counts as one. */
export function accountUnit(unit: Unit): Unit {
  const { year: _year, case: cases = 0, people: persons = 0, ...rest } = unit;
  return cases + persons === 0 ? rest : multiplyUnits(rest, { people: cases + persons });
}
