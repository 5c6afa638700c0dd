import type { NodeId } from "../../../engine/model/graph.ts";
import { type Context, period } from "../context.ts";
import { isWritten, sameGroups } from "./groups.ts";

/** People who come and leave, one value for each year of the horizon, as expected numbers. */
export interface Stock {
  /** The mean number there, month by month: each month counts the mean of its beginning and its end. */
  readonly personYears: NodeId;
  readonly arrived: NodeId;
  readonly died: NodeId;
  readonly moved: NodeId;
}

const months = 12;
const place = "target.stock";
export const hasStock = (context: Context): boolean => isWritten(context, `${place}.start`);

/**
 * By months: of those there when a month begins the share d dies, of the others the share m moves; at its end the inflow comes,
 * S' = S·(1 − d)·(1 − m) + inflow. Twelve months of that are sums of powers of what stays, so that only the years are stepped
 * through. Monthly shares are those that give the yearly ones: 1 − (1 − yearly)^(1/12).
 */
export function stockOf(context: Context): Stock {
  const { builder } = context;
  const one = builder.constant(1);
  const start = context.quantity(`${place}.start`);
  const arrived = context.quantity(`${place}.inflow`, 0);
  checkGroups(context, start, arrived);
  const inflow = builder.divide(arrived, builder.constant(months));
  const alive = monthly(context, "death");
  const remaining = monthly(context, "moved");
  const stays = builder.multiply(alive, remaining);
  for (const [node, reason] of [[alive, "death"] as const, [remaining, "moved"] as const])
    sameGroups(context, builder.add(start, inflow), node, `${place}.start`, `${place}.leaves.${reason}`);

  // stays^12, 1 + stays + … + stays^11, and the sum of the partial sums of that.
  let power = one;
  let sum = builder.constant(0);
  let sums = builder.constant(0);
  for (let month = 0; month < months; month++) {
    sums = builder.add(sums, sum);
    sum = builder.add(sum, power);
    power = builder.multiply(power, stays);
  }
  const came = builder.multiply(inflow, sum);
  const first = builder.scan(period, [power, came], [builder.add(start, builder.constant(0))], (body) => {
    const state = body.state(0);
    const kept = body.binary("multiply", state, body.operand(0));
    return { next: [body.binary("add", kept, body.operand(1))], emit: state };
  });
  const next = builder.add(builder.multiply(first, power), came);
  /** Sum over the months of those there as they begin. */
  const begun = builder.add(builder.multiply(first, sum), builder.multiply(inflow, sums));
  const half = builder.divide(builder.subtract(next, first), builder.constant(2));
  const died = builder.multiply(builder.subtract(one, alive), begun);
  return {
    personYears: builder.divide(builder.add(begun, half), builder.constant(months)),
    arrived,
    died,
    moved: builder.multiply(builder.multiply(alive, builder.subtract(one, remaining)), begun),
  };
}

/** What is left after a month of those whom a reason takes the stated share of in a year. */
function monthly(context: Context, reason: "death" | "moved"): NodeId {
  const { builder } = context;
  if (!isWritten(context, `${place}.leaves.${reason}`)) return builder.constant(1);
  const yearly = builder.subtract(builder.constant(1), context.quantity(`${place}.leaves.${reason}`));
  return builder.binary("power", yearly, builder.divide(builder.constant(1), builder.constant(months)));
}

/** Start and inflow are both given per segment or both for everybody; a certain nothing is nobody in every segment. */
function checkGroups(context: Context, start: NodeId, inflow: NodeId): void {
  const isNobody = (key: string): boolean => {
    const quantity = context.checked.quantities.get(`${place}.${key}`);
    return quantity === undefined || (quantity.kind === "number" && quantity.value === 0);
  };
  if (!isNobody("start")) sameGroups(context, start, inflow, `${place}.start`, `${place}.inflow`);
  if (!isNobody("inflow")) sameGroups(context, inflow, start, `${place}.inflow`, `${place}.start`);
}
