import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, inYear, overSegments, segment } from "./context.ts";
import { shareLeft } from "./deductions.ts";
import { atStart, effectNodes } from "./effectNodes.ts";
import { harmOf } from "./harm.ts";
import { broughtAbout, peopleIn } from "./improvement.ts";

/** The true levels that a follow-up of a programme year looks at, per segment where they differ between these. */
export interface LevelsSeen {
  /** Level at the start. */
  readonly baseline: NodeId;
  readonly participants: NodeId;
  /** Level of the comparison meanwhile: that at the start where nothing is said of it. */
  readonly comparison: NodeId;
  /** The share of the effect that is left after deductions; absent where there are none. */
  readonly left?: NodeId;
  /** Those whom the effect is about, the harmed with them. */
  readonly people: NodeId;
  /** The mean over all segments, each weighing by its people. */
  readonly weighed: (level: NodeId) => NodeId;
}

export function levelsSeen(context: Context, id: string, year: number): LevelsSeen {
  const { builder, checked } = context;
  const nodes = effectNodes(context, id);
  const harm = harmOf(context, id, nodes);
  const lower = checked.content.outcomes[id].better === "lower";
  const start = atStart(id, nodes);
  const baseline = inYear(context, start, year);
  /** A level after a change, measured as the effect is. */
  const after = (change: NodeId): NodeId => {
    const own = nodes.as === "points" ? change : builder.multiply(start, change);
    return inYear(context, builder.binary(lower ? "subtract" : "add", start, own), year);
  };
  const own = broughtAbout(context, id, nodes, harm, undefined);
  const { comparison } = nodes;
  const left = shareLeft(context, id);
  const exposed = harm === undefined ? nodes.exposed : builder.add(nodes.exposed, harm.people);
  const people = peopleIn(context, exposed, year);
  return {
    baseline,
    participants: after(comparison === undefined ? own : builder.add(own, comparison)),
    comparison: comparison === undefined ? baseline : after(comparison),
    ...(left === undefined ? {} : { left: inYear(context, left, year) }),
    people,
    weighed: (level) => {
      if (!builder.hasAxis(level, segment)) return level;
      return builder.divide(overSegments(context, builder.multiply(people, level)), overSegments(context, people));
    },
  };
}
