import type { NodeId } from "../../engine/model/graph.ts";
import { cashableOf } from "./cashable.ts";
import { type Context, type Flow, inYear, inYears } from "./context.ts";
import { equalFundingLines } from "./equalFunding.ts";
import { withHappenings } from "./happenings.ts";
import type { Line } from "./line.ts";
import { isToHorizon } from "./outcomes.ts";
import { whileAlive } from "./people/survival.ts";
import { sameGroups } from "./people.ts";
import { partsOf } from "./sharers.ts";
import { struckBy } from "./struck.ts";
import { growth } from "./time.ts";
import { windowAt } from "./window.ts";
import { lasting } from "./windows.ts";

/**
 * flow[t] = Σ over years s of happening[s] · w(t − s) · share · number · amount · (1 + drift)^t, divided among those who gain. What
 * one actor gains and another loses is a transfer: it stands with both, and nets out where both are counted.
 */
export function consequenceLines(context: Context, id: string): readonly Line[] {
  const { builder, checked } = context;
  const { of, lasts, gains, loses, kind, cashable, equalFunding } = checked.content.consequences[id];
  const place = `consequences.${id}`;
  const struck = struckBy(context, id, of);
  const window = windowAt(context, place, isToHorizon(lasts));
  const { flow: begun, times } = struck.money;
  sameGroups(context, begun.node, times, `outcomes.${of}`, place);
  const isOfOthers = checked.content.outcomes[of]?.among !== undefined;
  const last = (flow: Flow): Flow => {
    const inWindow = (own: Flow): Flow => lasting(context, own, window);
    return isOfOthers ? inWindow(flow) : whileAlive(context, flow, inWindow);
  };
  const lasted = last(begun);
  const grown = growth(context, context.quantity(`${place}.drift`, 0));
  const node = inYears(context, lasted.years, (year) => {
    const still = builder.multiply(inYear(context, lasted.node, year), inYear(context, grown, year));
    return withHappenings(context, place, builder.multiply(still, inYear(context, times, year)), { year });
  });
  const flow: Flow = { node: builder.name(node, id), years: lasted.years };
  const saved = cashable === undefined ? undefined : cashableOf(context, id, flow, struck, last);

  const line = (actor: string, own: NodeId, taken: Flow | undefined): Line => ({
    what: id,
    side: "benefit",
    actor,
    node: own,
    years: flow.years,
    ...(kind === undefined ? {} : { kind }),
    ...(taken === undefined ? {} : { cashable: taken }),
  });
  const gained = partsOf(context, `${place}.gains`, gains).map(({ actor, of: part }) =>
    line(actor, part(flow.node), saved && { node: part(saved.node), years: saved.years }),
  );
  // A loss is felt in full, whatever the one who gains can take out.
  const lost = partsOf(context, `${place}.loses`, loses).map(({ actor, of: part }) => {
    const own = builder.negate(part(flow.node));
    return line(actor, own, { node: own, years: flow.years });
  });
  // Independent schools are given by the budget of own ones, and so less only when that has become less.
  const funded = gained.flatMap(({ actor }) =>
    equalFundingLines(context, place, equalFunding, {
      ...(saved ?? flow),
      actor,
      side: "benefit",
      isCashable: saved !== undefined,
      ...(kind === undefined ? {} : { kind }),
    }),
  );
  return [...gained, ...lost, ...funded];
}
