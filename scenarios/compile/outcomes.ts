import { UtfallError } from "../../engine/issues.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import { adjustmentOf, factorPlace, spreadPlace } from "../adjustments.ts";
import { oddsWayOf } from "../effects.ts";
import { wholePeople, withoutChance } from "./chance.ts";
import {
  type Context,
  type Flow,
  inYear,
  inYears,
  overSegments,
  overYears,
  period,
  programmeYears,
  segment,
} from "./context.ts";
import { drawnCases, drawnCasesWithout, isCounted } from "./drawnCases.ts";
import { completedInEffect, isNewEachYear, peopleOf, sameGroups } from "./people.ts";
import { riskWith } from "./riskWith.ts";
import { lasting, windowAt } from "./windows.ts";

/** An outcome's numbers as nodes, per programme year and segment where they differ between these. */
interface OutcomeNodes {
  /** People whom the effect, as measured, is about. */
  readonly exposed: NodeId;
  /** Level at the start; absent where the effect is stated in points and nothing else needs it. */
  readonly baseline?: NodeId;
  /** The effect as stated, the good way positive: a share of the level at the start, or in the outcome's own unit. */
  readonly stated: NodeId;
  /** The same adjusted for how it was compared. */
  readonly adjusted: NodeId;
  /** What happens by the view: the stated effect, or the adjusted one. */
  readonly counted: NodeId;
  readonly statedAsShare: boolean;
  /** What happens to the comparison, as a share of the level at the start, the good way positive; absent where not stated. */
  readonly comparison?: NodeId;
  /** fidelity · buildUp: how much of the stated effect the programme brings about. */
  readonly realised: NodeId;
}

function nodesOf(context: Context, id: string): OutcomeNodes {
  const { builder } = context;
  const { better, effect, among } = context.checked.content.outcomes[id];
  const place = `outcomes.${id}`;
  const exposed = among === undefined ? measuredOn(context, effect.measuredOn) : amongOthers(context, id);
  const hasBaseline = context.checked.quantities.has(`${place}.baseline`);
  const realised = builder.multiply(
    context.quantity(`${place}.fidelity`, 1),
    context.quantity(`${place}.effect.buildUp`, 1),
  );
  const shared = { exposed, realised, ...(hasBaseline ? { baseline: context.quantity(`${place}.baseline`) } : {}) };
  const checked = (nodes: OutcomeNodes): OutcomeNodes => {
    const people = among === undefined ? "target.size" : `${place}.among`;
    for (const node of [nodes.baseline, nodes.realised, nodes.stated]) {
      if (node !== undefined) sameGroups(context, exposed, node, people, place);
    }
    return nodes;
  };
  const adjusted = (stated: NodeId) => {
    const after = adjustedFor(context, id, stated);
    return { stated, adjusted: after, counted: context.view === "adjusted" ? after : stated };
  };
  if (effect.relativeReduction !== undefined) {
    const stated = context.quantity(`${place}.effect.relativeReduction`);
    return checked({ ...shared, ...adjusted(stated), statedAsShare: true });
  }
  if (effect.points !== undefined) {
    const stated = context.quantity(`${place}.effect.points`);
    return checked({ ...shared, ...adjusted(stated), statedAsShare: false });
  }
  const lower = better === "lower";
  const way = oddsWayOf(effect);
  if (way !== undefined) {
    const before = context.quantity(`${place}.baseline`);
    const after = riskWith(builder, way, context.quantity(`${place}.effect.${way}`), before);
    const stated = lower ? builder.subtract(before, after) : builder.subtract(after, before);
    return checked({ ...shared, ...adjusted(stated), statedAsShare: false });
  }
  const participants = context.quantity(`${place}.effect.changes.participants`);
  const comparison = context.quantity(`${place}.effect.changes.comparison`);
  const stated = lower ? builder.subtract(comparison, participants) : builder.subtract(participants, comparison);
  return checked({
    ...shared,
    ...adjusted(stated),
    statedAsShare: true,
    comparison: lower ? builder.negate(comparison) : comparison,
  });
}

/** The people of another group than the target. */
function amongOthers(context: Context, id: string): NodeId {
  const place = `outcomes.${id}.among`;
  return wholePeople(context, `casesWithout.${id}.among`, context.quantity(place), isNewEachYear(context, place));
}

/** The stated effect times its factor, with the further spread; itself where nothing is adjusted. */
function adjustedFor(context: Context, id: string, stated: NodeId): NodeId {
  const { builder, checked } = context;
  const adjustment = adjustmentOf(checked.content, id);
  if (adjustment === undefined) return stated;
  const scaled = builder.multiply(stated, context.quantity(factorPlace(adjustment), 1));
  return builder.add(scaled, context.quantity(spreadPlace(id), 0));
}

function measuredOn(context: Context, group: "everyone" | "enrolled" | "completed"): NodeId {
  return group === "completed" ? completedInEffect(context) : peopleOf(context, group);
}

/**
 * Avoided cases of each programme year's group, all years of the horizon (0 after the programme). Where chance is drawn they are
 * whole people, and never more than there are cases without the programme.
 */
