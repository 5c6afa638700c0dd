import { reactingRules } from "../../stopRules.ts";
import { type Context, inYears, programmeYears } from "../context.ts";
import type { Line } from "../line.ts";
import { asWritten } from "../risks/events.ts";
import { paidLines } from "../risks/lines.ts";
import { changesIn } from "./changes.ts";
import { partBefore } from "./running.ts";

/**
 * What it costs by itself that a rule changes the programme: kr in the year in which it begins, or kr/year from then on while the
 * programme runs.
 */
export function changeLines(context: Context): readonly Line[] {
  const { builder, checked } = context;
  const changes = changesIn(context);
  if (changes.length === 0) return [];
  const years = programmeYears(context);
  const ends = context.ends?.().costs;
  return reactingRules(checked.content).flatMap(([id, { place, cost }]) => {
    if (cost === undefined) return [];
    const at = `${place}.cost`;
    const amount = asWritten(context).quantity(`${at}.amount`);
    const isYearly = (checked.quantities.get(`${at}.amount`)?.unit.year ?? 0) < 0;
    const node = inYears(context, years, (year) => {
      const times = changes
        .filter(({ rule }) => rule === id)
        .map(({ begins, starts }) => {
          const before = partBefore(context, starts, year, year + 1);
          const until = ends === undefined ? builder.constant(1) : partBefore(context, ends, year, year + 1);
          const part = isYearly
            ? builder.max(builder.constant(0), builder.subtract(until, before))
            : builder.binary(
                "and",
                builder.binary("greaterOrEqual", starts, builder.constant(year)),
                builder.binary("less", starts, builder.constant(year + 1)),
              );
          return builder.multiply(begins, part);
        });
      return builder.multiply(amount, builder.sum(times));
    });
    return paidLines(context, id, `${at}.paidBy`, cost.paidBy, { node, years });
  });
}
