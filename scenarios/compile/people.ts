import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, overSegments, period } from "./context.ts";
import { programmeMask } from "./time.ts";

export type PeopleGroup = "everyone" | "reached" | "enrolled" | "completed" | "dropped";

/** People in one programme year, per segment where the target group has segments. */
export function peopleOf(context: Context, group: PeopleGroup): NodeId {
  const { builder } = context;
  switch (group) {
    case "everyone":
      return context.quantity("target.size");
    case "reached":
      return builder.multiply(peopleOf(context, "everyone"), context.quantity("funnel.reached", 1));
    case "enrolled":
      return builder.multiply(peopleOf(context, "reached"), context.quantity("funnel.accepted", 1));
    case "dropped":
      return builder.multiply(peopleOf(context, "enrolled"), context.quantity("funnel.dropout", 0));
    case "completed":
      return builder.subtract(peopleOf(context, "enrolled"), peopleOf(context, "dropped"));
  }
}

/** Those of the started that the effect reaches: the completed, and dropouts by the share of the effect they keep. */
export function completedInEffect(context: Context): NodeId {
  const { builder } = context;
  const kept = builder.multiply(context.quantity("funnel.dropouts.effectKept", 0), peopleOf(context, "dropped"));
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
  const newEachYear = (context.checked.quantities.get("target.size")?.unit.year ?? 0) < 0;
  if (!newEachYear && !builder.hasAxis(inOneYear, period)) return inOneYear;
  const years = builder.multiply(inOneYear, programmeMask(context));
  return builder.reduce(newEachYear ? "add" : "max", period, years);
}

/** Everybody together, however the target group is divided. */
export function allPeople(context: Context, group: PeopleGroup): NodeId {
  return overSegments(context, peopleOf(context, group));
}
