import type { NodeId } from "../../engine/model/graph.ts";
import type { FigurePath } from "../figures.ts";
import { isByDesign } from "../measurement.ts";
import { withoutChance } from "./chance.ts";
import { type Context, segment } from "./context.ts";
import { type Counted, counted, errorOf } from "./followUp.ts";
import { improvement } from "./improvement.ts";
import { type LevelsSeen, levelsSeen } from "./levelsSeen.ts";
import { notSplit } from "./notSplit.ts";

/**
 * What a follow-up of a programme year sees of an outcome; of the last year where none is named. `observed` is the change as a share
 * of the level at the start, less that of the comparison group where one is followed, and deductions are taken off it as off the
 * true one; `observedGross` is the whole change, `observedRate` the level among participants. What is seen is the true change or
 * level and the error of the measurement; the level at the start is taken to be known.
 */
export function observed(drawn: Context, path: FigurePath, part = 1): NodeId {
  const context = withoutChance(drawn);
  const { what, year = context.shape.programmeYears - 1 } = path;
  const id = what!;
  const at = { id, year, part };
  return isByDesign(context.checked.content.outcomes[id])
    ? ofGroups(context, path, counted(context, at))
    : withError(context, path, errorOf(context, at), year);
}

/** The true change with an error of its own: one for everybody, or one for each segment. */
function withError(context: Context, path: FigurePath, error: NodeId, year: number): NodeId {
  const { builder, shape, checked } = context;
  const id = path.what!;
  const inSegment = path.segment === undefined ? undefined : shape.segments.indexOf(path.segment);
  const levels = levelsSeen(context, id, year);
  const isSplit = builder.hasAxis(levels.baseline, segment) || builder.hasAxis(levels.participants, segment);
  if (inSegment !== undefined && !isSplit) throw notSplit(path);
  const own = (): NodeId => {
    if (!builder.hasAxis(error, segment)) return error;
    if (inSegment !== undefined) return builder.at(segment, inSegment, error);
    return builder.divide(levels.weighed(builder.multiply(levels.baseline, error)), levels.weighed(levels.baseline));
  };
  const which = path.figure === "observed" ? "net" : "gross";
  const change = builder.add(improvement(context, id, which, inSegment, year), own());
  if (path.figure !== "observedRate") return change;
  const baseline = ofSegment(context, levels, levels.baseline, inSegment);
  const lower = checked.content.outcomes[id].better === "lower";
  return builder.binary(lower ? "subtract" : "add", baseline, builder.multiply(baseline, change));
}

/** What is seen of so many participants, against as many others where somebody follows these. */
function ofGroups(context: Context, path: FigurePath, groups: Counted): NodeId {
  const { builder, shape, checked } = context;
  const { levels, participants, comparison } = groups;
  const inSegment = path.segment === undefined ? undefined : shape.segments.indexOf(path.segment);
  if (inSegment !== undefined && !builder.hasAxis(participants, segment)) throw notSplit(path);
  const of = (node: NodeId): NodeId => ofSegment(context, levels, node, inSegment);
  const seen = of(participants);
  if (path.figure === "observedRate") return seen;
  const baseline = of(levels.baseline);
  const isNet = path.figure === "observed" && comparison !== undefined;
  const before = isNet ? of(comparison) : baseline;
  const lower = checked.content.outcomes[path.what!].better === "lower";
  const better = lower ? builder.subtract(before, seen) : builder.subtract(seen, before);
  const share = builder.divide(better, baseline);
  return isNet && levels.left !== undefined ? builder.multiply(share, of(levels.left)) : share;
}

/** A level in one segment, or its mean over all. */
function ofSegment(context: Context, levels: LevelsSeen, node: NodeId, inSegment: number | undefined): NodeId {
  const { builder } = context;
  if (inSegment === undefined) return levels.weighed(node);
  return builder.hasAxis(node, segment) ? builder.at(segment, inSegment, node) : node;
}
