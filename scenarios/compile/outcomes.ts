import type { NodeId } from "../../engine/model/graph.ts";
import {
  type Context,
  type Flow,
  inYear,
  inYears,
  overSegments,
  overYears,
  programmeYears,
  segment,
} from "./context.ts";
import { lessTakenOff, type TakenOff, takenOff, withDropOff } from "./deductions.ts";
import { drawnCases, drawnCasesWithout, isCounted } from "./drawnCases.ts";
import { atStart, changeEach, effectNodes, keptWithout, levelWithout } from "./effectNodes.ts";
import { casesByHarm, harmOf } from "./harm.ts";
import { whileAlive } from "./people/survival.ts";
import { windowAt } from "./window.ts";
import { lasting } from "./windows.ts";

/**
 * Avoided cases of each programme year's group, all years of the horizon (0 after the programme); of an outcome that is postponed,
 * those that come later. What the stated effect contains that is not the programme's own is taken off. Where chance is drawn they
 * are whole people, and never more than there are cases without the programme.
 */
export function cases(context: Context, id: string): NodeId {
  return context.builder.name(caseParts(context, id).net, `cases.${id}`);
}

/** The same before anything is taken off, what is taken off, and what is left. */
export function caseParts(
  context: Context,
  id: string,
): { readonly gross: NodeId; readonly parts: TakenOff; readonly net: NodeId } {
  const spared = sparedCases(context, id);
  const parts = takenOff(context, id, spared);
  // Nothing is taken off what harm brings: that is the programme's own.
  const harm = casesByHarm(context, id);
  const gross = harm === undefined ? spared : context.builder.subtract(spared, harm);
  return { gross, parts, net: lessTakenOff(context, gross, parts) };
}

function sparedCases(context: Context, id: string): NodeId {
  const { builder } = context;
  const { exposed, realised } = effectNodes(context, id);
  const each = changeEach(context, id);
  return inYears(context, programmeYears(context), (year) => {
    if (isCounted(context, id)) {
      const change = builder.multiply(inYear(context, each, year), inYear(context, realised, year));
      return drawnCases(context, id, year, { exposed, without: levelWithout(context, id), change });
    }
    const stated = builder.multiply(inYear(context, exposed, year), inYear(context, each, year));
    return builder.multiply(stated, inYear(context, realised, year));
  });
}

/**
 * Cases that each programme year's group would have without the programme: the level that the comparison shows, which is the
 * level at the start where the effect is not stated against one.
 */
export function casesWithout(context: Context, id: string): NodeId {
  const { builder } = context;
  const nodes = effectNodes(context, id);
  const { as, exposed, comparison } = nodes;
  const without = isCounted(context, id) ? levelWithout(context, id) : undefined;
  const harm = harmOf(context, id, nodes);
  if (without !== undefined)
    return inYears(context, programmeYears(context), (year) => {
      const others = drawnCasesWithout(context, id, year, exposed, without);
      if (harm === undefined) return others;
      return builder.add(others, drawnCasesWithout(context, id, year, harm.people, without, `${id}.harmed`));
    });
  const level = as === "share" ? atStart(id, nodes) : (levelWithout(context, id) ?? atStart(id, nodes));
  let before = builder.multiply(harm === undefined ? exposed : builder.add(exposed, harm.people), level);
  if (as === "share" && comparison !== undefined)
    before = builder.multiply(before, keptWithout(context, id, comparison));
  return inYears(context, programmeYears(context), (year) => inYear(context, before, year));
}

/**
 * Cases avoided and still lasting in each year: the groups of all programme years together.
 *
 * @param begun those of each programme year's group, where not all of them count
 * @param undiminished without what drops off
 */
export function active(
  context: Context,
  id: string,
  begun: NodeId = cases(context, id),
  undiminished?: "undiminished",
): Flow {
  const { as, counted } = effectNodes(context, id);
  const stated = windowAt(context, `outcomes.${id}`, isToHorizon(context.checked.content.outcomes[id].lasts));
  const own = undiminished === undefined ? withDropOff(context, id, stated) : stated;
  // A case that comes later is spared until it comes.
  const window = as === "delay" ? { ...own, lasts: { node: counted } } : own;
  const flow = { node: begun, years: programmeYears(context) };
  const last = (group: Flow): Flow => lasting(context, group, window);
  // Only of the target group is it known how many die.
  return context.checked.content.outcomes[id].among === undefined ? whileAlive(context, flow, last) : last(flow);
}

export const isToHorizon = (lasts: unknown): boolean => typeof lasts === "string" && lasts.trim() === "to horizon";

/** Cases of one programme year, or of the whole programme; of one segment, or of all. */
export function casesFigure(context: Context, byYear: NodeId, inSegment?: number, year?: number): NodeId {
  const { builder } = context;
  const people = inSegment === undefined ? overSegments(context, byYear) : builder.at(segment, inSegment, byYear);
  if (year !== undefined) return inYear(context, people, year);
  return overYears(context, { node: people, years: programmeYears(context) });
}
