import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, inYear } from "./context.ts";
import type { Happening } from "./happening.ts";

export type { Happening } from "./happening.ts";

/** How the happenings of one place follow on each other, whatever order they are written in. */
const order: readonly Happening["how"][] = ["to", "times", "plus"];

/**
 * A number as it is after all that happens to it: first what it becomes (of several the last), then what it is multiplied by, then what
 * is added, and last of all that it ends. In a draw in which nothing happens it is the same to the bit. The node itself where nothing can happen to it.
 *
 * @param year of the period, for a node of one year
 * @param hows which of them, where some act on something else
 */
export function withHappenings(
  context: Context,
  place: string,
  node: NodeId,
  { year, hows = order }: { readonly year?: number; readonly hows?: readonly Happening["how"][] } = {},
): NodeId {
  const { builder } = context;
  const own = context.happenings().filter((happening) => happening.place === place);
  const of = (list: readonly Happening[]) =>
    order.flatMap((how) => (hows.includes(how) ? list.filter((happening) => happening.how === how) : []));
  const inOrder = [...of(own.filter(({ ends }) => !ends)), ...of(own.filter(({ ends }) => ends))];
  const at = (other: NodeId): NodeId => (year === undefined ? other : inYear(context, other, year));
  return inOrder.reduce((now, { how, by, happened, within, part }) => {
    const struck = how === "to" ? at(by) : builder.binary(how === "times" ? "multiply" : "add", now, at(by));
    const kept = within === undefined ? struck : between(context, struck, within);
    return builder.select(at(happened), part === undefined ? kept : inPart(context, kept, now, at(part)), now);
  }, node);
}

/** A year in which a number is struck for a part of it: each as it is to the bit where that is all, or nothing, of the year. */
function inPart({ builder }: Context, struck: NodeId, before: NodeId, part: NodeId): NodeId {
  const rest = builder.subtract(builder.constant(1), part);
  return builder.add(builder.multiply(rest, before), builder.multiply(part, struck));
}

function between({ builder }: Context, node: NodeId, { low, high }: NonNullable<Happening["within"]>): NodeId {
  const above = builder.max(builder.constant(low), node);
  return high === undefined ? above : builder.min(builder.constant(high), above);
}

/** True where something can happen to the number at a place, or to a part of it (`funnel.reached.over60`, `costs.team.number.y1`). */
export const isStruck = (context: Context, place: string): boolean =>
  context.happenings().some((happening) => happening.place === place || happening.place.startsWith(`${place}.`));
