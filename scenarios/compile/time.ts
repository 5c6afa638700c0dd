import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, inYears, period, programmeYears } from "./context.ts";
import { whileRunning } from "./stops/running.ts";

/** 1 in the years in which the programme runs, else 0; where it is stopped, the part of the year until then. */
export function programmeMask(context: Context): NodeId {
  const { builder } = context;
  return whileRunning(
    context,
    inYears(context, programmeYears(context), () => builder.constant(1)),
  );
}

/** 1, factor, factor², … by running product, so that no power is taken. */
export function powers(context: Context, factor: NodeId): NodeId {
  const { builder } = context;
  return builder.scan(period, [factor], [builder.constant(1)], (body) => {
    const state = body.state(0);
    return { next: [body.binary("multiply", state, body.operand(0))], emit: state };
  });
}

/** (1 + rate)^t: 1 in year 0, also where the programme begins later. */
export function growth(context: Context, ratePerYear: NodeId): NodeId {
  const { builder, shape } = context;
  const factor = builder.add(builder.constant(1), ratePerYear);
  const before = Array.from({ length: shape.yearsLater }, () => factor);
  return before.length === 0
    ? powers(context, factor)
    : builder.multiply(builder.product(before), powers(context, factor));
}

/** What a krona of year t is worth in year 0, at the scenario's real discount rate or rates: year 0 itself is not discounted. */
export function discountFactors(context: Context): NodeId {
  const { builder } = context;
  const rate = context.quantity("discounting", 0);
  const step = builder.add(builder.constant(1), rate);
  if (builder.hasAxis(rate, period)) {
    // Each year is discounted by its own rate from the year before; year 0 by none.
    const own = builder.select(builder.index(period), step, builder.constant(1));
    return builder.scan(period, [own], [builder.constant(1)], (body) => {
      const factor = body.binary("divide", body.state(0), body.operand(0));
      return { next: [factor], emit: factor };
    });
  }
  return builder.scan(period, [step], [builder.constant(1)], (body) => {
    const state = body.state(0);
    return { next: [body.binary("divide", state, body.operand(0))], emit: state };
  });
}

/** What 1 in each year of the horizon is worth in year 0. */
export function worthOfOnePerYear(context: Context): NodeId {
  return context.builder.reduce("add", period, discountFactors(context));
}

/** Sum over the years of a flow by the programme's own years, each year's worth in year 0. */
export function presentValue(context: Context, flow: NodeId): NodeId {
  const { builder, shape } = context;
  const own = builder.shift(period, shape.yearsLater, flow);
  return builder.reduce("add", period, builder.multiply(own, discountFactors(context)));
}
