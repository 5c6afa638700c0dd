import type { NodeId } from "../../engine/model/graph.ts";
import { isOfTwo, oddsWayOf } from "../effects.ts";
import type { Context } from "./context.ts";
import { riskWith } from "./riskWith.ts";

/** What the file says of an effect, as nodes; the good way is positive. */
export interface StatedEffect {
  /** A share of the level at the start, in the outcome's own unit, or how much later cases come. */
  readonly as: "share" | "points" | "delay";
  readonly stated: NodeId;
  /** What happens to the comparison meanwhile, measured as `stated` is; absent where not stated. */
  readonly comparison?: NodeId;
  /** Level of the comparison at the end, where that is stated itself. */
  readonly without?: NodeId;
}

/** Reads the one way in which an outcome's effect is stated. */
export function statedEffect(context: Context, id: string): StatedEffect {
  const { builder, checked } = context;
  const { better, effect } = checked.content.outcomes[id];
  const place = `outcomes.${id}.effect`;
  const lower = better === "lower";
  const good = (change: NodeId): NodeId => (lower ? builder.negate(change) : change);
  /** How much better `one` is than `other`, both being levels or both changes. */
  const betterThan = (one: NodeId, other: NodeId): NodeId =>
    lower ? builder.subtract(other, one) : builder.subtract(one, other);
  if (effect.relativeReduction !== undefined)
    return { as: "share", stated: context.quantity(`${place}.relativeReduction`) };
  if (effect.points !== undefined) return { as: "points", stated: context.quantity(`${place}.points`) };
  const way = oddsWayOf(effect);
  if (way !== undefined) {
    const before = context.quantity(`outcomes.${id}.baseline`);
    const after = riskWith(builder, way, context.quantity(`${place}.${way}`), before);
    return { as: "points", stated: betterThan(after, before) };
  }
  if (effect.postponedBy !== undefined) return { as: "delay", stated: context.quantity(`${place}.postponedBy`) };
  if (effect.difference !== undefined && !isOfTwo(effect.difference))
    return { as: "points", stated: good(context.quantity(`${place}.difference`)) };
  const of = effect.shares !== undefined ? "shares" : effect.difference !== undefined ? "difference" : "changes";
  const participants = context.quantity(`${place}.${of}.participants`);
  const comparison = context.quantity(`${place}.${of}.comparison`);
  const stated = betterThan(participants, comparison);
  if (of !== "shares") return { as: of === "changes" ? "share" : "points", stated, comparison: good(comparison) };
  if (!checked.quantities.has(`outcomes.${id}.baseline`)) return { as: "points", stated, without: comparison };
  const start = context.quantity(`outcomes.${id}.baseline`);
  return { as: "points", stated, comparison: betterThan(comparison, start), without: comparison };
}
