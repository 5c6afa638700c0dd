import { describe } from "../../engine/distributions/index.ts";
import type { Quantity } from "../checked.ts";
import { namesIn } from "./behind.ts";
import { type Checking, report } from "./checking.ts";
import { supportOf } from "./distribution.ts";
import { pathOf } from "./doubts/doubt.ts";
import { mostOneByOne, type OwnAmounts } from "./ownAmounts.ts";
import type { Quantities } from "./quantities.ts";

/** What can only be judged when all quantities are read: where they stand, and whether they can be added up. */
export function checkOwnAmounts(checking: Checking, quantities: Quantities): void {
  const { read } = quantities;
  const followed = (name: string): readonly [string, Quantity] | undefined => {
    const quantity = read.get(read.has(`formulas.${name}.value`) ? `formulas.${name}.value` : name);
    return quantity?.kind === "reference" ? followed(quantity.to) : quantity && [name, quantity];
  };
  const isUncounted = (quantity: Quantity | undefined): boolean =>
    quantity?.kind === "ownAmounts"
      ? quantity.counted === undefined
      : quantity?.kind === "reference" && isUncounted(followed(quantity.to)?.[1]);
  const refuse = (place: string): void => report(checking, "eachNotHere", pathOf(checking, place), { place });
  for (const [place, quantity] of read) {
    if (quantity.kind === "ownAmounts") {
      checkTail(checking, place, quantity, quantities);
      if (quantity.counted !== undefined) checkOneValue(checking, `${place}.${quantity.counted}`, quantities);
    }
    if (quantity.kind === "formula") {
      if ([...namesIn(quantity.expression)].some((name) => isUncounted(followed(name)?.[1]))) refuse(place);
    } else if (quantity.kind === "byYear" || quantity.kind === "bySegment") {
      if (Object.values(quantity.items).some(isUncounted)) refuse(place);
    } else if (isUncounted(quantity) && !isNamed(checking, place) && !isCounted(checking, place)) refuse(place);
  }
}

const isNamed = ({ content }: Checking, place: string): boolean => Object.hasOwn(content.quantities, place);

/** The amount of a consequence, of people or of an outcome that is a share of them. */
function isCounted({ content }: Checking, place: string): boolean {
  const [, id] = /^consequences\.([^.]+)\.amount$/.exec(place) ?? [];
  if (id === undefined) return false;
  const { of } = content.consequences[id];
  const outcome = content.outcomes[of];
  return outcome === undefined || ["share", "shares", "%", "pp"].includes(outcome.unit.trim());
}

function checkOneValue(checking: Checking, place: string, quantities: Quantities): void {
  const quantity = quantities.read.get(place);
  if (quantity === undefined) return;
  const { years, segments } = quantities.dimensions(quantity);
  if (segments) report(checking, "segmentsNotHere", pathOf(checking, place));
  if (years) report(checking, "yearsNotHere", pathOf(checking, place));
}

/** Amounts beyond those drawn one by one are added up by their moments, which must exist. */
function checkTail(checking: Checking, place: string, quantity: OwnAmounts, quantities: Quantities): void {
  const { variance, skewness } = describe(quantity.each);
  if (variance === 0 || Number.isFinite(skewness)) return;
  if (mostOf(quantities, `${place}.number`) <= quantity.oneByOne) return;
  report(checking, "eachHeavy", `${pathOf(checking, place)}.each`, { drawn: quantity.oneByOne, most: mostOneByOne });
}

/** The largest whole number there can be. */
function mostOf(quantities: Quantities, place: string): number {
  const quantity = quantities.read.get(place);
  switch (quantity?.kind) {
    case "number":
      return Math.ceil(Math.abs(quantity.value));
    case "reference":
      return mostOf(quantities, quantity.to);
    case "input": {
      const input = quantities.inputOf(quantity);
      const [low, high] = input === undefined ? [0, Number.POSITIVE_INFINITY] : supportOf(input.distribution);
      return Math.ceil(Math.max(Math.abs(low), Math.abs(high)));
    }
    default:
      return Number.POSITIVE_INFINITY;
  }
}