export function cases(context: Context, id: string): NodeId {
  const { builder } = context;
  const { exposed, realised } = nodesOf(context, id);
  const each = changeEach(context, id);
  const node = inYears(context, programmeYears(context), (year) => {
    if (isCounted(context, id)) {
      const change = builder.multiply(inYear(context, each, year), inYear(context, realised, year));
      return drawnCases(context, id, year, { exposed, without: shareWithout(context, id), change });
    }
    const stated = builder.multiply(inYear(context, exposed, year), inYear(context, each, year));
    return builder.multiply(stated, inYear(context, realised, year));
  });
  return builder.name(node, `cases.${id}`);
}

/** The level at the start, for what is a share of it. */
function atStart(id: string, { baseline }: OutcomeNodes): NodeId {
  if (baseline !== undefined) return baseline;
  throw new UtfallError([{ code: "figureBaseline", path: `outcomes.${id}`, with: { outcome: id } }]);
}

/** Change per exposed person, in the outcome's unit, the good way positive. */
function changeEach(context: Context, id: string): NodeId {
  const nodes = nodesOf(context, id);
  return nodes.statedAsShare ? context.builder.multiply(atStart(id, nodes), nodes.counted) : nodes.counted;
}

/** The chance of a case without the programme; undefined where no level at the start is stated. */
function shareWithout(context: Context, id: string): NodeId | undefined {
  const { builder } = context;
  const { baseline, comparison } = nodesOf(context, id);
  if (baseline === undefined || comparison === undefined) return baseline;
  const lower = context.checked.content.outcomes[id].better === "lower";
  return builder.multiply(baseline, builder.binary(lower ? "subtract" : "add", builder.constant(1), comparison));
}

/**
 * Cases that each programme year's group would have without the programme: the level that the comparison shows, which is the
 * level at the start where the effect is not stated against one.
 */
export function casesWithout(context: Context, id: string): NodeId {
  const { builder } = context;
  const nodes = nodesOf(context, id);
  const { exposed, comparison } = nodes;
  const without = isCounted(context, id) ? shareWithout(context, id) : undefined;
  if (without !== undefined)
    return inYears(context, programmeYears(context), (year) => drawnCasesWithout(context, id, year, exposed, without));
  let before = builder.multiply(exposed, atStart(id, nodes));
  if (comparison !== undefined) {
    const lower = context.checked.content.outcomes[id].better === "lower";
    const level = builder.binary(lower ? "subtract" : "add", builder.constant(1), comparison);
    before = builder.multiply(before, level);
  }
  return inYears(context, programmeYears(context), (year) => inYear(context, before, year));
}

/**
 * Cases avoided and still lasting in each year: the groups of all programme years together.
 *
 * @param begun those of each programme year's group, where not all of them count
 */
export function active(context: Context, id: string, begun: NodeId = cases(context, id)): Flow {
  const window = windowAt(context, `outcomes.${id}`, isToHorizon(context.checked.content.outcomes[id].lasts));
  return lasting(context, { node: begun, years: programmeYears(context) }, window);
}

export const isToHorizon = (lasts: unknown): boolean => typeof lasts === "string" && lasts.trim() === "to horizon";

/**
 * The change of an outcome as a share of the level at the start, in the last programme year, the good way positive.
 * `stated` is what the file says, `adjusted` the same adjusted for how it was compared; `net` what the programme brings about (the
 * effect of the view · fidelity · build-up); `gross` adds what would have changed anyway, as the comparison shows. Over segments
 * each weighs by its people times its level at the start. An effect stated in points stays in points as `stated`, and segments then
 * weigh by their people.
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
  const nodes = nodesOf(context, id);
  const { exposed, stated, adjusted, counted, statedAsShare, comparison, realised } = nodes;
  const asIs = which === "stated" || which === "adjusted";
  const change = which === "stated" ? stated : which === "adjusted" ? adjusted : builder.multiply(counted, realised);
  const inPoints = !statedAsShare && !asIs;
  const inWhole = (share: NodeId): NodeId =>
    which === "gross" && comparison !== undefined ? builder.add(share, comparison) : share;
  const last = shape.programmeYears - 1;
  const late = (node: NodeId): NodeId => inYear(context, node, last);
  const asShare = inPoints ? builder.divide(change, atStart(id, nodes)) : inWhole(change);
  if (inSegment !== undefined) {
    const node = late(asShare);
    return builder.hasAxis(node, segment) ? builder.at(segment, inSegment, node) : node;
  }
  if (!builder.hasAxis(asShare, segment)) return late(asShare);
  const people = lastPeople(context, exposed);
  const weight = asIs && !statedAsShare ? people : builder.multiply(people, late(atStart(id, nodes)));
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

/** Cases of one programme year, or of the whole programme; of one segment, or of all. */
export function casesFigure(context: Context, byYear: NodeId, inSegment?: number, year?: number): NodeId {
  const { builder } = context;
  const people = inSegment === undefined ? overSegments(context, byYear) : builder.at(segment, inSegment, byYear);
  if (year !== undefined) return inYear(context, people, year);
  return overYears(context, { node: people, years: programmeYears(context) });
}
