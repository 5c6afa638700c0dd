import { type Context, type Flow, inYear, inYears } from "../context.ts";
import { powers } from "../time.ts";
import { isWritten } from "./groups.ts";

const death = "target.stock.leaves.death";

/**
 * What happens to people of the stock, and lasts, ends when they die: of what began in year s the share (1 − death)^(t − s) is left
 * in year t, beside what `last` leaves of it. `last` adds up x[s]·w(t − s) over s, and so
 * Σ x[s]·w(t − s)·v^(t − s) = v^t · Σ (x[s]·v^(−s))·w(t − s).
 */
export function whileAlive(context: Context, flow: Flow, last: (flow: Flow) => Flow): Flow {
  const { builder } = context;
  if (!isWritten(context, death)) return last(flow);
  const alive = powers(context, builder.subtract(builder.constant(1), context.quantity(death)));
  const begun = inYears(context, flow.years, (year) =>
    builder.divide(inYear(context, flow.node, year), inYear(context, alive, year)),
  );
  const lasted = last({ node: begun, years: flow.years });
  const node = inYears(context, lasted.years, (year) =>
    builder.multiply(inYear(context, lasted.node, year), inYear(context, alive, year)),
  );
  return { node, years: lasted.years };
}
