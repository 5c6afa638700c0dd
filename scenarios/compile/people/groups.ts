import { UtfallError } from "../../../engine/issues.ts";
import type { NodeId } from "../../../engine/model/graph.ts";
import { type Context, segment } from "../context.ts";

/** A number of people that is not given per segment can't be multiplied by one that is: every segment would count them all. */
export function sameGroups(context: Context, people: NodeId, other: NodeId, place: string, by: string): void {
  const { builder } = context;
  if (!builder.hasAxis(people, segment) && builder.hasAxis(other, segment)) {
    throw new UtfallError([{ code: "segmentsMissing", path: place, with: { place, by } }]);
  }
}

/** Whether a place holds a number of new people each year, not of the same ones. */
export const isNewEachYear = (context: Context, place = "target.size"): boolean =>
  (context.checked.quantities.get(place)?.unit.year ?? 0) < 0;

/** True where the file says something at a place. */
export const isWritten = (context: Context, place: string): boolean => context.checked.quantities.has(place);
