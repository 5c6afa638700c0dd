import type { Accounts } from "../accounts.ts";
import { type Context, inYear } from "../context.ts";
import { net } from "../money.ts";
import { taxationActor } from "../shape.ts";
import { partsOf } from "../sharers.ts";
import { discountFactors } from "../time.ts";
import { flowIn, moves, type Transfer } from "./transfer.ts";

/**
 * The joint result of those who lead, its present value, is borne by shares: each party ends with its share of it, whatever it had
 * before, and those who lead without a share end with nothing. `lossShare` does so in the outcomes where it is a loss. It falls due in the last
 * year of the horizon, when the result is known, and is worth there what it was in year 0.
 */
export function resultShareOf(context: Context, accounts: Accounts, id: "lossShare" | "resultShare"): Transfer {
  const { builder, checked, shape } = context;
  const members = accounts.leavesOf(shape.leading).filter((leaf) => leaf !== taxationActor);
  const own = new Map(members.map((leaf) => [leaf, net(context, accounts, { who: leaf })]));
  const joint = builder.name(
    members.length === accounts.leavesOf(shape.leading).length
      ? net(context, accounts, { who: shape.leading })
      : builder.sum([...own.values()]),
    `${id}.joint`,
  );
  const zero = builder.constant(0);
  const isLoss = builder.binary("less", joint, zero);
  const parts = new Map(
    partsOf(context, `financing.${id}`, checked.content.financing![id]).map(({ actor, of }) => [actor, of(joint)]),
  );
  const last = shape.horizonYears - 1;
  const worth = inYear(context, discountFactors(context), last);
  const years = Array.from({ length: shape.horizonYears }, (_, year) => year === last);
  const lines = [...new Set([...members, ...parts.keys()])].map((actor) => {
    const after = parts.get(actor) ?? zero;
    const before = own.get(actor);
    const gets = before === undefined ? after : builder.subtract(after, before);
    const settled = id === "lossShare" ? builder.select(isLoss, gets, zero) : gets;
    return moves(
      id,
      actor,
      flowIn(context, years, () => builder.divide(settled, worth)),
    );
  });
  return { id, lines };
}
