import type { Unit } from "../../../engine/units/index.ts";
import { type Checking, report, touched } from "../checking.ts";
import type { Quantities } from "../quantities.ts";
import { numberText } from "../ranges.ts";
import { shown } from "../shown.ts";
import { readPer, readWhen } from "../when.ts";
import { checkLeaf, needsTarget } from "./parties.ts";

export function checkCosts(checking: Checking, quantities: Quantities): void {
  const { content } = checking;
  const programmeYears = content.programme.years;
  const horizonYears = content.horizon ?? programmeYears;
  for (const [id, cost] of Object.entries(content.costs)) {
    const at = `costs.${id}`;
    if ((cost.amount === undefined) === (cost.post === undefined) && !touched(checking, at))
      report(checking, "costWays", at, {}, "key");
    const per = readPer(cost.per);
    if (per === undefined) report(checking, "perForm", `${at}.per`, { per: cost.per! });
    else if (per !== "once") needsTarget(checking, at);
    const when = readWhen(cost.when, programmeYears, horizonYears);
    if (!when.ok) {
      if (when.problem === "form") report(checking, "whenForm", `${at}.when`, { when: cost.when });
      else report(checking, "whenOutside", `${at}.when`, { when: cost.when, last: horizonYears - 1 });
    } else if (per === "once" && when.last > when.first) checkOnce(checking, id, quantities);
    if (typeof cost.paidBy === "string") checkLeaf(checking, cost.paidBy, `${at}.paidBy`);
    else checkPayers(checking, at, cost.paidBy, quantities);
  }
}

/** `amount: 50 000 kr` over several years: once, or each year? A list by year and `kr/year` say which. */
function checkOnce(checking: Checking, id: string, quantities: Quantities): void {
  const amount = quantities.at(`costs.${id}.amount`);
  const number = quantities.at(`costs.${id}.number`);
  if (amount === undefined || number === undefined || quantities.dimensions(amount).years) return;
  const yearly = (unit: Unit) => (unit.year ?? 0) < 0;
  if (yearly(amount.unit) || yearly(number.unit) || quantities.dimensions(number).years) return;
  report(checking, "costOnceOrYearly", `costs.${id}.amount`, { amount: shown(checking.content.costs[id].amount) });
}

function checkPayers(
  checking: Checking,
  at: string,
  payers: { readonly [actor: string]: unknown },
  quantities: Quantities,
): void {
  let sum = 0;
  let certain = true;
  for (const actor of Object.keys(payers)) {
    checkLeaf(checking, actor, `${at}.paidBy.${actor}`, "key");
    const share = quantities.at(`${at}.paidBy.${actor}`);
    if (share?.kind === "number") sum += share.value;
    else certain = false;
  }
  if (certain && Math.abs(sum - 1) > 1e-9)
    report(checking, "payerShares", `${at}.paidBy`, { sum: numberText(sum, true) }, "key");
}
