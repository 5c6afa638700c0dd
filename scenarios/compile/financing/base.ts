import type { bases } from "../../schema/financing.ts";
import type { Accounts } from "../accounts.ts";
import { type Context, type Flow, inYear } from "../context.ts";
import { flowIn } from "./transfer.ts";

/** What an actor can pay from in each year: never less than nothing. */
export function baseFlow(context: Context, accounts: Accounts, who: string, base: (typeof bases)[number]): Flow {
  const { builder } = context;
  const benefit = accounts.flow({ side: "benefit", who, ...(base === "cashable" ? { part: "cashable" } : {}) });
  const cost = base === "net" ? accounts.flow({ side: "cost", who }) : undefined;
  const years = benefit.years.map((may, year) => may || (cost?.years[year] ?? false));
  return flowIn(context, years, (year) => {
    const gained = inYear(context, benefit.node, year);
    const own = cost === undefined ? gained : builder.subtract(gained, inYear(context, cost.node, year));
    return builder.max(builder.constant(0), own);
  });
}
