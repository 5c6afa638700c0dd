import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, inYear, overSegments, segment } from "./context.ts";
import { type EffectNodes, effectNodes, levelWithout } from "./effectNodes.ts";
import { harmOf } from "./harm.ts";
import { broughtAbout } from "./improvement.ts";

/**
 * What a follow-up would find of an outcome if nothing of it were left to luck, in the outcome's own unit: the level of the
 * comparison, and what the programme brings about among its people, the good way positive. Nothing is taken off: who measures sees
 * what would have come anyway as well.
 */
export interface SeenNodes {
  readonly people: NodeId;
  readonly own: NodeId;
  readonly start?: NodeId;
  readonly without?: NodeId;
  readonly better: "lower" | "higher";
}

export type Whose = "participants" | "comparison" | "net";

export function seenNodes(context: Context, id: string): SeenNodes {
  const { builder } = context;
  const nodes: EffectNodes = effectNodes(context, id);
  const harm = harmOf(context, id, nodes);
  const { exposed, baseline: start, as } = nodes;
  const brought = broughtAbout(context, id, nodes, harm, undefined);
  const without = levelWithout(context, id);
  return {
    people: harm === undefined ? exposed : builder.add(exposed, harm.people),
    own: as === "share" ? builder.multiply(brought, start!) : brought,
    ...(start === undefined ? {} : { start }),
    ...(without === undefined ? {} : { without }),
    better: context.checked.content.outcomes[id].better,
  };
}

/** Whether the scenario says enough for a measure to be held against it. */
export function canSee({ start, without }: SeenNodes, whose: Whose, by: "count" | "mean" | "change"): boolean {
  return (by !== "change" || start !== undefined) && (whose === "net" || without !== undefined);
}

/** What is expected of a measure in a programme year, in one segment or of all together, who weigh by their number. */
export function expectedMeasure(
  context: Context,
  id: string,
  { whose, by, year, inSegment }: { whose: Whose; by: "count" | "mean" | "change"; year: number; inSegment?: number },
): NodeId {
  const { builder } = context;
  const { people, own, start, without, better } = seenNodes(context, id);
  const at = (node: NodeId) => inYear(context, node, year);
  const with_ = (): NodeId => builder.binary(better === "lower" ? "subtract" : "add", at(without!), at(own));
  const level = whose === "net" ? at(own) : whose === "comparison" ? at(without!) : with_();
  const isChange = by === "change";
  const number = isChange && whose !== "net" ? builder.subtract(level, at(start!)) : level;
  const parts = isChange ? [number, at(start!)] : [number];
  if (parts.every((part) => !builder.hasAxis(part, segment)))
    return isChange ? builder.divide(parts[0], parts[1]) : parts[0];
  if (inSegment !== undefined) {
    const [over, under] = parts.map((part) =>
      builder.hasAxis(part, segment) ? builder.at(segment, inSegment, part) : part,
    );
    return isChange ? builder.divide(over, under) : over;
  }
  const weighed = (part: NodeId): NodeId => overSegments(context, builder.multiply(at(people), part));
  return builder.divide(weighed(parts[0]), isChange ? weighed(parts[1]) : overSegments(context, at(people)));
}
