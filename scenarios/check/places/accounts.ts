import type { ScenarioContent } from "../../schema/index.ts";
import { type Add, fixed, share } from "./want.ts";

/** Places of the sections that look at the accounts as a whole. */
export function accountPlaces(add: Add, content: ScenarioContent): void {
  add("taxation.costPerKrona", content.taxation?.costPerKrona, { accepts: [share], range: "markup", ...fixed });
}
