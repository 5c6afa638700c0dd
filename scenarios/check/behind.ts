import type { Quantity } from "../checked.ts";
import type { Expression } from "../formula.ts";
import type { Quantities } from "./quantities.ts";

/** Every name in a formula, as it stands there. */
export function* namesIn(expression: Expression): Generator<string> {
  switch (expression.kind) {
    case "number":
      return;
    case "name":
      yield expression.name;
      return;
    case "unary":
      yield* namesIn(expression.operand);
      return;
    case "binary":
      yield* namesIn(expression.left);
      yield* namesIn(expression.right);
      return;
    case "call":
      for (const argument of expression.arguments) yield* namesIn(argument);
  }
}

/** The place itself and every other that its value depends on, through names and formulas; figures are not followed. */
export function placesBehind(place: string, quantities: Quantities): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const key = quantities.has(`formulas.${name}.value`) ? `formulas.${name}.value` : name;
    if (found.has(key)) return;
    const quantity = quantities.read.get(key);
    if (quantity === undefined) return;
    found.add(key);
    into(quantity, key);
  };
  const into = (quantity: Quantity, at: string): void => {
    if (quantity.kind === "reference") visit(quantity.to);
    else if (quantity.kind === "formula") for (const name of namesIn(quantity.expression)) visit(name);
    else if (quantity.kind === "ownAmounts") for (const key of ["number", "expected", "times"]) visit(`${at}.${key}`);
    else if (quantity.kind === "byYear") for (const year of quantity.items.keys()) visit(`${at}.y${year}`);
    else if (quantity.kind === "bySegment") for (const id of Object.keys(quantity.items)) visit(`${at}.${id}`);
  };
  visit(place);
  return found;
}
