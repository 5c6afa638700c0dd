import type { CheckedHit } from "../checked.ts";
import { changes } from "../schema/stopRules.ts";
import { reactionOf, type StopRule, stopRulePlace } from "../stopRules.ts";
import { report, touched } from "./checking.ts";
import { checkPayers } from "./flows/parties.ts";
import { checkHit } from "./risks/hits.ts";
import type { HitCheck } from "./risks/target.ts";

/** What a rule changes, held against what it strikes; undefined where it ends the programme, or nothing can be told. */
export function checkReaction(check: HitCheck, id: string, rule: StopRule): readonly CheckedHit[] | undefined {
  const { checking, quantities } = check;
  const at = stopRulePlace(id);
  const idle = (key: "each" | "windDownCost", then: string): void => {
    if (rule[key] !== undefined) report(checking, "stopRuleKey", `${at}.${key}`, { key, then }, "key");
  };
  if (typeof rule.then === "string") {
    idle("each", changes.join(", "));
    return undefined;
  }
  idle("windDownCost", "stop, windDown");
  const { then } = rule;
  const ways = changes.filter((how) => then[how] !== undefined);
  const reaction = reactionOf(id, rule);
  if (reaction === undefined || ways.length > 1) {
    if (!touched(checking, `${at}.then`)) report(checking, "reactionForm", `${at}.then`, {});
    return undefined;
  }
  const { place, hits, cost } = reaction;
  if (cost !== undefined) checkPayers(checking, `${place}.cost.paidBy`, cost.paidBy, quantities);
  if (Object.keys(hits).length === 0 && !touched(checking, place))
    report(checking, "riskIdle", place, { name: id }, "key");
  return Object.entries(hits).flatMap(([path, hit]) => checkHit(check, path, hit, { at: place, byYear: true }) ?? []);
}
