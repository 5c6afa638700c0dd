import type { Unit } from "../../../engine/units/index.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { payerPlaces, postPlaces } from "./costs.ts";
import { scalePlaces } from "./scaleUp.ts";
import { type Add, fixed, growth, newPeople, people, share } from "./want.ts";

/** Places of the forecast of ordinary operation. */
export function implementationPlaces(
  add: Add,
  content: ScenarioContent,
  money: string,
  unitOfOutcome: (id: string) => Unit | undefined,
): void {
  const { implementation } = content;
  if (implementation === undefined) return;
  const at = "implementation";
  const yearly = { accepts: [{ [money]: 1, year: -1 }], range: "amount", ...fixed } as const;
  add(`${at}.target`, implementation.target, { accepts: [people, newPeople], range: "amount", ...fixed });
  for (const [stage, part] of Object.entries(implementation.stages ?? {}))
    add(`${at}.stages.${stage}`, part, { accepts: [share], range: "probability", ...fixed });
  add(`${at}.amount`, implementation.amount, yearly);
  add(`${at}.posts`, implementation.posts, { accepts: [share, { post: 1 }], range: "amount", ...fixed });
  if (implementation.post !== undefined) postPlaces(add, `${at}.post`, implementation.post, money, fixed);
  add(`${at}.premises`, implementation.premises, yearly);
  for (const [id, amount] of Object.entries(implementation.oneOff))
    add(`${at}.oneOff.${id}`, amount, { accepts: [{ [money]: 1 }], range: "amount", ...fixed });
  add(`${at}.drift`, implementation.drift, { ...growth, ...fixed });
  add(`${at}.replaces.amount`, implementation.replaces?.amount, yearly);
  payerPlaces(add, `${at}.replaces.by`, implementation.replaces?.by);
  payerPlaces(add, `${at}.paidBy`, implementation.paidBy);
  add(`${at}.room`, implementation.room, yearly);
  scalePlaces(add, content, unitOfOutcome);
}
