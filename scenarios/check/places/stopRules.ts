import type { ScenarioContent } from "../../schema/index.ts";
import { stopRulePlace, stopRulesOf } from "../../stopRules.ts";
import { payerPlaces } from "./costs.ts";
import { type Add, fixed, moneyPer, share, year } from "./want.ts";

/** Places of the stop rules: how long a decision takes, and what the end costs. */
export function stopRulePlaces(add: Add, content: ScenarioContent, money: string): void {
  for (const [id, { notice, windDownCost }] of stopRulesOf(content)) {
    const at = stopRulePlace(id);
    add(`${at}.notice`, notice, { accepts: [year], range: "duration", ...fixed });
    const [, once] = moneyPer(money, share);
    add(`${at}.windDownCost.amount`, windDownCost?.amount, { accepts: [once], ...fixed });
    payerPlaces(add, `${at}.windDownCost.paidBy`, windDownCost?.paidBy);
  }
}
