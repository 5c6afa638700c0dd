import type { NodeId } from "../../../engine/model/graph.ts";
import type { PlannedFigure } from "../../stopRules.ts";
import { withoutChance } from "../chance.ts";
import { type Context, inYear, overSegments } from "../context.ts";
import { costLines } from "../costLines.ts";
import { isNewEachYear, peopleOf } from "../people.ts";

const groups = {
  observedReached: "reached",
  observedEnrolled: "enrolled",
  observedCompleted: "completed",
} as const;

/**
 * What has been paid, or who has come, in the first months of the programme, as a share of what was planned by then: the file with
 * every number at its mean, and no risk happens. People who are the same every year count by the year under way.
 */
export function againstPlan(context: Context, figure: PlannedFigure, months: number): NodeId {
  const soFar = (own: Context): NodeId =>
    figure === "observedCost" ? costSoFar(own, months) : peopleSoFar(own, groups[figure], months);
  const plan = withoutChance(context.inView({ asPlanned: true, risks: "none" }));
  return context.builder.divide(soFar(context), soFar(plan));
}

/** Costs of the file, whoever pays; a year under way counts by the part that has passed. */
function costSoFar(context: Context, months: number): NodeId {
  const { builder, checked } = context;
  const lines = Object.keys(checked.content.costs).flatMap((id) => costLines(context, id));
  return builder.sum(
    lines.flatMap(({ node, years }) =>
      untilMonth(context, overSegments(context, node), months).filter((_, year) => years[year]),
    ),
  );
}

function peopleSoFar(context: Context, group: (typeof groups)[keyof typeof groups], months: number): NodeId {
  const people = overSegments(context, peopleOf(context, group));
  if (isNewEachYear(context)) return context.builder.sum(untilMonth(context, people, months));
  return inYear(context, people, Math.ceil(months / 12) - 1);
}

/** The values of the years up to a month, the last by its part. */
function untilMonth(context: Context, node: NodeId, months: number): NodeId[] {
  const { builder } = context;
  return Array.from({ length: Math.ceil(months / 12) }, (_, year) => {
    const part = Math.min(1, months / 12 - year);
    const own = inYear(context, node, year);
    return part === 1 ? own : builder.multiply(own, builder.constant(part));
  });
}
