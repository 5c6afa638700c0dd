import { type Phase, phaseOf, readUntil, readWhen } from "../../when.ts";
import { placesBehind } from "../behind.ts";
import { report } from "../checking.ts";
import { onCostYear } from "../onCosts.ts";
import { type Doubting, followed, isCertain, isSomewhere } from "./doubt.ts";
import { meanOf } from "./money.ts";

/** Wage on-costs that are missing, twice or of another year; income that ends before the costs. */
export function findCosts(doubting: Doubting): void {
  findOnCosts(doubting);
  findEndingGrants(doubting);
}

function findOnCosts({ checking, quantities }: Doubting): void {
  const { costs, priceYear } = checking.content;
  for (const [id, { post }] of Object.entries(costs)) {
    if (post === undefined) continue;
    const place = `costs.${id}.post`;
    const behind = placesBehind(`${place}.salary`, quantities);
    const included = quantities.unitCosts.find(
      ({ cost, place: own }) => behind.has(own) && (cost.entry.includes ?? []).includes("employersContributions"),
    );
    const charges = followed(quantities, `${place}.charges`);
    const none = isCertain(quantities, charges) && !isSomewhere(quantities, charges);
    if (none && included === undefined) report(checking, "onCostMissing", place, { name: id }, "key");
    if (!none && included !== undefined)
      report(checking, "onCostTwice", `${place}.charges`, { name: included.cost.id }, "key");
    const year = onCostYear(post.charges);
    if (year !== undefined && priceYear !== undefined && year !== priceYear)
      report(checking, "onCostOtherYear", `${place}.charges.PO`, { name: id, year, priceYear });
  }
}

/** A grant or a fee that stops while costs go on, and no other income takes over. */
function findEndingGrants({ checking, quantities }: Doubting): void {
  const { costs, programme, horizon } = checking.content;
  const lines = Object.entries(costs).flatMap(([id, cost]) => {
    const sound =
      readWhen(cost.when, programme.years, horizon ?? programme.years).ok &&
      (cost.until === undefined || readUntil(cost.until, programme.start).ok);
    const mean = meanOf(quantities, followed(quantities, `costs.${id}.amount`));
    if (!sound || (cost.post === undefined && mean === undefined)) return [];
    const { first, last } = monthsOf(phaseOf(cost, programme, horizon ?? programme.years));
    return [{ id, cost, first, last, isIncome: cost.post === undefined && mean! < 0 }];
  });
  for (const { id, cost, first, last, isIncome } of lines) {
    if (!isIncome) continue;
    const goOn = lines.filter((other) => other.first <= last && other.last > last);
    const spending = goOn.filter((other) => !other.isIncome).map((other) => other.id);
    const taken = lines.some(
      (other) => other.isIncome && other.first > first && other.first <= last + 1 && other.last > last,
    );
    if (spending.length === 0 || taken) continue;
    const key = cost.until === undefined ? "when" : "until";
    report(checking, "grantEnds", `costs.${id}.${key}`, { name: id, ends: cost[key]!, costs: spending.join(", ") });
  }
}

const monthsOf = ({ first, last, months }: Phase) => months ?? { first: 12 * first, last: 12 * last + 11 };
