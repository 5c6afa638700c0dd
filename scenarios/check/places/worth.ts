import { divideUnits, type Unit } from "../../../engine/units/index.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { type Add, countedUnit, fixed } from "./want.ts";

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
