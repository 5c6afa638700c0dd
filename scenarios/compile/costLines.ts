import type { NodeId } from "../../engine/model/graph.ts";
import { monthsOfYear, type Phase, phaseOf, readPer } from "../when.ts";
import { keptOf } from "./components.ts";
import { type Context, inYear, inYears } from "./context.ts";
import { equalFundingLines } from "./equalFunding.ts";
import { withHappenings } from "./happenings.ts";
import type { Line } from "./line.ts";
import { allPeople, enrolledInCost, peopleOf, sameGroups } from "./people.ts";
import { levelInYear } from "./rampUp.ts";
import { costUntilEnd } from "./stops/lines.ts";
import { withoutStops } from "./stops/running.ts";
import { growth } from "./time.ts";

/**
 * cost[t] = amount · number · (1 | people | groups) · (1 + drift)^t in the years of `when`, times the share of the year that its
 * months are. A post costs a year's salary with charges and overhead (amounts per month have become amounts per year). Negative
 * amounts are income.
 */
export function costLines(context: Context, id: string): readonly Line[] {
  const { builder, checked, shape } = context;
  const { content } = checked;
  const cost = content.costs[id];
  const { post, per, paidBy, equalFunding } = cost;
  const place = `costs.${id}`;
  const amount = post === undefined ? context.quantity(`${place}.amount`) : postCost(context, `${place}.post`);
  let each = builder.multiply(amount, context.quantity(`${place}.number`, 1));
  if (per !== undefined) {
    const times = timesIn(withoutStops(context), per, place);
    sameGroups(context, times, each, "target.size", place);
    each = builder.multiply(each, times);
  }
  if (checked.quantities.has(`${place}.rampUp`)) each = builder.multiply(each, context.quantity(`${place}.rampUp`));
  const kept = keptOf(context, `${place}.component`, cost.component);
  if (kept !== undefined) each = builder.multiply(each, kept);
  const phase = phaseOf(cost, content.programme, shape.horizonYears);
  const years = Array.from({ length: shape.horizonYears }, (_, year) => year >= phase.first && year <= phase.last);
  const grown = growth(context, context.quantity(`${place}.drift`, 0));
  const isOnce = per === undefined && phase.spread === undefined && !isYearly(context, id);
  const flow = inYears(context, years, (year) => {
    const whole = builder.multiply(inYear(context, each, year), inYear(context, grown, year));
    const share = shareOfYear(context, id, phase, year);
    const part = share === 1 ? whole : builder.multiply(whole, builder.constant(share));
    const full = checked.quantities.has(`${place}.fullAfter`)
      ? builder.multiply(part, levelInYear(context, context.quantity(`${place}.fullAfter`), phase, year))
      : part;
    return costUntilEnd(context, withHappenings(context, place, full, { year }), phase, year, isOnce);
  });
  const node = builder.name(flow, id);
  const shared = {
    what: id,
    side: "cost",
    years,
    ...(phase.months === undefined ? {} : { months: phase.months }),
  } as const;
  if (typeof paidBy === "string") {
    const line: Line = { ...shared, actor: paidBy, node };
    return [line, ...equalFundingLines(context, place, equalFunding, { ...line, isCashable: false })];
  }
  return Object.keys(paidBy).map((actor) => {
    const share = context.quantity(`${place}.paidBy.${actor}`);
    return { ...shared, actor, node: builder.multiply(node, share) };
  });
}

/**
 * How much of a year's amount falls in it: its months of twelve, or of all months where a sum comes once and is spread over them.
 * It is shape, as `when` is.
 */
function shareOfYear(context: Context, id: string, { months, spread }: Phase, year: number): number {
  if (months === undefined) return 1;
  const here = monthsOfYear(months, year);
  if (spread === undefined || isYearly(context, id)) return here / 12;
  return here / (spread.last - spread.first + 1);
}

/** Whether the amount comes every year, not once: a salary does. */
function isYearly({ checked }: Context, id: string): boolean {
  if (checked.content.costs[id].post !== undefined) return true;
  const yearly = (key: string) => (checked.quantities.get(`costs.${id}.${key}`)?.unit.year ?? 0) < 0;
  return yearly("amount") || yearly("number");
}

/** A year's salary with charges and overhead. */
export function postCost(context: Context, place: string): NodeId {
  const { builder } = context;
  const with1 = (share: string): NodeId => builder.add(builder.constant(1), context.quantity(`${place}.${share}`, 0));
  return builder.product([context.quantity(`${place}.salary`), with1("charges"), with1("overhead")]);
}

/** How many times the amount arises in a year: the people, or whole groups of all of them together. */
function timesIn(context: Context, written: string, place: string): NodeId {
  const { builder } = context;
  const per = readPer(written);
  if (per === undefined || per === "once") throw new Error(`a cost can't arise per "${written}"`);
  if ("each" in per) return per.each === "enrolled" ? enrolledInCost(context) : peopleOf(context, per.each);
  const people = context.quantity(`${place}.per`, per.groupOf);
  return builder.unary("ceil", builder.divide(allPeople(context, per.of), people));
}
