import { divideUnits, equalUnits, multiplyUnits, type Unit } from "../../../engine/units/index.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { readPer } from "../when.ts";
import { type Add, fixed, growth, moneyPer, people, share } from "./want.ts";

/** Places of the costs. */
export function costPlaces(add: Add, content: ScenarioContent, money: string): void {
  for (const [id, cost] of Object.entries(content.costs)) {
    const at = `costs.${id}`;
    const perPerson = cost.per === "enrolled" || cost.per === "completed";
    const here = { years: true, segments: perPerson };
    const counted: Unit = perPerson ? people : cost.per === undefined ? share : { group: 1 };
    add(`${at}.amount`, cost.amount, {
      accepts: perPerson ? moneyPer(money, people).toReversed() : moneyPer(money, share),
      fits: (unit, unitOf) => {
        const number = unitOf(`${at}.number`);
        return number === undefined || readPer(cost.per) === undefined || isMoneyFlow(unit, number, counted, money);
      },
      ...here,
    });
    if (cost.post !== undefined) {
      const salary = { [money]: 1, year: -1 };
      add(`${at}.post.salary`, cost.post.salary, {
        accepts: [salary, divideUnits(salary, { post: 1 })],
        range: "amount",
        ...here,
      });
      add(`${at}.post.charges`, cost.post.charges, { accepts: [share], range: "markup", ...here });
      add(`${at}.post.overhead`, cost.post.overhead, { accepts: [share], range: "markup", ...here });
    }
    const posts = cost.post === undefined ? { accepts: [share], fits: () => true } : { accepts: [share, { post: 1 }] };
    add(`${at}.number`, cost.number, { ...posts, range: "amount", ...here });
    add(`${at}.drift`, cost.drift, growth);
    if (typeof cost.paidBy === "object") {
      for (const [actor, part] of Object.entries(cost.paidBy))
        add(`${at}.paidBy.${actor}`, part, { accepts: [share], range: "probability", ...fixed });
    }
  }
}

/** Does amount · number · people (or groups) give money, once or per year? */
function isMoneyFlow(amount: Unit, number: Unit, counted: Unit, money: string): boolean {
  const { year: _year, ...total } = multiplyUnits(amount, number);
  const wanted: Unit = { [money]: 1 };
  if (equalUnits(multiplyUnits(total, counted), wanted)) return true;
  // Groups need not be named in the unit: the amount is kr per group.
  return counted.group === 1 && equalUnits(total, wanted);
}
