import type { NodeId } from "../../../engine/model/graph.ts";
import { stopRulePlace } from "../../stopRules.ts";
import { monthsOfYear, type Phase } from "../../when.ts";
import { type Context, inYears, programmeYears } from "../context.ts";
import type { Line } from "../line.ts";
import { partBefore } from "./running.ts";

/**
 * What is left of a cost in a year when the programme ends before its time. What comes by the year, or for people, runs with the
 * programme; a sum is paid in full once its time has begun. Costs of years after the programme's own are not touched.
 */
export function costUntilEnd(context: Context, cost: NodeId, { months }: Phase, year: number, isOnce: boolean): NodeId {
  const { builder, shape } = context;
  if (context.ends === undefined || year >= shape.programmeYears) return cost;
  const { costs } = context.ends();
  const first = months === undefined ? 12 * year : Math.max(12 * year, months.first);
  if (isOnce) {
    const begun = builder.binary("greater", costs, builder.constant(first / 12));
    return builder.multiply(cost, begun);
  }
  const length = months === undefined ? 12 : monthsOfYear(months, year);
  return builder.multiply(cost, partBefore(context, costs, first / 12, (first + length) / 12));
}

/** What the end itself costs, in the year in which it comes; nothing where the programme runs to its own end. */
export function windDownLines(context: Context): readonly Line[] {
  const { builder, checked } = context;
  if (context.ends === undefined) return [];
  const { by, costs } = context.ends();
  const years = programmeYears(context);
  return Object.entries(checked.content.stopRules ?? {}).flatMap(([id, { windDownCost }]) => {
    const decisions = by.filter(({ rule }) => rule === id);
    if (windDownCost === undefined || decisions.length === 0) return [];
    const at = `${stopRulePlace(id)}.windDownCost`;
    const fired = builder.sum(decisions.map((decision) => decision.fired));
    const node = inYears(context, years, (year) => {
      const within = builder.binary(
        "and",
        builder.binary("greaterOrEqual", costs, builder.constant(year)),
        builder.binary("less", costs, builder.constant(year + 1)),
      );
      return builder.multiply(builder.multiply(context.quantity(`${at}.amount`), fired), within);
    });
    const line = (actor: string, own: NodeId): Line => ({ what: id, side: "cost", actor, node: own, years });
    const { paidBy } = windDownCost;
    if (typeof paidBy === "string") return [line(paidBy, node)];
    return Object.keys(paidBy).map((actor) =>
      line(actor, builder.multiply(node, context.quantity(`${at}.paidBy.${actor}`))),
    );
  });
}
