import { describe } from "../../engine/distributions/index.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import type { CheckedInput, Quantity } from "../checked.ts";
import { withoutChance } from "./chance.ts";
import { type Context, parameter, period, segment } from "./context.ts";
import { lowerExpression } from "./expression.ts";
import { isStruck, withHappenings } from "./happenings.ts";
import { addedUp, countOf, timesOf } from "./ownAmounts.ts";

/**
 * Gives the node of the quantity at a place of the scenario, made once. Every number becomes a parameter named by its place, a
 * key left at its default too: a slider or an option can then move it without another graph. What happens to a number is seen
 * wherever it is named. What is given back throws an Error where the place holds no quantity and there is no default.
 */
export function quantities(context: () => Context): Context["quantity"] {
  const nodes = new Map<string, NodeId>();
  const lower = (quantity: Quantity, place: string): NodeId => {
    const known = nodes.get(place);
    if (known !== undefined) return known;
    const node = withHappenings(context(), place, lowerQuantity(context(), quantity, place, lower));
    nodes.set(place, node);
    return node;
  };
  return (place, fallback) => {
    const quantity = context().checked.quantities.get(place);
    if (quantity !== undefined) return lower(quantity, place);
    if (fallback !== undefined) return parameter(context(), place, fallback);
    throw new Error(`the scenario has no quantity at ${place}`);
  };
}

function lowerQuantity(
  context: Context,
  quantity: Quantity,
  place: string,
  lower: (quantity: Quantity, place: string) => NodeId,
): NodeId {
  const { builder, checked, shape } = context;
  switch (quantity.kind) {
    case "number":
      return parameter(context, place, quantity.value);
    case "input": {
      const input = checked.inputs[quantity.input];
      if (context.view.asPlanned) return parameter(context, `${place}#mean`, meanOf(input));
      const node = builder.name(builder.input(context.inputs.get(input.path)!), place);
      return context.view.effects === "shrunk" ? shrunk(context, node, input, place) : node;
    }
    case "reference":
      return context.quantity(quantity.to);
    case "formula":
      return builder.name(lowerExpression(context, quantity.expression, place), place);
    case "ownAmounts": {
      const own = { place, quantity };
      // Where they are not counted here, this is the mean of one.
      const sum =
        quantity.counted === undefined
          ? addedUp(withoutChance(context), own, builder.constant(1))
          : addedUp(context, own, countOf(context, own));
      return builder.name(builder.multiply(sum, timesOf(context, own)), place);
    }
    case "byYear": {
      // A list is indexed by programme year; its last value holds afterwards.
      const items = Array.from({ length: shape.horizonYears }, (_, year) => Math.min(year, quantity.items.length - 1));
      const numbers = isStruck(context, place) ? undefined : plainNumbers(quantity.items);
      if (numbers !== undefined)
        return parameter(
          context,
          place,
          items.map((item) => numbers[item]),
          period,
        );
      return builder.stack(
        period,
        items.map((item) => lower(quantity.items[item], `${place}.${item}`)),
      );
    }
    case "bySegment": {
      const items = shape.segments.map((id) => quantity.items[id]);
      const numbers = isStruck(context, place) ? undefined : plainNumbers(items);
      if (numbers !== undefined) return parameter(context, place, numbers, segment);
      return builder.stack(
        segment,
        shape.segments.map((id, i) => lower(items[i], `${place}.${id}`)),
      );
    }
  }
}

/** What is planned with: the mean of an input, its median where it has none. */
function meanOf({ distribution }: CheckedInput): number {
  const { mean, quantile } = describe(distribution);
  return Number.isFinite(mean) ? mean : quantile(0.5);
}

/**
 * The same draw seen from its reference class: moved towards the class and pressed together, so that mean and spread are the shrunk
 * ones, on the scale of logarithms for a ratio. What the number can never be it is not after shrinking either.
 */
function shrunk(context: Context, node: NodeId, { shrinkage }: CheckedInput, place: string): NodeId {
  const { builder } = context;
  if (shrinkage === undefined) return node;
  const { scale, shift, stretch, low, high } = shrinkage;
  const own = scale === "log" ? builder.unary("ln", node) : node;
  const number = (key: string, value: number) => parameter(context, `${place}.referenceClass.${key}`, value);
  const moved = builder.add(number("shift", shift), builder.multiply(number("stretch", stretch), own));
  const back = scale === "log" ? builder.unary("exp", moved) : moved;
  const above = low === undefined ? back : builder.max(back, number("low", low));
  return high === undefined ? above : builder.min(above, number("high", high));
}

function plainNumbers(items: readonly Quantity[]): readonly number[] | undefined {
  const numbers: number[] = [];
  for (const item of items) {
    if (item.kind !== "number") return undefined;
    numbers.push(item.value);
  }
  return numbers;
}
