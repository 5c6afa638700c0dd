import type { CheckedInput, Quantity } from "../../checked.ts";
import type { Checking } from "../checking.ts";
import type { Quantities } from "../quantities.ts";
import { lookUp } from "../structure.ts";

/** What the search for inputs that are sound and still mislead looks at. */
export interface Doubting {
  readonly checking: Checking;
  readonly quantities: Quantities;
}

/** Where below `effect` the numbers of an effect may stand. */
export const numberPlaces: readonly string[] = [
  "relativeReduction",
  "points",
  "changes.participants",
  "relativeRisk",
  "oddsRatio",
  "hazardRatio",
  "smd",
  "shares.participants",
  "difference",
  "difference.participants",
  "postponedBy",
];

/** The quantity at a place, through names. */
export function followed(quantities: Quantities, place: string): Quantity | undefined {
  const quantity = quantities.read.get(place);
  return quantity?.kind === "reference" ? followed(quantities, quantity.to) : quantity;
}

/** Path of a place in the content. */
export const pathOf = ({ content }: Checking, place: string): string =>
  Object.hasOwn(content.quantities, place.split(".")[0]) ? `quantities.${place}` : place;

/** All that a quantity says of itself in words: its notes and assumptions, those of its parts too. */
export function notesAt(checking: Checking, path: string): string {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, own] of Object.entries(value)) {
      if (key !== "note" && key !== "assumption") walk(own);
      else if (typeof own === "object" && own !== null) texts.push(...Object.values(own).map(String));
      else texts.push(String(own));
    }
  };
  walk(lookUp(checking.content, path.split(".")));
  return texts.join("\n");
}

/** The uncertain numbers of a quantity: its own, or those of its years and segments. */
export function* inputsOf(quantities: Quantities, quantity: Quantity | undefined): Generator<CheckedInput> {
  if (quantity === undefined) return;
  if (quantity.kind === "byYear") for (const item of quantity.items) yield* inputsOf(quantities, item);
  else if (quantity.kind === "bySegment")
    for (const item of Object.values(quantity.items)) yield* inputsOf(quantities, item);
  else if (quantity.kind === "reference") yield* inputsOf(quantities, quantities.read.get(quantity.to));
  else if (quantity.kind === "input") {
    const input = quantities.inputOf(quantity);
    if (input !== undefined) yield input;
  }
}

/** True for a number, and for a list or map of nothing but numbers; `some` must hold of one of them. */
export function isCertain(quantities: Quantities, quantity: Quantity | undefined): boolean {
  switch (quantity?.kind) {
    case "number":
      return true;
    case "reference":
      return isCertain(quantities, quantities.read.get(quantity.to));
    case "byYear":
      return quantity.items.every((item) => isCertain(quantities, item));
    case "bySegment":
      return Object.values(quantity.items).every((item) => isCertain(quantities, item));
    default:
      return false;
  }
}

/** Does some number of a certain quantity differ from zero? */
export function isSomewhere(quantities: Quantities, quantity: Quantity | undefined): boolean {
  switch (quantity?.kind) {
    case "number":
      return quantity.value !== 0;
    case "reference":
      return isSomewhere(quantities, quantities.read.get(quantity.to));
    case "byYear":
      return quantity.items.some((item) => isSomewhere(quantities, item));
    case "bySegment":
      return Object.values(quantity.items).some((item) => isSomewhere(quantities, item));
    default:
      return true;
  }
}
