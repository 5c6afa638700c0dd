import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, period } from "./context.ts";
import { powers } from "./time.ts";
import { isNode, type Window } from "./window.ts";

/** w(a) for the ages 0, 1, 2, … along the years. */
export function agesOf(context: Context, window: Window): NodeId {
  const { builder } = context;
  const { starts, lasts, keeps, schedule, grows } = window;
  const age = builder.index(period);
  const nextAge = builder.add(age, builder.constant(1));
  const start = isNode(starts) ? starts.node : builder.constant(starts);
  const sinceStart = () => builder.max(builder.constant(0), builder.subtract(age, start));
  let end = nextAge;
  if (lasts !== "to horizon") {
    const length = isNode(lasts) ? lasts.node : builder.constant(lasts);
    end = builder.min(nextAge, builder.add(start, length));
  }
  const overlap = (from: NodeId, to: NodeId): NodeId =>
    builder.max(builder.constant(0), builder.subtract(to, builder.max(age, from)));
  const left = (): NodeId => {
    if (schedule !== undefined)
      return builder.sum(
        schedule.map((share, year) => {
          const from = builder.add(start, builder.constant(year));
          const next = builder.add(start, builder.constant(year + 1));
          // The last one holds for as long as it lasts.
          const to = year === schedule.length - 1 ? end : builder.min(end, next);
          return builder.multiply(share, overlap(from, to));
        }),
      );
    // Before whole starts the overlap is 0, so the running product need only be right from there on.
    const kept =
      typeof starts === "number"
        ? builder.shift(period, starts, powers(context, keeps))
        : builder.binary("power", keeps, sinceStart());
    return builder.multiply(overlap(start, end), kept);
  };
  return grows === undefined ? left() : builder.multiply(left(), growing(context, grows, sinceStart()));
}

/**
 * A factor for each age with mean 1 and standard deviation rate · years: lognormal, exp(σ·z − σ²/2) with σ² = ln(1 + (rate·years)²),
 * the score z being the same for all ages. It never turns an effect into its opposite.
 */
function growing(context: Context, { rate, score }: NonNullable<Window["grows"]>, years: NodeId): NodeId {
  const { builder } = context;
  const sd = builder.multiply(rate, years);
  const variance = builder.unary("ln", builder.add(builder.constant(1), builder.multiply(sd, sd)));
  const moved = builder.multiply(builder.unary("sqrt", variance), score);
  return builder.unary("exp", builder.subtract(moved, builder.multiply(variance, builder.constant(0.5))));
}
