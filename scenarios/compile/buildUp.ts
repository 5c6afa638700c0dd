import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, period } from "./context.ts";

/**
 * The share of the full effect in each programme year. Written as shares it is these; written as a time B it grows evenly from nothing
 * at the start until it is full after B, and each year has its average: F(c + 1) − F(c), with F(t) = t²/2B up to B and t − B/2 after.
 */
export function buildUpOf(context: Context, outcome: string): NodeId {
  const { builder, checked } = context;
  const place = `outcomes.${outcome}.effect.buildUp`;
  const written = context.quantity(place, 1);
  if (checked.quantities.get(place)?.unit.year !== 1) return written;
  const zero = builder.constant(0);
  const upTo = (time: NodeId): NodeId => {
    const growing = builder.min(time, written);
    const share = builder.multiply(builder.divide(growing, written), builder.constant(0.5));
    return builder.add(builder.subtract(time, growing), builder.multiply(growing, share));
  };
  const year = builder.index(period);
  const average = builder.subtract(upTo(builder.add(year, builder.constant(1))), upTo(year));
  return builder.select(builder.binary("greater", written, zero), average, builder.constant(1));
}
