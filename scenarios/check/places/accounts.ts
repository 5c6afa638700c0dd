import type { ScenarioContent } from "../../schema/index.ts";
import { type Add, fixed, perYear, share } from "./want.ts";

/** Places of the sections that look at the accounts as a whole. */
export function accountPlaces(add: Add, content: ScenarioContent): void {
  add("taxation.costPerKrona", content.taxation?.costPerKrona, { accepts: [share], range: "markup", ...fixed });
  const inflation = content.budget?.inflation;
  const rate = { accepts: [perYear, share], range: "rate", ...fixed } as const;
  if (!Array.isArray(inflation)) add("budget.inflation", inflation, rate);
  else for (const [index, value] of inflation.entries()) add(`budget.inflation.${index}`, value, rate);
}
