import { equalUnits, multiplyUnits, type Unit } from "../../../engine/units/index.ts";
import { type Checking, report } from "../checking.ts";
import { supportOf } from "../distribution.ts";
import type { Quantities } from "../quantities.ts";
import { unitName, unitNames } from "../unitName.ts";

/** A unit without its years: steps of cases are steps of cases a year. */
function withoutYears(unit: Unit): Unit {
  const { year: _, ...rest } = unit;
  return rest;
}

/** Steps are of the cases, or of the events or days of these, and larger than nothing. */
export function checkSteps(checking: Checking, id: string, counted: Unit | undefined, quantities: Quantities): void {
  const at = `consequences.${id}`;
  const place = `${at}.cashable.inStepsOf`;
  const steps = quantities.at(place);
  if (steps === undefined || counted === undefined) return;
  const number = quantities.at(`${at}.number`);
  const units = number === undefined ? [counted] : [counted, multiplyUnits(number.unit, counted)];
  if (!units.some((unit) => equalUnits(withoutYears(unit), withoutYears(steps.unit)))) {
    report(checking, "stepsUnit", place, {
      found: unitName(steps.unit),
      wanted: unitNames(units),
      first: unitName(counted),
    });
    return;
  }
  // Of a formula the run will tell: it divides by zero there.
  if (leastOf(quantities, steps) <= 0) report(checking, "stepsZero", place);
}

function leastOf(quantities: Quantities, quantity: NonNullable<ReturnType<Quantities["at"]>>): number {
  if (quantity.kind === "number") return quantity.value;
  if (quantity.kind === "reference") {
    const named = quantities.at(quantity.to);
    return named === undefined ? 1 : leastOf(quantities, named);
  }
  const input = quantities.inputOf(quantity);
  return input === undefined ? 1 : supportOf(input.distribution)[0];
}
