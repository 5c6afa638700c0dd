import type { Quantity } from "../checked.ts";
import { suggestion } from "../nearest.ts";
import { namesIn } from "./behind.ts";
import { type Checking, report } from "./checking.ts";
import type { Quantities } from "./quantities.ts";

/** The path of the input of a name or at a place, names followed; undefined, and told, where it is not one input. */
export function inputAt(checking: Checking, quantities: Quantities, name: string, path: string): string | undefined {
  if (checking.broken.has(name)) return undefined;
  const quantity = quantities.at(name) ?? quantities.read.get(name) ?? quantities.read.get(`formulas.${name}.value`);
  if (quantity === undefined) {
    if (!quantities.has(name))
      report(checking, "unknownName", path, {
        name,
        nearest: suggestion(name, [...new Set([...quantities.names(), ...quantities.read.keys()])]),
      });
    return undefined;
  }
  return inputBehind(checking, quantities, quantity, name, path);
}

function inputBehind(
  checking: Checking,
  quantities: Quantities,
  quantity: Quantity,
  name: string,
  path: string,
): string | undefined {
  switch (quantity.kind) {
    case "input":
      return quantities.inputOf(quantity)?.path;
    case "reference": {
      const target = quantities.at(quantity.to);
      return target === undefined ? undefined : inputBehind(checking, quantities, target, quantity.to, path);
    }
    case "formula":
      report(checking, "pairComputed", path, {
        name,
        parts: [...new Set(namesIn(quantity.expression))].join(", ") || "–",
      });
      return undefined;
    case "ownAmounts":
      report(checking, "pairEach", path, { name });
      return undefined;
    case "number":
      report(checking, "pairCertain", path, { name });
      return undefined;
    case "byYear":
      report(checking, "pairParts", path, {
        name,
        parts: quantity.items.map((_, year) => `${name}.y${year}`).join(", "),
      });
      return undefined;
    case "bySegment":
      report(checking, "pairParts", path, {
        name,
        parts: Object.keys(quantity.items)
          .map((segment) => `${name}.${segment}`)
          .join(", "),
      });
      return undefined;
  }
}
