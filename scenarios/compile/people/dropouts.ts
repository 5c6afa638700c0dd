import type { NodeId } from "../../../engine/model/graph.ts";
import { countAmong } from "../chance.ts";
import type { Context } from "../context.ts";
import { isNewEachYear, isWritten, sameGroups } from "./groups.ts";

/** Some of those who started and left before the end. */
export interface Dropouts {
  /** What their draws are called, where chance is drawn. */
  readonly name: string;
  readonly people: NodeId;
  /** Share of the effect that they keep. */
  readonly effectKept: () => NodeId;
  /** Share of the cost of a participant that arises all the same. */
  readonly costKept: () => NodeId;
}

const at = "funnel.dropouts";

/** Who leaves: all dropouts alike, or those of each stage apart. */
export function dropoutsAmong(context: Context, enrolled: NodeId): readonly Dropouts[] {
  const stages = context.checked.content.funnel?.dropouts?.stages ?? [];
  if (stages.length === 0) {
    const people = leaving(context, "dropped", enrolled, "funnel.dropout");
    return [
      {
        name: "dropped",
        people,
        effectKept: () => context.quantity(`${at}.effectKept`, 0),
        costKept: () => context.quantity(`${at}.costKept`, 1),
      },
    ];
  }
  const all: Dropouts[] = [];
  let still = enrolled;
  let begins = context.builder.constant(0);
  for (const index of stages.keys()) {
    const place = `${at}.stages.${index}`;
    const name = `dropped.${index}`;
    const people = leaving(context, name, still, `${place}.leave`);
    const ends = context.quantity(`${place}.until`);
    const from = begins;
    all.push({
      name,
      people,
      effectKept: () => keptOf(context, place, "effectKept", () => effectByDose(context, from, ends)),
      costKept: () => keptOf(context, place, "costKept", () => costByTime(context, from, ends)),
    });
    still = context.builder.subtract(still, people);
    begins = ends;
  }
  return all;
}

function leaving(context: Context, name: string, from: NodeId, place: string): NodeId {
  const share = context.quantity(place, 0);
  sameGroups(context, from, share, "target.size", place);
  // Without a funnel all of the target group take part for certain.
  if (context.checked.content.funnel === undefined) return context.builder.multiply(from, share);
  return countAmong(context, name, from, share, isNewEachYear(context));
}

/** The stage's own where it is written, else by the time stayed, else as for all dropouts. */
function keptOf(
  context: Context,
  stage: string,
  key: "effectKept" | "costKept",
  byTime: () => NodeId | undefined,
): NodeId {
  const own = `${stage}.${key}`;
  if (isWritten(context, own)) return context.quantity(own);
  return byTime() ?? context.quantity(`${at}.${key}`, key === "effectKept" ? 0 : 1);
}

/** The mean effect of those who leave evenly between two times. */
function effectByDose(context: Context, begins: NodeId, ends: NodeId): NodeId | undefined {
  const dose = `${at}.dose`;
  if (isWritten(context, `${dose}.threshold`))
    return meanShare(context, begins, ends, (time) => beyond(context, time, context.quantity(`${dose}.threshold`)));
  if (!isWritten(context, `${dose}.full`)) return undefined;
  return meanShare(context, begins, ends, (time) =>
    ramp(context, time, context.quantity(`${dose}.from`, 0), context.quantity(`${dose}.full`)),
  );
}

function costByTime(context: Context, begins: NodeId, ends: NodeId): NodeId | undefined {
  const place = `${at}.costOver`;
  if (!isWritten(context, place)) return undefined;
  const { builder } = context;
  return meanShare(context, begins, ends, (time) => ramp(context, time, builder.constant(0), context.quantity(place)));
}

/** The mean of a share between two times, from its integral. */
function meanShare(context: Context, begins: NodeId, ends: NodeId, integral: (time: NodeId) => NodeId): NodeId {
  const { builder } = context;
  return builder.divide(builder.subtract(integral(ends), integral(begins)), builder.subtract(ends, begins));
}

/** Integral from 0 of what is 0 until `from`, 1 from `full` on, and rises evenly between. */
function ramp(context: Context, time: NodeId, from: NodeId, full: NodeId): NodeId {
  const { builder } = context;
  const risen = builder.subtract(builder.max(from, builder.min(time, full)), from);
  const rising = builder.divide(
    builder.multiply(risen, risen),
    builder.multiply(builder.constant(2), builder.subtract(full, from)),
  );
  return builder.add(rising, beyond(context, time, full));
}

function beyond(context: Context, time: NodeId, from: NodeId): NodeId {
  const { builder } = context;
  return builder.max(builder.constant(0), builder.subtract(time, from));
}
