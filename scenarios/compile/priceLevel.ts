import type { NodeId } from "../../engine/model/graph.ts";
import type { Context } from "./context.ts";

/**
 * General prices of a calendar year against those of the price year: 1 in the price year itself, (1 + inflation) times the year before.
 * Years before the price year are divided by the first inflation.
 */
export function priceLevel(context: Context, year: number): NodeId {
  const { builder, checked } = context;
  const priceYear = checked.content.priceYear ?? year;
  const one = builder.constant(1);
  const step = (index: number): NodeId => builder.add(one, inflation(context, index));
  let level = one;
  for (let own = priceYear; own > year; own--) level = builder.divide(level, step(0));
  for (let own = priceYear; own < year; own++) level = builder.multiply(level, step(own - priceYear));
  return level;
}

/** Growth of prices into the year that comes `index` + 1 years after the price year. */
function inflation(context: Context, index: number): NodeId {
  const stated = context.checked.content.budget!.inflation;
  if (!Array.isArray(stated)) return context.quantity("budget.inflation");
  return context.quantity(`budget.inflation.${Math.min(index, stated.length - 1)}`);
}
