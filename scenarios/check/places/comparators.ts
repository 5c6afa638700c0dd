import { divideUnits, type Unit } from "../../../engine/units/index.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { type Add, countedUnit, fixed } from "./want.ts";

/** Places of what other programmes cost for each unit of an outcome. */
export function comparatorPlaces(
  add: Add,
  content: ScenarioContent,
  money: string,
  unitOfOutcome: (id: string) => Unit | undefined,
): void {
  for (const [id, { of, costPer }] of Object.entries(content.comparators ?? {})) {
    const unit = unitOfOutcome(of.trim());
    const accepts = unit === undefined ? [] : [divideUnits({ [money]: 1 }, countedUnit(unit))];
    add(`comparators.${id}.costPer`, costPer, { accepts, range: "amount", ...fixed });
  }
}
