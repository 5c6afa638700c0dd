import { sharesByComponent } from "../../components.ts";
import { type Add, fixed, share } from "./want.ts";

/** Places of the shares that components have of a cost or an effect; what is the rest of the others is no number. */
export function componentPlaces(
  add: Add,
  at: string,
  component: string | { readonly [id: string]: unknown } | undefined,
): void {
  if (component === undefined) return;
  for (const { component: id, written, isRest } of sharesByComponent(component))
    if (!isRest) add(`${at}.${id}`, written, { accepts: [share], range: "probability", ...fixed });
}
