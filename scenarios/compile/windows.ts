import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, everyYear, type Flow, inYear, period } from "./context.ts";
import { powers } from "./time.ts";

/**
 * How what happens in one year lasts: from `starts` years after it, for `lasts` years, keeping the share `keeps` from each year
 * to the next. A number is whole years written plainly and belongs to the shape; a node is data.
 */
export interface Window {
  readonly starts: number | NodeIdOf;
  readonly lasts: number | "to horizon" | NodeIdOf;
  readonly keeps: NodeId;
}

/** A node, told apart from a whole number. */
interface NodeIdOf {
  readonly node: NodeId;
}

/** The window written at `place` (an outcome or a consequence): starts 0, lasts 1 year, keeps 100 % where nothing is said. */
export function windowAt(context: Context, place: string, toHorizon: boolean): Window {
  return {
    starts: wholeYears(context, `${place}.starts`, 0),
    lasts: toHorizon ? "to horizon" : wholeYears(context, `${place}.lasts`, 1),
    keeps: context.quantity(`${place}.keeps`, 1),
  };
}

function wholeYears(context: Context, place: string, fallback: number): number | NodeIdOf {
  const quantity = context.checked.quantities.get(place);
  if (quantity === undefined) return fallback;
  const whole = quantity.kind === "number" && Number.isInteger(quantity.value) && quantity.value >= 0;
  return whole ? quantity.value : { node: context.quantity(place) };
}

/**
 * Σ over years s of x[s] · w(t − s), with w(a) = overlap of [a, a + 1] with [starts, starts + lasts] · keeps^max(0, a − starts).
 * Whole years of the shape give a recurrence or shifts; anything else all ages, so that the graph does not depend on values.
 */
export function lasting(context: Context, x: Flow, window: Window): Flow {
  const { builder, shape } = context;
  const { starts, lasts, keeps } = window;
  const flow = everyYear(context, x.node);
  const years = reached(x.years, window);
  const bare = typeof starts === "number" && (typeof lasts === "number" || lasts === "to horizon");
  if (!bare || builder.hasAxis(keeps, period))
    return { node: byOverlap(context, { node: flow, years: x.years }, window), years };
  const length = lasts === "to horizon" ? shape.horizonYears : lasts;
  if (length === 0 || starts >= shape.horizonYears) return { node: everyYear(context, builder.constant(0)), years };
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

function windowOfYear(context: Context, { starts, lasts, keeps }: Window, year: number): Window {
  const pick = <T extends number | "to horizon">(value: T | NodeIdOf): T | NodeIdOf =>
    typeof value === "object" ? { node: inYear(context, value.node, year) } : value;
  return { starts: pick(starts), lasts: pick(lasts), keeps: inYear(context, keeps, year) };
}

/** w(a) for the ages 0, 1, 2, … along the years. */
function agesOf(context: Context, { starts, lasts, keeps }: Window): NodeId {
  const { builder } = context;
  const age = builder.index(period);
  const nextAge = builder.add(age, builder.constant(1));
  const start = typeof starts === "object" ? starts.node : builder.constant(starts);
  let end = nextAge;
  if (lasts !== "to horizon") {
    const length = typeof lasts === "object" ? lasts.node : builder.constant(lasts);
    end = builder.min(nextAge, builder.add(start, length));
  }
  const overlap = builder.max(builder.constant(0), builder.subtract(end, builder.max(age, start)));
  // Before whole starts the overlap is 0, so the running product need only be right from there on.
  const kept =
    typeof starts === "number"
      ? builder.shift(period, starts, powers(context, keeps))
      : builder.binary("power", keeps, builder.max(builder.constant(0), builder.subtract(age, start)));
  return builder.multiply(overlap, kept);
}

function reached(years: readonly boolean[], { starts, lasts }: Window): readonly boolean[] {
  const first = typeof starts === "number" ? starts : 0;
  const last = typeof starts === "number" && typeof lasts === "number" ? starts + lasts - 1 : years.length;
  return years.map((_, year) => years.some((may, from) => may && year - from >= first && year - from <= last));
}
