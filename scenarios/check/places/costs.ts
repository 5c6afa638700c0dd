import { divideUnits, equalUnits, multiplyUnits, type Unit } from "../../../engine/units/index.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import type { QuantityInput } from "../../schema/parts.ts";
import { readPer } from "../../when.ts";
import { rateOf } from "../onCosts.ts";
import { componentPlaces } from "./components.ts";
import { equalFundingPlaces } from "./equalFunding.ts";
import { type Add, duration, factor, fixed, growth, moneyPer, people, share } from "./want.ts";

interface PostContent {
  readonly salary: QuantityInput;
  readonly charges: QuantityInput;
  readonly overhead: QuantityInput;
}

/** Places of the costs. */
export function costPlaces(add: Add, content: ScenarioContent, money: string): void {
  for (const [id, cost] of Object.entries(content.costs)) {
    const at = `costs.${id}`;
    const per = readPer(cost.per);
    const perPerson = typeof per === "object" && "each" in per;
    const here = { years: true, segments: perPerson };
    const counted: Unit = perPerson ? people : cost.per === undefined ? share : { group: 1 };
    add(`${at}.amount`, cost.amount, {
      accepts: perPerson ? moneyPer(money, people).toReversed() : moneyPer(money, share),
      fits: (unit, unitOf) => {
        const number = unitOf(`${at}.number`);
        return number === undefined || per === undefined || isMoneyFlow(unit, number, counted, money);
      },
      ...here,
    });
    if (cost.post !== undefined) postPlaces(add, `${at}.post`, cost.post, money, here);
    const posts = cost.post === undefined ? { accepts: [share], fits: () => true } : { accepts: [share, { post: 1 }] };
    add(`${at}.number`, cost.number, { ...posts, range: "amount", ...here });
    add(`${at}.rampUp`, cost.rampUp, { ...factor, segments: perPerson });
    add(`${at}.fullAfter`, cost.fullAfter, { ...duration, segments: perPerson });
    add(`${at}.drift`, cost.drift, growth);
    equalFundingPlaces(add, at, cost.equalFunding);
    componentPlaces(add, `${at}.component`, cost.component);
    payerPlaces(add, `${at}.paidBy`, cost.paidBy);
  }
}

/** Salary, on-costs and overhead of a post. */
export function postPlaces(
  add: Add,
  at: string,
  post: PostContent,
  money: string,
  here: { readonly years: boolean; readonly segments: boolean },
): void {
  const salary = { [money]: 1, year: -1 };
  add(`${at}.salary`, post.salary, {
    accepts: [salary, divideUnits(salary, { post: 1 })],
    range: "amount",
    ...here,
  });
  add(`${at}.charges`, rateOf(post.charges), { accepts: [share], range: "markup", ...here });
  add(`${at}.overhead`, post.overhead, { accepts: [share], range: "markup", ...here });
}

/** Shares by actor, where several pay. */
export function payerPlaces(add: Add, at: string, payers: unknown): void {
  if (typeof payers !== "object" || payers === null) return;
  for (const [actor, part] of Object.entries(payers))
    add(`${at}.${actor}`, part, { accepts: [share], range: "probability", ...fixed });
}

/** Does amount · number · people (or groups) give money, once or per year? */
function isMoneyFlow(amount: Unit, number: Unit, counted: Unit, money: string): boolean {
  const { year: _year, ...total } = multiplyUnits(amount, number);
  const wanted: Unit = { [money]: 1 };
  if (equalUnits(multiplyUnits(total, counted), wanted)) return true;
  // Groups need not be named in the unit: the amount is kr per group.
  return counted.group === 1 && equalUnits(total, wanted);
}
