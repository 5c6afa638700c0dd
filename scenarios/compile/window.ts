import type { NodeId } from "../../engine/model/graph.ts";
import type { Context } from "./context.ts";
import { isStruck } from "./happenings.ts";

/** A node, told apart from a whole number. */
interface NodeIdOf {
  readonly node: NodeId;
}

/**
 * How what happens in one year lasts: from `starts` years after it, for `lasts` years, keeping the share `keeps` from each year
 * to the next, or what a schedule says is left. A number is whole years written plainly and belongs to the shape; a node is data.
 */
export interface Window {
  readonly starts: number | NodeIdOf;
  readonly lasts: number | "to horizon" | NodeIdOf;
  readonly keeps: NodeId;
  /** What is left in each year since it began, in place of `keeps`; the last one holds afterwards. */
  readonly schedule?: readonly NodeId[];
  /** Relative uncertainty that grows by `rate` a year, drawn by one standard normal score. */
  readonly grows?: { readonly rate: NodeId; readonly score: NodeId };
}

export const isNode = (value: unknown): value is NodeIdOf => typeof value === "object" && value !== null;

/** The window written at `place` (an outcome or a consequence): starts 0, lasts 1 year, keeps 100 % where nothing is said. */
export function windowAt(context: Context, place: string, toHorizon: boolean): Window {
  const { quantities } = context.checked;
  const schedule: NodeId[] = [];
  while (quantities.has(`${place}.keeps.schedule.${schedule.length}`))
    schedule.push(context.quantity(`${place}.keeps.schedule.${schedule.length}`));
  const growing = `${place}.uncertaintyGrows`;
  return {
    starts: delayed(context, wholeYears(context, `${place}.starts`, 0), place),
    lasts: toHorizon ? "to horizon" : wholeYears(context, `${place}.lasts`, 1),
    keeps: schedule.length > 0 ? context.builder.constant(1) : context.quantity(`${place}.keeps`, 1),
    ...(schedule.length > 0 ? { schedule } : {}),
    ...(quantities.has(`${growing}.score`)
      ? { grows: { rate: context.quantity(growing), score: context.quantity(`${growing}.score`) } }
      : {}),
  };
}

/** Consequences may be asked for as if they came later. */
function delayed(context: Context, starts: number | NodeIdOf, place: string): number | NodeIdOf {
  const { builder, delay } = context;
  if (delay === undefined || !place.startsWith("consequences.")) return starts;
  return { node: builder.add(isNode(starts) ? starts.node : builder.constant(starts), delay) };
}

/** A plain whole number of years belongs to the shape, where nothing can happen to it; anything else is data. */
export function wholeYears(context: Context, place: string, fallback: number): number | NodeIdOf {
  const quantity = context.checked.quantities.get(place);
  if (quantity === undefined) return fallback;
  const whole = quantity.kind === "number" && Number.isInteger(quantity.value) && quantity.value >= 0;
  return whole && !isStruck(context, place) ? quantity.value : { node: context.quantity(place) };
}
