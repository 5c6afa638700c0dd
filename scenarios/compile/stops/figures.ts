import type { NodeId } from "../../../engine/model/graph.ts";
import type { Context } from "../context.ts";
import { decisionsOf, endingsOf } from "./decisions.ts";
import { endsOf } from "./ends.ts";

/** 1 where a rule ends the programme before its time, else 0; one of them, or any. */
export function stopped(context: Context, rule?: string): NodeId {
  const decisions = endingsOf(context).filter((decision) => rule === undefined || decision.rule === rule);
  return context.builder.sum(decisions.map(({ fired }) => fired));
}

/** 1 where a rule changes the programme at any look, before it ends. */
export function reacted(context: Context, rule: string): NodeId {
  const own = decisionsOf(context).filter((decision) => decision.rule === rule);
  return own.map(({ fired }) => fired).reduce((any, fired) => context.builder.binary("or", any, fired));
}

/** The year of the horizon in which it then ends; the horizon's number of years where it is not stopped. */
export function stopYear(context: Context): NodeId {
  const { builder, shape } = context;
  const { looks: _, ...view } = context.view;
  const { costs } = endsOf(context.inView({ ...view, looks: "all" }));
  const year = builder.add(builder.unary("floor", costs), builder.constant(shape.yearsLater));
  return builder.min(year, builder.constant(shape.horizonYears));
}
