import { UtfallError } from "../../../engine/issues.ts";
import type { NodeId } from "../../../engine/model/graph.ts";
import { type Context, overSegments, segment } from "../context.ts";
import { whileRunning } from "../stops/running.ts";
import { isWritten } from "./groups.ts";

const at = "funnel.capacity";

export const hasPlaces = (context: Context): boolean =>
  isWritten(context, `${at}.places`) || isWritten(context, `${at}.posts`);

/** How many can take part in a year; whole ones where people are. */
function placesOf(context: Context): NodeId {
  const { builder, chance } = context;
  const stated = isWritten(context, `${at}.places`)
    ? context.quantity(`${at}.places`)
    : builder.multiply(context.quantity(`${at}.posts`), context.quantity(`${at}.perPost`));
  // In a year of which the programme runs a part, so large a part of its places.
  const places = whileRunning(context, builder.max(builder.constant(0), stated));
  return chance === undefined ? places : builder.unary("floor", places);
}

/** Those of the people who want to that get a place: all where there are enough, else as many as there are places. */
export function withPlace(context: Context, wanted: NodeId): NodeId {
  const { builder, checked } = context;
  const places = placesOf(context);
  if (!builder.hasAxis(wanted, segment)) return builder.min(wanted, places);
  const { order } = checked.content.funnel?.capacity ?? {};
  return order === undefined ? inProportion(context, wanted, places) : inOrder(context, wanted, places, order);
}

/**
 * All segments as full as each other. Whole people are parted by whole numbers: of so many who want to, counted segment after
 * segment, the same share have a place, rounded down, and so the places are all taken.
 */
function inProportion(context: Context, wanted: NodeId, places: NodeId): NodeId {
  const { builder, chance } = context;
  const all = overSegments(context, wanted);
  const enough = builder.binary("lessOrEqual", all, places);
  const filled = (people: NodeId) => builder.divide(builder.multiply(people, places), all);
  if (chance === undefined) return builder.select(enough, wanted, filled(wanted));
  const upTo = builder.cumulative(segment, wanted);
  const taken = builder.unary("floor", filled(upTo));
  const before = builder.shift(segment, 1, taken);
  return builder.select(enough, wanted, builder.subtract(taken, before));
}

function inOrder(context: Context, wanted: NodeId, places: NodeId, order: readonly string[]): NodeId {
  const { builder, shape } = context;
  const own = new Map<string, NodeId>();
  let left = places;
  for (const id of order) {
    const people = builder.min(builder.at(segment, shape.segments.indexOf(id), wanted), left);
    own.set(id, people);
    left = builder.subtract(left, people);
  }
  return builder.stack(
    segment,
    shape.segments.map((id) => {
      const people = own.get(id);
      if (people === undefined) throw new UtfallError([{ code: "capacityOrder", path: `${at}.order`, with: { id } }]);
      return people;
    }),
  );
}
