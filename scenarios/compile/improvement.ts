import { UtfallError } from "../../engine/issues.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import { withoutChance } from "./chance.ts";
import { type Context, inYear, overSegments, overYears, period, programmeYears, segment } from "./context.ts";
import { shareLeft } from "./deductions.ts";
import { atStart, type EffectNodes, effectNodes } from "./effectNodes.ts";
import { type Harm, harmOf } from "./harm.ts";

/**
 * The change of an outcome as a share of the level at the start, in the last programme year or the one named, the good way positive.
 * `stated` is what the file says, `adjusted` the same adjusted for how it was compared; `net` what the programme brings about (the
 * effect of the view · fidelity · build-up, less deductions); `gross` adds what would have changed anyway, as the comparison shows;
 * both are the mean of those whom the effect reaches and of those who are harmed. Over segments
 * each weighs by its people times its level at the start. An effect stated in the outcome's own unit stays in it as `stated`, one
 * that is a delay in years, and segments then weigh by their people.
 *
 * @throws UtfallError of cases that are postponed, for `net` and `gross`: they are not fewer in the end
 */
export function improvement(
  drawn: Context,
  id: string,
  which: "stated" | "adjusted" | "net" | "gross",
  inSegment?: number,
  year = drawn.shape.programmeYears - 1,
): NodeId {
  // What the programme brings about, not what chance makes of it in this group.
  const context = withoutChance(drawn);
  const { builder } = context;
  const nodes = effectNodes(context, id);
  const { as, stated, adjusted, comparison } = nodes;
  const asIs = which === "stated" || which === "adjusted";
  if (as === "delay" && !asIs) {
    throw new UtfallError([{ code: "figurePostponed", path: `outcomes.${id}`, with: { outcome: id } }]);
  }
  const harm = asIs ? undefined : harmOf(context, id, nodes);
  const exposed = harm === undefined ? nodes.exposed : builder.add(nodes.exposed, harm.people);
  const left = which === "net" ? shareLeft(context, id) : undefined;
  const own =
    which === "stated" ? stated : which === "adjusted" ? adjusted : broughtAbout(context, id, nodes, harm, left);
  const change = which === "gross" && comparison !== undefined ? builder.add(own, comparison) : own;
  const inPoints = as === "points" && !asIs;
  const late = (node: NodeId): NodeId => inYear(context, node, year);
  const asShare = inPoints ? builder.divide(change, atStart(id, nodes)) : change;
  if (inSegment !== undefined) {
    const node = late(asShare);
    return builder.hasAxis(node, segment) ? builder.at(segment, inSegment, node) : node;
  }
  if (!builder.hasAxis(asShare, segment)) return late(asShare);
  const people = peopleIn(context, exposed, year);
  const weight = asIs && as !== "share" ? people : builder.multiply(people, late(atStart(id, nodes)));
  // Points times people are summed before they are divided, so that a segment whose level is 0 does not spoil the total.
  const weighed = inPoints ? builder.multiply(people, late(change)) : builder.multiply(weight, late(asShare));
  return builder.divide(overSegments(context, weighed), overSegments(context, weight));
}

/** The mean change of those whom the effect reaches and of those who are harmed, measured as the effect is. */
export function broughtAbout(
  context: Context,
  id: string,
  nodes: EffectNodes,
  harm: Harm | undefined,
  left: NodeId | undefined,
): NodeId {
  const { builder } = context;
  const { as, exposed, counted, realised } = nodes;
  const happens = builder.multiply(counted, realised);
  const brought = left === undefined ? happens : builder.multiply(happens, left);
  if (harm === undefined) return brought;
  const each = as === "share" ? builder.divide(harm.each, atStart(id, nodes)) : harm.each;
  const all = builder.add(exposed, harm.people);
  const sum = builder.subtract(builder.multiply(exposed, brought), builder.multiply(harm.people, each));
  // Where nobody is left for either, the change is what it would be.
  return builder.select(all, builder.divide(sum, all), brought);
}

/** People in a programme year, by whom segments weigh; those of all years where that one takes in nobody. */
export function peopleIn(context: Context, people: NodeId, year: number): NodeId {
  const { builder } = context;
  const own = inYear(context, people, year);
  if (!builder.hasAxis(people, period)) return own;
  const all = overYears(context, { node: people, years: programmeYears(context) });
  return builder.select(overSegments(context, own), own, all);
}

/** The improvement net of the comparison of one programme year's group, and what it weighs beside others: its level at the start. */
export function cohortImprovement(
  drawn: Context,
  id: string,
  year: number,
): { readonly improvement: NodeId; readonly weight: NodeId } {
  const context = withoutChance(drawn);
  const { builder } = context;
  const nodes = effectNodes(context, id);
  const harm = harmOf(context, id, nodes);
  const people = harm === undefined ? nodes.exposed : builder.add(nodes.exposed, harm.people);
  const level = builder.multiply(inYear(context, people, year), inYear(context, atStart(id, nodes), year));
  return { improvement: improvement(drawn, id, "net", undefined, year), weight: overSegments(context, level) };
}
