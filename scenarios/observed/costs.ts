import { report } from "../check/checking.ts";
import { phaseOf } from "../when.ts";
import type { CostSeen } from "./observed.ts";
import { isKnown, numberAt, partOfYear, type Reading, yearsSeen } from "./reading.ts";

/** What is not booked yet or belongs to another time: this share of an amount is its standard error unless the file says one. */
const costError = 0.05;

/** The costs so far, or by year. */
export function readCosts(to: Reading): readonly CostSeen[] {
  const { costs } = to.scenario.content;
  return Object.entries(to.content.costs).flatMap(([cost, { amount, se }]) => {
    const path = `costs.${cost}`;
    if (!isKnown(to, "observedCost", path, cost, Object.keys(costs), "key")) return [];
    const money = { [to.words.money]: 1 };
    const stated = se === undefined ? undefined : numberAt(to, `${path}.se`, se, money);
    if (stated !== undefined && stated <= 0) report(to, "observedErrorForm", `${path}.se`, { key: "se" });
    const years = yearsOf(to, cost);
    const one = (written: unknown, at: string, of: CostSeen["years"]): CostSeen[] => {
      const value = numberAt(to, at, written, money);
      if (value === undefined) return [];
      if (se !== undefined && !(stated !== undefined && stated > 0)) return [];
      const error = stated ?? costError * Math.abs(value);
      // Of nothing spent the error is not nothing.
      if (!(error > 0)) report(to, "observedError", at, {});
      return error > 0 ? [{ cost, years: of, amount: value, se: error }] : [];
    };
    if (!Array.isArray(amount)) return one(amount, `${path}.amount`, years);
    const known = yearsSeen(to.months, to.context.shape.horizonYears);
    if (amount.length > known) {
      report(to, "observedFuture", `${path}.amount`, { years: known, n: amount.length });
      return [];
    }
    return amount.flatMap((own, year) =>
      one(
        own,
        `${path}.amount.${year}`,
        years.filter((seen) => seen.year === year).length > 0
          ? years.filter((seen) => seen.year === year)
          : [{ year, part: partOfYear(to.months, year) }],
      ),
    );
  });
}

/** Years seen, each with how much of the cost's own months in it had passed. */
function yearsOf({ scenario, context, months }: Reading, cost: string): CostSeen["years"] {
  const { horizonYears } = context.shape;
  const phase = phaseOf(scenario.content.costs[cost], scenario.content.programme, horizonYears);
  return Array.from({ length: yearsSeen(months, horizonYears) }, (_, year) => {
    const first = Math.max(12 * year, phase.months?.first ?? 0);
    const last = Math.min(12 * year + 11, phase.months?.last ?? Number.POSITIVE_INFINITY);
    const inAll = last - first + 1;
    return { year, part: inAll <= 0 ? 1 : Math.min(1, Math.max(0, (months - first) / inAll)) };
  });
}
