import type { NodeId } from "../../engine/model/graph.ts";
import { agesOf } from "./ages.ts";
import { type Context, everyYear, type Flow, inYear, period } from "./context.ts";
import { isNode, type Window } from "./window.ts";

/**
 * Σ over years s of x[s] · w(t − s), with w(a) = overlap of [a, a + 1] with [starts, starts + lasts] · keeps^max(0, a − starts), or
 * · the schedule. Whole years of the shape give a recurrence or shifts; anything else all ages, so that the graph does not depend on
 * values.
 */
export function lasting(context: Context, x: Flow, window: Window): Flow {
  const { builder, shape } = context;
  const { starts, lasts, keeps, schedule, grows } = window;
  const flow = everyYear(context, x.node);
  const years = reached(x.years, window);
  if (isNode(starts) || isNode(lasts) || grows !== undefined || builder.hasAxis(keeps, period))
    return { node: byOverlap(context, { node: flow, years: x.years }, window), years };
  const length = lasts === "to horizon" ? shape.horizonYears : lasts;
  if (length === 0 || starts >= shape.horizonYears) return { node: everyYear(context, builder.constant(0)), years };
  if (schedule !== undefined) {
    const ages = Array.from({ length: Math.min(length, shape.horizonYears - starts) }, (_, age) =>
      builder.multiply(schedule[Math.min(age, schedule.length - 1)], builder.shift(period, starts + age, flow)),
    );
    return { node: builder.sum(ages), years };
  }
  const begun = builder.shift(period, starts, flow);
  if (length === 1) return { node: begun, years };
  if (starts + length >= shape.horizonYears) return { node: carried(context, begun, keeps), years };
  let sum = begun;
  for (let step = 1; step < length; step++) {
    sum = builder.add(begun, builder.multiply(keeps, builder.shift(period, 1, sum)));
  }
  return { node: sum, years };
}

/** s[t] = s[t − 1] · keep + x[t]. */
export function carried(context: Context, x: NodeId, keep: NodeId): NodeId {
  const { builder } = context;
  return builder.scan(period, [everyYear(context, x), keep], [builder.constant(0)], (body) => {
    const kept = body.binary("multiply", body.state(0), body.operand(1));
    const next = body.binary("add", kept, body.operand(0));
    return { next: [next], emit: next };
  });
}

function byOverlap(context: Context, x: Flow, window: Window): NodeId {
  const { builder } = context;
  const parts: NodeId[] = [];
  x.years.forEach((may, year) => {
    if (!may) return;
    // A list of starts, lasts or keeps is indexed by the year in which the group began.
    const weights = builder.shift(period, year, agesOf(context, windowOfYear(context, window, year)));
    parts.push(builder.multiply(inYear(context, x.node, year), weights));
  });
  return parts.length === 0 ? everyYear(context, builder.constant(0)) : builder.sum(parts);
}

function windowOfYear(context: Context, window: Window, year: number): Window {
  const pick = <T>(value: T): T =>
    isNode(value) ? ({ node: inYear(context, value.node, year) } as unknown as T) : value;
  const { starts, lasts, keeps } = window;
  return { ...window, starts: pick(starts), lasts: pick(lasts), keeps: inYear(context, keeps, year) };
}

function reached(years: readonly boolean[], { starts, lasts }: Window): readonly boolean[] {
  const first = typeof starts === "number" ? starts : 0;
  const last = typeof starts === "number" && typeof lasts === "number" ? starts + lasts - 1 : years.length;
  return years.map((_, year) => years.some((may, from) => may && year - from >= first && year - from <= last));
}
