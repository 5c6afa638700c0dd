import type { CostEffectivenessRequest } from "../../engine/run/request.ts";
import { divideUnits, formatUnit, type Unit } from "../../engine/units/index.ts";
import { worthPlace } from "../check/places/worth.ts";
import type { FigurePath } from "../figures.ts";
import type { ScenarioContent } from "../schema/index.ts";
import type { Accounts } from "./accounts.ts";
import type { Context } from "./context.ts";

/**
 * The outcomes whose cost and effect are set against each other: those with a stated willingness to pay, and those that nothing
 * puts a price on. What a formula gains may well come from any outcome, so with one such only the stated ones are taken.
 */
export function costEffectivenessOf(
  context: Context,
  accounts: Accounts,
  declare: (path: FigurePath) => string,
  unit: (path: FigurePath) => Unit,
): readonly CostEffectivenessRequest[] {
  const { checked, shape, money } = context;
  const { content } = checked;
  const who = shape.leading === undefined ? {} : { who: shape.leading };
  if (accounts.isEmpty({ side: "cost", ...who })) return [];
  const priced = pricedOutcomes(content);
  return Object.entries(content.outcomes).flatMap(([outcome, { willingnessToPay }]) => {
    const effect: FigurePath = { figure: "cases", what: outcome };
    // An outcome in money needs no price.
    if (unit(effect)[money] !== undefined || (willingnessToPay === undefined && priced(outcome))) return [];
    const numbers = willingnessToPay?.map((_, at) => {
      const quantity = checked.quantities.get(worthPlace(outcome, at));
      return quantity?.kind === "number" ? quantity.value : Number.NaN;
    });
    return [
      {
        outcome,
        net: declare({ figure: "net", ...who }),
        effect: declare(effect),
        cost: declare({ figure: "pvCost", ...who }),
        unit: formatUnit(divideUnits({ [money]: 1 }, unit(effect))),
        ...(numbers === undefined ? {} : { willingness: [...new Set(numbers)].sort((a, b) => a - b) }),
      },
    ];
  });
}

function pricedOutcomes({ consequences, formulas }: ScenarioContent): (outcome: string) => boolean {
  const anything = Object.values(formulas).some(({ gains }) => gains !== undefined);
  const of = new Set(Object.values(consequences).map((consequence) => consequence.of));
  return (outcome) => anything || of.has(outcome);
}
