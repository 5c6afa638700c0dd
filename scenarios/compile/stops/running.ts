import type { NodeId } from "../../../engine/model/graph.ts";
import { type Context, inYears, period, programmeYears } from "../context.ts";

/** The part of a span of time, in years since the start, that has passed at an end. */
export function partBefore({ builder }: Context, end: NodeId, from: number, to: number): NodeId {
  const passed = builder.subtract(end, builder.constant(from));
  const part = to - from === 1 ? passed : builder.divide(passed, builder.constant(to - from));
  return builder.max(builder.constant(0), builder.min(builder.constant(1), part));
}

/** The part of each programme year in which the programme runs; undefined where nothing can stop it. */
export function runningShare(context: Context): NodeId | undefined {
  if (context.ends === undefined) return undefined;
  const { intake } = context.ends();
  return context.builder.spread(
    period,
    inYears(context, programmeYears(context), (year) => partBefore(context, intake, year, year + 1)),
  );
}

/** Something that is only there while the programme runs. */
export function whileRunning(context: Context, node: NodeId): NodeId {
  const share = runningShare(context);
  return share === undefined ? node : context.builder.multiply(node, share);
}

/** The context in which the programme runs to its end. */
export function withoutStops(context: Context): Context {
  const { ends: _, ...rest } = context;
  return rest;
}
