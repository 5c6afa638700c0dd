import { adjustmentOf } from "./adjustments.ts";
import { namesIn } from "./check/behind.ts";
import type { CheckedScenario, Quantity } from "./checked.ts";

/** What may stand beside the effects as the file states them. */
export type BesideView = "adjusted" | "shrunk";

/** In which views an outcome's effect differs from what is stated. */
export function viewsOf(checked: CheckedScenario, outcome: string): readonly BesideView[] {
  const views: BesideView[] = [];
  if (adjustmentOf(checked.content, outcome) !== undefined) views.push("adjusted");
  const under = `outcomes.${outcome}.effect.`;
  const places = [...checked.quantities.keys()].filter((place) => place.startsWith(under));
  if (places.some((place) => isShrunk(checked, checked.quantities.get(place)))) views.push("shrunk");
  return views;
}

/** In which views something of the scenario differs from what is stated. */
export function viewsOfScenario(checked: CheckedScenario): readonly BesideView[] {
  const outcomes = Object.keys(checked.content.outcomes);
  const adjusted = outcomes.some((id) => adjustmentOf(checked.content, id) !== undefined);
  const shrunk = checked.inputs.some(({ shrinkage }) => shrinkage !== undefined);
  return [...(adjusted ? ["adjusted" as const] : []), ...(shrunk ? ["shrunk" as const] : [])];
}

function isShrunk(checked: CheckedScenario, quantity: Quantity | undefined): boolean {
  switch (quantity?.kind) {
    case "input":
      return checked.inputs[quantity.input].shrinkage !== undefined;
    case "reference":
      return isShrunk(checked, checked.quantities.get(quantity.to));
    case "formula":
      return [...namesIn(quantity.expression)].some((name) => {
        const { quantities } = checked;
        return isShrunk(checked, quantities.get(`formulas.${name}.value`) ?? quantities.get(name));
      });
    case "byYear":
      return quantity.items.some((item) => isShrunk(checked, item));
    case "bySegment":
      return Object.values(quantity.items).some((item) => isShrunk(checked, item));
    default:
      return false;
  }
}
