import { UtfallError } from "../../engine/issues.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import { withoutChance } from "./chance.ts";
import { type Context, inYear, overSegments, overYears, period, programmeYears, segment } from "./context.ts";
import { shareLeft } from "./deductions.ts";
import { atStart, effectNodes } from "./effectNodes.ts";

/**
 * The change of an outcome as a share of the level at the start, in the last programme year, the good way positive.
 * `stated` is what the file says, `adjusted` the same adjusted for how it was compared; `net` what the programme brings about (the
 * effect of the view · fidelity · build-up, less deductions); `gross` adds what would have changed anyway, as the comparison shows. Over segments
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
): NodeId {
  // What the programme brings about, not what chance makes of it in this group.
  const context = withoutChance(drawn);
  const { builder, shape } = context;
  const nodes = effectNodes(context, id);
  const { as, exposed, stated, adjusted, counted, comparison, realised } = nodes;
  const asIs = which === "stated" || which === "adjusted";
  if (as === "delay" && !asIs) {
    throw new UtfallError([{ code: "figurePostponed", path: `outcomes.${id}`, with: { outcome: id } }]);
  }
  const happens = which === "stated" ? stated : which === "adjusted" ? adjusted : builder.multiply(counted, realised);
  const left = which === "net" ? shareLeft(context, id) : undefined;
  const own = left === undefined ? happens : builder.multiply(happens, left);
  const change = which === "gross" && comparison !== undefined ? builder.add(own, comparison) : own;
  const inPoints = as === "points" && !asIs;
  const last = shape.programmeYears - 1;
  const late = (node: NodeId): NodeId => inYear(context, node, last);
  const asShare = inPoints ? builder.divide(change, atStart(id, nodes)) : change;
  if (inSegment !== undefined) {
    const node = late(asShare);
    return builder.hasAxis(node, segment) ? builder.at(segment, inSegment, node) : node;
  }
  if (!builder.hasAxis(asShare, segment)) return late(asShare);
  const people = lastPeople(context, exposed);
  const weight = asIs && as !== "share" ? people : builder.multiply(people, late(atStart(id, nodes)));
  // Points times people are summed before they are divided, so that a segment whose level is 0 does not spoil the total.
  const weighed = inPoints ? builder.multiply(people, late(change)) : builder.multiply(weight, late(asShare));
  return builder.divide(overSegments(context, weighed), overSegments(context, weight));
}

/** People in the last programme year, by whom segments weigh; those of all its years where the last one takes in nobody. */
function lastPeople(context: Context, people: NodeId): NodeId {
  const { builder, shape } = context;
  const last = inYear(context, people, shape.programmeYears - 1);
  if (!builder.hasAxis(people, period)) return last;
  const all = overYears(context, { node: people, years: programmeYears(context) });
  return builder.select(overSegments(context, last), last, all);
}
