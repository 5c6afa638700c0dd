import { UtfallError } from "../../engine/issues.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import { countAmong, wholePeople } from "./chance.ts";
import { type Context, inYear, overSegments, overYears, period, programmeYears, segment } from "./context.ts";

/** A number of people that is not given per segment can't be multiplied by one that is: every segment would count them all. */
export function sameGroups(context: Context, people: NodeId, other: NodeId, place: string, by: string): void {
  const { builder } = context;
  if (!builder.hasAxis(people, segment) && builder.hasAxis(other, segment)) {
    throw new UtfallError([{ code: "segmentsMissing", path: place, with: { place, by } }]);
  }
}

export type PeopleGroup = "everyone" | "reached" | "enrolled" | "completed" | "dropped";

/**
 * People in one programme year, per segment where the target group has segments. Where chance is drawn each is reached, accepts
 * and drops out or not: new people each year by luck of their own, the same people once for all years.
 */
export function peopleOf(context: Context, group: PeopleGroup): NodeId {
  const { builder } = context;
  switch (group) {
    case "everyone":
      return wholePeople(context, "everyone", context.quantity("target.size"), isNewEachYear(context));
    case "reached":
      return shareOf(context, group, "everyone", "funnel.reached", 1);
    case "enrolled":
      return shareOf(context, group, "reached", "funnel.accepted", 1);
    case "dropped":
      return shareOf(context, group, "enrolled", "funnel.dropout", 0);
    case "completed":
      return builder.subtract(peopleOf(context, "enrolled"), peopleOf(context, "dropped"));
  }
}

function shareOf(context: Context, group: PeopleGroup, from: PeopleGroup, place: string, otherwise: number): NodeId {
  const people = peopleOf(context, from);
  const share = context.quantity(place, otherwise);
  sameGroups(context, people, share, "target.size", place);
  // Without a funnel all of the target group take part for certain.
  if (context.checked.content.funnel === undefined) return context.builder.multiply(people, share);
  return countAmong(context, group, people, share, isNewEachYear(context));
}

/** Whether a place holds a number of new people each year, not of the same ones. */
export const isNewEachYear = (context: Context, place = "target.size"): boolean =>
  (context.checked.quantities.get(place)?.unit.year ?? 0) < 0;

/**
 * Those of the started that the effect reaches: the completed, and dropouts by the share of the effect they keep. Where chance is
 * drawn that share is the chance that it reaches a dropout.
 */
export function completedInEffect(context: Context): NodeId {
  const { builder } = context;
  const share = context.quantity("funnel.dropouts.effectKept", 0);
  const dropped = peopleOf(context, "dropped");
  const kept =
    context.chance === undefined || context.checked.content.funnel === undefined
      ? builder.multiply(share, dropped)
      : countAmong(context, "dropped.effectKept", dropped, share, isNewEachYear(context));
  return builder.add(peopleOf(context, "completed"), kept);
}

/** Those of the started that cost as one: dropouts by the share of the cost that arises all the same. */
export function enrolledInCost(context: Context): NodeId {
  const { builder } = context;
  const spared = builder.subtract(builder.constant(1), context.quantity("funnel.dropouts.costKept", 1));
  return builder.subtract(peopleOf(context, "enrolled"), builder.multiply(spared, peopleOf(context, "dropped")));
}

/**
 * People over the whole programme: new ones each year (`people/year`) are added up, the same ones (`people`) counted once, and
 * where a list makes their number differ between the years, at its largest.
 */
export function peopleInAll(context: Context, inOneYear: NodeId): NodeId {
  const { builder } = context;
  const newEachYear = isNewEachYear(context);
  if (!newEachYear && !builder.hasAxis(inOneYear, period)) return inOneYear;
  if (newEachYear) return overYears(context, { node: inOneYear, years: programmeYears(context) });
  const years = Array.from({ length: context.shape.programmeYears }, (_, year) => inYear(context, inOneYear, year));
  return years.reduce((most, people) => builder.max(most, people));
}

/** Everybody together, however the target group is divided. */
export function allPeople(context: Context, group: PeopleGroup): NodeId {
  return overSegments(context, peopleOf(context, group));
}
