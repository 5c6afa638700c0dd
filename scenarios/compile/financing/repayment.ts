import type { NodeId } from "../../../engine/model/graph.ts";
import { hasOwnShares, readRepaidUntil, repayersOf } from "../../financing.ts";
import type { Accounts } from "../accounts.ts";
import { type Context, type Flow, inYear, period } from "../context.ts";
import { baseFlow } from "./base.ts";
import { flowIn, given, moves, type Transfer } from "./transfer.ts";

/** What those who gain hand on to whom it was that paid. */
export interface Repayment extends Transfer {
  /** By everybody in each year. */
  readonly repaid: Flow;
  readonly byActor: ReadonlyMap<string, Flow>;
  /** What is left to repay at the end of each year, with interest. */
  readonly left: NodeId;
}

/**
 * Each year every payer can repay `share` of what it gains. Until the cost is repaid, or an amount, no more is paid than is left:
 * what the receiver has paid so far, with interest from year to year, less what it has got back; payers then pay in proportion to
 * what they can. To a year or to the horizon all of it is paid.
 *
 * @param accounts with the contracts in them @param stated without them: what is gained
 */
export function repaymentOf(context: Context, accounts: Accounts, stated: Accounts): Repayment {
  const { builder, checked, shape } = context;
  const place = "financing.repayment";
  const { to: receiver, from, of, until: written, starts = 0 } = checked.content.financing!.repayment!;
  const to = receiver.trim();
  const until = readRepaidUntil(written);
  const first = starts + shape.yearsLater;
  const last = until.kind === "year" ? until.last : shape.horizonYears - 1;
  const share = context.quantity(`${place}.share`, 1);
  const payable = repayersOf(from).map((actor) => {
    const base = baseFlow(context, of === "net" ? accounts : stated, actor, of);
    const own = hasOwnShares(from) ? builder.multiply(share, context.quantity(`${place}.from.${actor}`)) : share;
    const years = base.years.map((may, year) => may && year >= first && year <= last);
    return { actor, ...flowIn(context, years, (year) => builder.multiply(inYear(context, base.node, year), own)) };
  });
  const years = Array.from({ length: shape.horizonYears }, (_, year) => payable.some((own) => own.years[year]));
  const ofAll = flowIn(context, years, (year) =>
    builder.sum(payable.filter((own) => own.years[year]).map((own) => inYear(context, own.node, year))),
  );
  const isLimited = until.kind === "cost" || until.kind === "amount";
  // An amount is owed from year 0.
  const asAmount = () =>
    flowIn(
      context,
      years.map((_, year) => year === 0),
      () => context.quantity(`${place}.until`),
    );
  const owed = (until.kind === "amount" ? asAmount() : accounts.flow({ side: "cost", who: to })).node;
  /** @param what `paid` in the year, or what is `left` after it */
  const run = (what: "paid" | "left"): NodeId => {
    const rate = context.quantity(`${place}.interest`, 0);
    const operands = [owed, ofAll.node, builder.add(builder.constant(1), rate), builder.constant(0)];
    return builder.scan(period, operands, [builder.constant(0)], (body) => {
      const none = body.operand(3);
      // No interest comes on what has been paid too much.
      const debt = body.state(0);
      const grown = body.select(
        body.binary("greater", debt, none),
        body.binary("multiply", debt, body.operand(2)),
        debt,
      );
      const due = body.binary("add", grown, body.operand(0));
      const paid = isLimited ? body.binary("min", body.operand(1), body.binary("max", due, none)) : body.operand(1);
      const left = body.binary("subtract", due, paid);
      return { next: [left], emit: what === "paid" ? paid : left };
    });
  };
  const repaid: Flow = { node: isLimited ? builder.name(run("paid"), "repaid") : ofAll.node, years };
  const parts = payable.map(({ actor, node, years: own }) => {
    if (!isLimited || payable.length === 1) return { actor, flow: isLimited ? repaid : { node, years: own } };
    const flow = flowIn(context, own, (year) => {
      const [all, can, pays] = [ofAll.node, node, repaid.node].map((each) => inYear(context, each, year));
      // Where all is paid each pays what it can, to the bit.
      const part = builder.multiply(pays, builder.divide(can, all));
      return builder.select(builder.binary("less", pays, all), part, can);
    });
    return { actor, flow };
  });
  return {
    id: "repayment",
    lines: [
      moves("repayment", to, repaid),
      ...parts.map(({ actor, flow }) => moves("repayment", actor, given(context, flow))),
    ],
    repaid,
    byActor: new Map(parts.map(({ actor, flow }) => [actor, flow])),
    left: run("left"),
  };
}
