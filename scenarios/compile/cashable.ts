import type { NodeId } from "../../engine/model/graph.ts";
import { equalUnits } from "../../engine/units/index.ts";
import { type Context, type Flow, inYear, inYears, overSegments } from "./context.ts";
import type { Struck } from "./struck.ts";
import { wholeYears } from "./window.ts";
import { lasting } from "./windows.ts";

type Last = (flow: Flow) => Flow;

/** So near below a whole number of steps it counts as whole: 24 cases computed as 23.999… are two classes of 12. */
const roundingOfSteps = 1e-9;

/**
 * The part of a consequence that can be taken out of a budget, in the year when it can: `share` of it, only for whole steps of what
 * is active in the year, `delay` later. Steps are formed of all segments together, and what they save is divided among these as the
 * consequence is. What is below zero is felt in full, at once as the rest: an extra cost can't be left unpaid.
 *
 * @param last how long cases and events are active from where they begin, as the consequence itself is
 */
export function cashableOf(context: Context, id: string, flow: Flow, struck: Struck, last: Last): Flow {
  const { builder, checked } = context;
  const place = `consequences.${id}.cashable`;
  const { inStepsOf, delay } = checked.content.consequences[id].cashable!;
  const share = context.quantity(`${place}.share`, 1);
  const whole = inStepsOf === undefined ? undefined : wholeSteps(context, id, struck, last);
  const zero = builder.constant(0);
  const inEach = (make: (all: NodeId, part: NodeId) => NodeId): Flow => {
    const node = inYears(context, flow.years, (year) => {
      const ofYear = inYear(context, share, year);
      const part = whole === undefined ? ofYear : builder.multiply(ofYear, inYear(context, whole, year));
      return make(inYear(context, flow.node, year), part);
    });
    return { node, years: flow.years };
  };
  if (delay === undefined)
    return inEach((all, part) => builder.select(builder.binary("less", all, zero), all, builder.multiply(all, part)));
  const starts = wholeYears(context, `${place}.delay`, 0);
  const saved = inEach((all, part) => builder.multiply(builder.max(all, zero), part));
  const later = lasting(context, saved, { starts, lasts: 1, keeps: builder.constant(1) });
  const lost = inEach((all) => builder.min(all, zero));
  return {
    node: builder.add(later.node, lost.node),
    years: later.years.map((may, year) => may || lost.years[year]),
  };
}

/** Of what is active in each year, the share that makes whole steps: ⌊n/step⌋·step/n, and 0 where nothing is active. */
function wholeSteps(context: Context, id: string, struck: Struck, last: Last): NodeId {
  const { builder } = context;
  const { flow, times } = stepsCountEvents(context, id) ? struck.events() : struck.cases();
  const lasted = last(flow);
  const size = context.quantity(`consequences.${id}.cashable.inStepsOf`);
  return inYears(context, lasted.years, (year) => {
    const each = builder.multiply(inYear(context, lasted.node, year), inYear(context, times, year));
    const steps = builder.divide(overSegments(context, each), size);
    const below = builder.unary("floor", builder.add(steps, builder.constant(roundingOfSteps)));
    const share = builder.divide(builder.min(steps, below), steps);
    return builder.select(builder.binary("greater", steps, builder.constant(0)), share, builder.constant(0));
  });
}

/** True where a step is so many events or days, not so many cases. */
function stepsCountEvents({ checked }: Context, id: string): boolean {
  const steps = checked.quantities.get(`consequences.${id}.cashable.inStepsOf`)?.unit ?? {};
  const number = checked.quantities.get(`consequences.${id}.number`)?.unit;
  if (number === undefined) return false;
  // What stands above in visits/case; of days, which are years, nothing is left to compare but the case that is missing.
  const counted = (unit: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(unit).filter(([word, power]) => word !== "year" && power > 0));
  return equalUnits(counted(steps), counted(number));
}
