import type { NodeId } from "../../engine/model/graph.ts";
import { isRest, type Sharers, sharersOf } from "../sharers.ts";
import type { Context } from "./context.ts";

/** An actor's part of something that is shared. */
export interface Part {
  readonly actor: string;
  readonly of: (whole: NodeId) => NodeId;
}

/** The parts of those named at a place, whose sum is the whole in every draw: a `rest` is what the others leave of it. */
export function partsOf(context: Context, place: string, sharers: Sharers): readonly Part[] {
  const { builder } = context;
  if (sharers === undefined || typeof sharers === "string")
    return sharersOf(sharers).map((actor) => ({ actor, of: (whole) => whole }));
  const share = (actor: string) => context.quantity(`${place}.${actor}`);
  const stated = Object.keys(sharers).filter((actor) => !isRest(sharers[actor]));
  return Object.keys(sharers).map((actor) => ({
    actor,
    of: (whole) =>
      isRest(sharers[actor])
        ? builder.subtract(whole, builder.sum(stated.map((own) => builder.multiply(whole, share(own)))))
        : builder.multiply(whole, share(actor)),
  }));
}
