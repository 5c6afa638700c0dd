import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, inYear, inYears } from "./context.ts";
import type { Line } from "./line.ts";
import { allPeople, enrolledInCost, peopleOf, sameGroups } from "./people.ts";
import { yearsOfWhen } from "./shape.ts";
import { growth } from "./time.ts";

/**
 * cost[t] = amount · number · (1 | people | groups) · (1 + drift)^t in the years of `when`. A post costs a year's salary with
 * charges and overhead (amounts per month have become amounts per year). Negative amounts are income.
 */
export function costLines(context: Context, id: string): readonly Line[] {
  const { builder, checked, shape } = context;
  const { post, per, when, paidBy } = checked.content.costs[id];
  const place = `costs.${id}`;
  const amount = post === undefined ? context.quantity(`${place}.amount`) : postCost(context, `${place}.post`);
  let each = builder.multiply(amount, context.quantity(`${place}.number`, 1));
  if (per !== undefined) {
    const times = timesIn(context, per, place);
    sameGroups(context, times, each, "target.size", place);
    each = builder.multiply(each, times);
  }
  const { first, last } = yearsOfWhen(when, shape.programmeYears);
  const years = Array.from({ length: shape.horizonYears }, (_, year) => year >= first && year <= last);
  const grown = growth(context, context.quantity(`${place}.drift`, 0));
  const flow = inYears(context, years, (year) =>
    builder.multiply(inYear(context, each, year), inYear(context, grown, year)),
  );
  const node = builder.name(flow, id);
  if (typeof paidBy === "string") return [{ what: id, side: "cost", actor: paidBy, node, years }];
  return Object.keys(paidBy).map((actor) => {
    const share = context.quantity(`${place}.paidBy.${actor}`);
    return { what: id, side: "cost", actor, node: builder.multiply(node, share), years };
  });
}

function postCost(context: Context, place: string): NodeId {
  const { builder } = context;
  const with1 = (share: string): NodeId => builder.add(builder.constant(1), context.quantity(`${place}.${share}`, 0));
  return builder.product([context.quantity(`${place}.salary`), with1("charges"), with1("overhead")]);
}

/** How many times the amount arises in a year: the people, or whole groups of all enrolled together. */
function timesIn(context: Context, per: string, place: string): NodeId {
  const { builder } = context;
  const written = per.trim();
  if (written === "enrolled") return enrolledInCost(context);
  if (written === "completed") return peopleOf(context, "completed");
  const size = /^group of (\d+)$/.exec(written);
  if (size === null) throw new Error(`a cost can't arise per "${per}"`);
  const people = context.quantity(`${place}.per`, Number(size[1]));
  return builder.unary("ceil", builder.divide(allPeople(context, "enrolled"), people));
}
