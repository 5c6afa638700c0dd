import type { NodeId } from "../../../engine/model/graph.ts";
import type { Accounts } from "../accounts.ts";
import { type Context, everyYear, period } from "../context.ts";

/**
 * What a fund holds at the end of each year: what it started with, and since then its top-ups less what its other programmes draw,
 * with all that the fund gains and pays by this programme. Not discounted.
 *
 * @param accounts after what moves between actors
 */
export function fundBalance(context: Context, accounts: Accounts): NodeId {
  const { builder, checked } = context;
  const { actor, commitments } = checked.content.financing!.fund!;
  const place = "financing.fund";
  const flow = (side: "benefit" | "cost") => accounts.flow({ side, who: actor.trim() }).node;
  const drawn = Object.keys(commitments).map((id) => context.quantity(`${place}.commitments.${id}`));
  const comes = builder.add(context.quantity(`${place}.topUps`, 0), flow("benefit"));
  const goes = builder.sum([...drawn, flow("cost")]);
  const moved = builder.cumulative(period, everyYear(context, builder.subtract(comes, goes)));
  return builder.name(builder.add(context.quantity(`${place}.start`), moved), "fundBalance");
}

/** The least that the fund holds in any year up to and including one; in all where none is named. */
function leastBalance(context: Context, balance: NodeId, year?: number): NodeId {
  const { builder, shape } = context;
  const last = year ?? shape.horizonYears - 1;
  return Array.from({ length: last + 1 }, (_, each) => builder.at(period, each, balance)).reduce((a, b) =>
    builder.min(a, b),
  );
}

/** 1 where the fund has held less than its least by the year; ever where none is named. */
export function fundDry(context: Context, balance: NodeId, year?: number): NodeId {
  const least = context.quantity("financing.fund.least", 0);
  return context.builder.binary("less", leastBalance(context, balance, year), least);
}

/** How far the fund is below its least in a year; at its lowest where none is named. */
export function fundShortfall(context: Context, balance: NodeId, year?: number): NodeId {
  const { builder } = context;
  const own = year === undefined ? leastBalance(context, balance) : builder.at(period, year, balance);
  return builder.max(builder.constant(0), builder.subtract(context.quantity("financing.fund.least", 0), own));
}
