import type { CheckedRisk } from "../checked.ts";
import { isObserved } from "../measurement.ts";
import {
  isAgainstPlan,
  looksOf,
  plannedFigures,
  readLooks,
  stopRulePlace,
  stopRulesOf,
  testsOf,
} from "../stopRules.ts";
import { parseTest } from "../test.ts";
import { report, reportInText, touched } from "./checking.ts";
import { checkTest } from "./criteria.ts";
import type { FigureReader } from "./figures.ts";
import { checkPayers } from "./flows/parties.ts";
import { checkReaction } from "./reactions.ts";
import type { HitCheck } from "./risks/target.ts";

/** More looks than this are a slip of the pen, and a graph that nobody can run. */
const mostLooks = 40;

/** Stop rules: when is looked, at what, and what is changed then. @returns what rules strike, in file order */
export function checkStopRules(check: HitCheck, figures: FigureReader): readonly CheckedRisk[] {
  const { checking, quantities } = check;
  const { content } = checking;
  const reactions: CheckedRisk[] = [];
  const { years } = content.programme;
  for (const [id, rule] of stopRulesOf(content)) {
    const at = stopRulePlace(id);
    if (touched(checking, `${at}.look`) || checking.broken.has(at)) continue;
    const looks = readLooks(rule.look, years);
    if (!looks.ok)
      report(checking, looks.problem === "form" ? "lookForm" : "lookOutside", `${at}.look`, {
        look: looks.written,
        years,
      });
    else if (looksOf(rule, years).length > mostLooks) report(checking, "lookMany", `${at}.look`, { most: mostLooks });
    if (touched(checking, at)) continue;
    for (const { text, at: own } of testsOf(rule).tests) {
      const path = `${at}.${own}`;
      const parsed = parseTest(text, checking.words);
      if (parsed.ok && !isSeen(parsed.test.figure)) {
        const { figure, figureSpan } = parsed.test;
        reportInText(
          checking,
          { code: "stopRuleFigure", with: { figure, planned: plannedFigures.join(", ") } },
          path,
          figureSpan,
        );
      } else checkTest({ checking, quantities, figures, ids: [] }, text, path);
    }
    if (rule.windDownCost !== undefined)
      checkPayers(checking, `${at}.windDownCost.paidBy`, rule.windDownCost.paidBy, quantities);
    const hits = checkReaction(check, id, rule);
    if (hits !== undefined) reactions.push({ id, hits });
  }
  return reactions;
}

/** A figure that can be seen while the programme runs; what it is of then follows from when it is looked. */
function isSeen(figure: string): boolean {
  const [name, ...parts] = figure.split(".");
  return (isObserved(name) || isAgainstPlan(name)) && !parts.some((part) => /^y\d+$/.test(part));
}
