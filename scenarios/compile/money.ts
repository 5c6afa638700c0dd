import type { NodeId } from "../../engine/model/graph.ts";
import type { Accounts, Selection } from "./accounts.ts";
import { type Context, type Flow, inYear, overYears, period } from "./context.ts";
import { discountFactors } from "./time.ts";

type Who = Omit<Selection, "side">;

/** kr a year, discounted to year 0. */
function discountedFlow(context: Context, accounts: Accounts, selection: Selection): Flow {
  const { node, years } = accounts.flow(selection);
  return { node: context.builder.multiply(node, discountFactors(context)), years };
}

/** A flow's sum over the years, or one year of it. */
export function ofYear(context: Context, flow: Flow, year?: number): NodeId {
  return year === undefined ? overYears(context, flow) : inYear(context, flow.node, year);
}

/** Discounted benefit or cost, of all years or of one. */
export function presentWorth(context: Context, accounts: Accounts, selection: Selection, year?: number): NodeId {
  return ofYear(context, discountedFlow(context, accounts, selection), year);
}

/** pvBenefit − pvCost, of all years or of one. */
export function net(context: Context, accounts: Accounts, who: Who, year?: number): NodeId {
  const benefit = presentWorth(context, accounts, { ...who, side: "benefit" }, year);
  return context.builder.subtract(benefit, presentWorth(context, accounts, { ...who, side: "cost" }, year));
}

/** Discounted net added up from year 0, one value per year. */
export function cumulativeNet(context: Context, accounts: Accounts, who: Who): NodeId {
  const { builder } = context;
  const benefit = discountedFlow(context, accounts, { ...who, side: "benefit" });
  const cost = discountedFlow(context, accounts, { ...who, side: "cost" });
  return builder.cumulative(period, builder.subtract(benefit.node, cost.node));
}

/**
 * First year whose cumulative discounted net is zero or more, from the one in which the programme begins; the horizon's number of years
 * where there is none.
 */
export function paybackYear(context: Context, accounts: Accounts, who: Who): NodeId {
  const { builder, shape } = context;
  const enough = builder.binary("greaterOrEqual", cumulativeNet(context, accounts, who), builder.constant(0));
  const begun = () => builder.binary("greaterOrEqual", builder.index(period), builder.constant(shape.yearsLater));
  const back = shape.yearsLater === 0 ? enough : builder.binary("and", enough, begun());
  const year = builder.select(back, builder.index(period), builder.constant(shape.horizonYears));
  return builder.reduce("min", period, year);
}
