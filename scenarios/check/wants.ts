import { equalUnits, type Unit } from "../../engine/units/index.ts";
import type { Quantity } from "../checked.ts";
import { type Checking, report } from "./checking.ts";
import { supportOf } from "./distribution.ts";
import type { Place, Range, Want } from "./places.ts";
import { isZero, type Quantities } from "./quantities.ts";
import { shown } from "./shown.ts";
import { unitName, unitNames } from "./unitName.ts";

/** Holds each quantity against what its place wants: unit, range, and whether it may differ by year and segment. */
export function checkWants(checking: Checking, places: readonly Place[], quantities: Quantities): void {
  for (const place of places) {
    const quantity = quantities.at(place.name);
    if (quantity === undefined || place.want === undefined) continue;
    const fits = checkUnit(checking, place, place.want, quantity, quantities);
    if (fits && place.want.range !== undefined)
      checkRange(checking, place, place.path, quantities.at(place.name)!, place.want.range, quantities);
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
  const wanted = unitNames(accepts);
  const path = place.path;
  if (quantities.isBare(quantity)) {
    if (allZero(quantity)) {
      quantities.settleUnit(place.name, accepts[0]);
      return true;
    }
    const written = shown(place.value);
    const example =
      typeof place.value === "object" ? `unit: ${unitName(accepts[0])}` : `${written} ${unitName(accepts[0])}`;
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

function checkRange(
  checking: Checking,
  place: Place,
  path: string,
  quantity: Quantity,
  range: Range,
  quantities: Quantities,
): void {
  const what = place.path.slice(place.path.lastIndexOf(".") + 1);
  switch (quantity.kind) {
    case "number": {
      const inside = quantity.value >= 0 && (range === "notNegative" || quantity.value <= 1);
      if (!inside)
        report(checking, range === "probability" ? "rangeProbability" : "rangeNegative", path, {
          written: numberText(quantity.value, range === "probability"),
          what,
        });
      return;
    }
    case "input": {
      const found = quantities.inputOf(quantity);
      if (found === undefined) return;
      const [low, high] = supportOf(found.distribution);
      if (low >= 0 && (range === "notNegative" || high <= 1)) return;
      const percent = range === "probability";
      const zero = percent ? "0 %" : "0";
      const cut = [low < 0 ? `min: ${zero}` : "", range === "probability" && high > 1 ? "max: 100 %" : ""]
        .filter((text) => text !== "")
        .join(", ");
      const code = range === "probability" ? "supportProbability" : "supportNegative";
      report(checking, code, path, {
        low: numberText(low, percent),
        high: numberText(high, percent),
        what,
        cut,
      });
      return;
    }
    case "reference": {
      const target = quantities.at(quantity.to);
      if (target !== undefined) checkRange(checking, place, path, target, range, quantities);
      return;
    }
    case "byYear":
      for (const [year, item] of quantity.items.entries())
        checkRange(checking, place, `${path}.${year}`, item, range, quantities);
      return;
    case "bySegment":
      for (const [segment, item] of Object.entries(quantity.items))
        checkRange(checking, place, `${path}.${segment}`, item, range, quantities);
      return;
    case "formula":
      return;
  }
}

/** A number for a message: shares in per cent, infinity as its sign. */
export function numberText(value: number, percent: boolean): string {
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
  const rounded = String(Number((percent ? value * 100 : value).toPrecision(6))).replace("-", "−");
  return percent ? `${rounded} %` : rounded;
}
