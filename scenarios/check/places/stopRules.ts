import type { ScenarioContent } from "../../schema/index.ts";
import { reactionOf, stopRulePlace, stopRulesOf } from "../../stopRules.ts";
import { payerPlaces } from "./costs.ts";
import { hitPlaces } from "./risks.ts";
import { type Add, fixed, moneyPer, share, year } from "./want.ts";

/** Places of the stop rules: how long a decision takes, and what the end, or the change, is and costs. */
export function stopRulePlaces(add: Add, content: ScenarioContent, money: string): void {
  for (const [id, rule] of stopRulesOf(content)) {
    const { notice, windDownCost } = rule;
    const at = stopRulePlace(id);
    add(`${at}.notice`, notice, { accepts: [year], range: "duration", ...fixed });
    const [, once] = moneyPer(money, share);
    add(`${at}.windDownCost.amount`, windDownCost?.amount, { accepts: [once], ...fixed });
    payerPlaces(add, `${at}.windDownCost.paidBy`, windDownCost?.paidBy);
    const reaction = reactionOf(id, rule);
    if (reaction === undefined) continue;
    hitPlaces(add, reaction.place, reaction.hits);
    add(`${reaction.place}.cost.amount`, reaction.cost?.amount, { accepts: moneyPer(money, share), ...fixed });
    payerPlaces(add, `${reaction.place}.cost.paidBy`, reaction.cost?.paidBy);
  }
}
