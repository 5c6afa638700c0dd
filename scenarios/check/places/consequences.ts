import type { Unit } from "../../../engine/units/index.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import {
  type Add,
  countedUnit,
  duration,
  growth,
  keptPlaces,
  moneyPer,
  people,
  probability,
  split,
  toHorizon,
} from "./want.ts";

/** Places of the consequences: how often, how much, when. */
export function consequencePlaces(
  add: Add,
  content: ScenarioContent,
  money: string,
  unitOfOutcome: (id: string) => Unit | undefined,
): void {
  for (const [id, consequence] of Object.entries(content.consequences)) {
    const at = `consequences.${id}`;
    const outcome = unitOfOutcome(consequence.of);
    const groups = ["enrolled", "completed", "everyone", "harmed"];
    const below = groups.includes(consequence.of) ? people : outcome === undefined ? undefined : countedUnit(outcome);
    add(`${at}.share`, consequence.share, probability);
    add(`${at}.amount`, consequence.amount, { accepts: below === undefined ? [] : moneyPer(money, below), ...split });
    add(`${at}.starts`, consequence.starts, duration);
    if (!toHorizon(consequence.lasts)) add(`${at}.lasts`, consequence.lasts, duration);
    keptPlaces(add, at, consequence.keeps);
    add(`${at}.drift`, consequence.drift, growth);
  }
}
