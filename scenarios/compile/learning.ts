import type { NodeId } from "../../engine/model/graph.ts";
import { isLearningRate } from "../schema/learning.ts";
import { type Context, period } from "./context.ts";

/**
 * What happens, with what is learnt from cohort to cohort: 1 + min(most, perCohort · c) times as much in programme year c, or 1 and the
 * listed gain. The stated effect is that of the first cohort, and stays as it is.
 */
export function withLearning(context: Context, outcome: string, realised: NodeId): NodeId {
  const { builder, checked } = context;
  const { learning } = checked.content.outcomes[outcome];
  if (learning === undefined) return realised;
  const place = `outcomes.${outcome}.learning`;
  const gained = isLearningRate(learning) ? byCohort(context, place) : context.quantity(place);
  return builder.multiply(realised, builder.add(builder.constant(1), gained));
}

function byCohort(context: Context, place: string): NodeId {
  const { builder, checked } = context;
  const each = builder.multiply(context.quantity(`${place}.perCohort`), builder.index(period));
  return checked.quantities.has(`${place}.most`) ? builder.min(context.quantity(`${place}.most`), each) : each;
}
