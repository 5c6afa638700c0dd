import type { Unit } from "../../../engine/units/index.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { type Per, readPer, readUntil, readWhen } from "../../when.ts";
import { type Checking, report, touched } from "../checking.ts";
import type { Quantities } from "../quantities.ts";
import { shown } from "../shown.ts";
import { checkEqualFunding } from "./equalFunding.ts";
import { checkPayers, needsTarget } from "./parties.ts";

type Cost = ScenarioContent["costs"][string];

export function checkCosts(checking: Checking, quantities: Quantities): void {
  for (const [id, cost] of Object.entries(checking.content.costs)) {
    const at = `costs.${id}`;
    if ((cost.amount === undefined) === (cost.post === undefined) && !touched(checking, at))
      report(checking, "costWays", at, {}, "key");
    const per = readPer(cost.per);
    if (per === undefined) report(checking, "perForm", `${at}.per`, { per: cost.per! });
    else if (per !== "once") needsTarget(checking, at);
    if (cost.rampUp !== undefined && cost.fullAfter !== undefined)
      report(checking, "rampUpTwice", `${at}.fullAfter`, {}, "key");
    checkTime(checking, id, cost, per, quantities);
    checkPayers(checking, `${at}.paidBy`, cost.paidBy, quantities);
    checkEqualFunding(checking, at, cost.equalFunding, cost.paidBy, quantities);
  }
}

function checkTime(checking: Checking, id: string, cost: Cost, per: Per | undefined, quantities: Quantities): void {
  const { programme, horizon } = checking.content;
  const horizonYears = horizon ?? programme.years;
  const at = `costs.${id}`;
  const when = readWhen(cost.when, programme.years, horizonYears);
  if (!when.ok) {
    if (when.problem === "form") report(checking, "whenForm", `${at}.when`, { when: cost.when });
    else report(checking, "whenOutside", `${at}.when`, { when: cost.when, last: horizonYears - 1 });
    return;
  }
  const severalYears = when.last > when.first;
  const comes = howOften(quantities, id, cost);
  const isOnce = comes === "once" && per === "once";
  if (isOnce && severalYears && when.months === undefined)
    report(checking, "costOnceOrYearly", `${at}.amount`, { amount: shown(cost.amount) });
  const unclear = comes === "list" || (comes === "once" && !isOnce && severalYears);
  if (unclear && when.months !== undefined)
    report(checking, "phaseUnclear", `${at}.when`, { amount: shown(cost.amount), when: cost.when });
  if (cost.until === undefined) return;
  const until = readUntil(cost.until, programme.start);
  if (!until.ok) {
    const code = until.problem === "form" ? "untilForm" : "untilStart";
    report(checking, code, `${at}.until`, { until: cost.until });
  } else if (until.month < (when.months?.first ?? 12 * when.first))
    report(checking, "untilBefore", `${at}.until`, { until: cost.until });
  else if (isOnce || comes === "list") report(checking, "untilOnce", `${at}.until`, { amount: shown(cost.amount) });
}

/** `kr/year` and a salary come every year; `amount: 50 000 kr` comes once, unless a list says it for each year. */
function howOften(
  quantities: Quantities,
  id: string,
  { amount: written }: Cost,
): "yearly" | "list" | "once" | undefined {
  const amount = quantities.at(`costs.${id}.amount`);
  const number = quantities.at(`costs.${id}.number`);
  if (written === undefined || amount === undefined || number === undefined) return undefined;
  const yearly = (unit: Unit) => (unit.year ?? 0) < 0;
  if (yearly(amount.unit) || yearly(number.unit)) return "yearly";
  return quantities.dimensions(amount).years || quantities.dimensions(number).years ? "list" : "once";
}
