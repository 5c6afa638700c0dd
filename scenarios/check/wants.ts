import { equalUnits, type Unit } from "../../engine/units/index.ts";
import type { Quantity } from "../checked.ts";
import { type Checking, report } from "./checking.ts";
import type { Place, Want } from "./places.ts";
import { isZero, type Quantities } from "./quantities.ts";
import { checkRange } from "./ranges.ts";
import { shown } from "./shown.ts";
import { unitName, unitNames } from "./unitName.ts";

/** Holds each quantity against what its place wants: unit, range, and whether it may differ by year and segment. */
export function checkWants(checking: Checking, places: readonly Place[], quantities: Quantities): void {
  for (const place of places) {
    const quantity = quantities.at(place.name);
    if (quantity === undefined || place.want === undefined) continue;
    const fits = checkUnit(checking, place, place.want, quantity, quantities);
    const { range } = place.want;
    if (fits && range !== undefined) {
      const own = typeof range === "function" ? range(quantity.unit) : range;
      checkRange(checking, place, place.path, quantities.at(place.name)!, own, quantities);
    }
    const dimensions = quantities.dimensions(quantity);
    if (dimensions.segments && !place.want.segments) report(checking, "segmentsNotHere", place.path);
    if (dimensions.years && !place.want.years) report(checking, "yearsNotHere", place.path);
  }
}

function checkUnit(checking: Checking, place: Place, want: Want, quantity: Quantity, quantities: Quantities): boolean {
  const { accepts, fits } = want;
  if (accepts.length === 0 && fits === undefined) return true;
  const unitOf = (name: string) => quantities.at(name)?.unit;
  const fitting = (unit: Unit) => fits?.(unit, unitOf) ?? accepts.some((wanted) => equalUnits(wanted, unit));
  if (fitting(quantity.unit)) return true;
  // A salary is known by the month; whoever is told "kr/year" would write a month's with it.
  const salary = /\.post\.salary$/.test(place.path) && accepts[0] !== undefined;
  const first = salary ? unitName(accepts[0]).replace(/year$/, "month") : accepts[0] && unitName(accepts[0]);
  const wanted = salary ? `${first}` : unitNames(accepts);
  const path = place.path;
  if (quantities.isBare(quantity)) {
    if (allZero(quantity)) {
      quantities.settleUnit(place.name, accepts[0]);
      return true;
    }
    const written = shown(place.value);
    const example = typeof place.value === "object" ? `unit: ${first}` : `${written} ${first}`;
    report(checking, "unitAbsent", path, { written, wanted, example });
  } else if (quantity.kind === "reference") {
    report(checking, "unitNameWrong", path, { name: quantity.to, found: unitName(quantity.unit), wanted });
  } else {
    const own =
      typeof place.value === "object" && place.value !== null && "unit" in place.value ? `${path}.unit` : path;
    report(checking, "unitWrong", own, { found: unitName(quantity.unit), wanted });
  }
  return false;
}

function allZero(quantity: Quantity): boolean {
  if (quantity.kind === "byYear") return quantity.items.every(allZero);
  if (quantity.kind === "bySegment") return Object.values(quantity.items).every(allZero);
  return isZero(quantity);
}
