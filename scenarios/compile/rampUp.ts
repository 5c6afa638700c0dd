import type { NodeId } from "../../engine/model/graph.ts";
import type { Phase } from "../when.ts";
import type { Context } from "./context.ts";

/**
 * Mean level, 0 to 1, over the part of a year in which a cost arises that grows evenly from nothing at its beginning to all of it
 * after `fullAfter` years: (F(b) − F(a)) / (b − a), F(s) = s − m + m²/(2·fullAfter) with m = min(s, fullAfter) being the level
 * added up to the time s. From `fullAfter` = 0 on it is full at once.
 */
export function levelInYear(context: Context, fullAfter: NodeId, { first, last, months }: Phase, year: number): NodeId {
  const { builder } = context;
  const begins = (months?.first ?? 12 * first) / 12;
  const ends = ((months?.last ?? 12 * last + 11) + 1) / 12;
  const from = Math.max(year, begins) - begins;
  const to = Math.min(year + 1, ends) - begins;
  const addedUp = (time: number): NodeId => {
    if (time === 0) return builder.constant(0);
    const growing = builder.min(builder.constant(time), fullAfter);
    const share = builder.select(fullAfter, builder.divide(growing, fullAfter), builder.constant(0));
    const missed = builder.multiply(
      growing,
      builder.subtract(builder.constant(1), builder.multiply(builder.constant(0.5), share)),
    );
    return builder.subtract(builder.constant(time), missed);
  };
  return builder.divide(builder.subtract(addedUp(to), addedUp(from)), builder.constant(to - from));
}
