import type { Unit } from "../../../engine/units/index.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { type Add, newPeople, people, share, split, type Want } from "./want.ts";

const error: Want = { accepts: [share], range: "factor", ...split };
const followed: Want = { accepts: [people, newPeople, share], range: "amount", ...split };

/** Places of how an outcome is followed up. */
export function measurementPlaces(
  add: Add,
  at: string,
  measurement: ScenarioContent["outcomes"][string]["measurement"],
  ofLevel: readonly Unit[],
): void {
  add(`${at}.sd`, measurement?.sd, error);
  add(`${at}.participants`, measurement?.participants, followed);
  add(`${at}.comparison`, measurement?.comparison, followed);
  add(`${at}.sdBetweenPeople`, measurement?.sdBetweenPeople, { accepts: ofLevel, range: "amount", ...split });
}
