import type { ScenarioContent } from "../../schema/index.ts";
import { type Add, fixed, share } from "./want.ts";

/** Places of the funding that independent schools are given, of a cost or a consequence. */
export function equalFundingPlaces(
  add: Add,
  at: string,
  funding: ScenarioContent["consequences"][string]["equalFunding"],
): void {
  add(`${at}.equalFunding.share`, funding?.share, { accepts: [share], range: "probability", ...fixed });
  add(`${at}.equalFunding.markup`, funding?.markup, { accepts: [share], range: "markup", ...fixed });
}
