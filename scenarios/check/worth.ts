import type { Unit } from "../../engine/units/index.ts";
import { divideUnits } from "../../engine/units/index.ts";
import type { ScenarioContent } from "../schema/index.ts";
import { type Checking, report } from "./checking.ts";
import { type Add, countedUnit, fixed } from "./places/want.ts";
import type { Quantities } from "./quantities.ts";
import { shown } from "./shown.ts";

/** Where it stands what a unit of an outcome may be worth. */
export const worthPlace = (outcome: string, at: number): string => `outcomes.${outcome}.willingnessToPay.${at}`;

/** Places of what a unit of an outcome may be worth. */
export function worthPlaces(
  add: Add,
  content: ScenarioContent,
  money: string,
  unitOfOutcome: (id: string) => Unit | undefined,
): void {
  for (const [id, { willingnessToPay = [] }] of Object.entries(content.outcomes)) {
    const unit = unitOfOutcome(id);
    const accepts = unit === undefined ? [] : [divideUnits({ [money]: 1 }, countedUnit(unit))];
    for (const [at, value] of willingnessToPay.entries())
      add(worthPlace(id, at), value, { accepts, range: "amount", ...fixed });
  }
}

/** What a unit is worth is asked, not drawn: plain numbers. */
export function checkWorth(checking: Checking, quantities: Quantities): void {
  for (const [id, { willingnessToPay = [] }] of Object.entries(checking.content.outcomes))
    for (const [at, value] of willingnessToPay.entries()) {
      const place = worthPlace(id, at);
      const quantity = quantities.at(place);
      if (quantity !== undefined && quantity.kind !== "number")
        report(checking, "numberHere", place, { key: "willingnessToPay", written: shown(value) });
    }
}
