import type { Unit } from "../../../engine/units/index.ts";
import { groupsOfPeople } from "../../groups.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { isRest } from "../../sharers.ts";
import { equalFundingPlaces } from "./equalFunding.ts";
import {
  type Add,
  countedUnit,
  duration,
  fixed,
  growth,
  keptPlaces,
  moneyPer,
  people,
  probability,
  share,
  split,
  toHorizon,
  type Want,
} from "./want.ts";

/** What a consequence is counted by: people, or what its outcome counts. */
export function countedBy(of: string, unitOfOutcome: (id: string) => Unit | undefined): Unit | undefined {
  const outcome = unitOfOutcome(of);
  return groupsOfPeople.includes(of) ? people : outcome === undefined ? undefined : countedUnit(outcome);
}

/** Places of the consequences: how often, how much, when, to whom, and what can be taken out of a budget. */
export function consequencePlaces(
  add: Add,
  content: ScenarioContent,
  money: string,
  unitOfOutcome: (id: string) => Unit | undefined,
): void {
  for (const [id, consequence] of Object.entries(content.consequences)) {
    const at = `consequences.${id}`;
    const below = countedBy(consequence.of, unitOfOutcome);
    const { number, cashable, equalFunding } = consequence;
    add(`${at}.share`, consequence.share, probability);
    // Beside a number the amount is that of one event or day: their product is held against the unit.
    const each = below === undefined || number !== undefined ? [] : moneyPer(money, below);
    add(`${at}.number`, number, { accepts: [], range: "amount", ...split });
    add(`${at}.amount`, consequence.amount, { accepts: each, ...split });
    add(`${at}.starts`, consequence.starts, duration);
    if (!toHorizon(consequence.lasts)) add(`${at}.lasts`, consequence.lasts, duration);
    keptPlaces(add, at, consequence.keeps);
    add(`${at}.drift`, consequence.drift, growth);
    for (const side of ["gains", "loses"] as const) {
      const sharers = consequence[side];
      if (typeof sharers !== "object") continue;
      for (const [actor, part] of Object.entries(sharers))
        if (!isRest(part)) add(`${at}.${side}.${actor}`, part, partOfWhole);
    }
    if (cashable !== undefined) {
      add(`${at}.cashable.share`, cashable.share, { ...probability, segments: false });
      add(`${at}.cashable.inStepsOf`, cashable.inStepsOf, { accepts: [], ...fixed });
      add(`${at}.cashable.delay`, cashable.delay, { ...duration, ...fixed });
    }
    equalFundingPlaces(add, at, equalFunding);
  }
}

const partOfWhole: Want = { accepts: [share], range: "probability", ...fixed };
