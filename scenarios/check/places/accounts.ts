import { divideUnits, multiplyUnits } from "../../../engine/units/index.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { type Add, bySegment, fixed, people, perYear, share } from "./want.ts";

/** Places of the sections that look at the accounts as a whole. */
export function accountPlaces(add: Add, content: ScenarioContent, money: string): void {
  add("taxation.costPerKrona", content.taxation?.costPerKrona, { accepts: [share], range: "markup", ...fixed });
  const income = {
    accepts: [perYear, divideUnits(perYear, people)].map((each) => multiplyUnits({ [money]: 1 }, each)),
  };
  for (const [actor, value] of Object.entries(content.weights?.incomes ?? {}))
    add(`weights.incomes.${actor}`, value, { ...income, range: "ratio", ...bySegment });
  add("weights.median", content.weights?.median, { ...income, range: "ratio", ...fixed });
  add("weights.elasticity", content.weights?.elasticity, { accepts: [share], range: "factor", ...fixed });
  const inflation = content.budget?.inflation;
  const rate = { accepts: [perYear, share], range: "rate", ...fixed } as const;
  if (!Array.isArray(inflation)) add("budget.inflation", inflation, rate);
  else for (const [index, value] of inflation.entries()) add(`budget.inflation.${index}`, value, rate);
}
