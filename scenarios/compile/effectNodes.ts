import { UtfallError } from "../../engine/issues.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import { adjustmentOf, factorPlace, spreadPlace } from "../adjustments.ts";
import { levelPlaceOf } from "../effects.ts";
import { buildUpOf } from "./buildUp.ts";
import { wholePeople } from "./chance.ts";
import { keptOf } from "./components.ts";
import type { Context } from "./context.ts";
import { withHappenings } from "./happenings.ts";
import { withLearning } from "./learning.ts";
import { completedInEffect, isNewEachYear, peopleOf, sameGroups } from "./people.ts";
import { keptAtScale, withSites } from "./scale/effect.ts";
import { type StatedEffect, statedEffect } from "./statedEffect.ts";
import { whileRunning, withoutStops } from "./stops/running.ts";

/** An outcome's numbers as nodes, per programme year and segment where they differ between these. */
export interface EffectNodes extends StatedEffect {
  /** People whom the effect, as measured, is about. */
  readonly exposed: NodeId;
  /** Level at the start; absent where the effect is stated in points and nothing else needs it. */
  readonly baseline?: NodeId;
  /** The stated effect adjusted for how it was compared. */
  readonly adjusted: NodeId;
  /** What happens by the view: the stated effect or the adjusted one, with what is added to it or what it becomes. */
  readonly counted: NodeId;
  /** fidelity · buildUp: how much of the effect the programme brings about, times what happens to it, while it runs. */
  readonly realised: NodeId;
}

export function effectNodes(context: Context, id: string): EffectNodes {
  const { builder, checked } = context;
  const { effect, among } = checked.content.outcomes[id];
  const place = `outcomes.${id}`;
  // Those whom a stopped programme no longer reaches have no effect of it, but are of the group that it is about.
  const all = withoutStops(context);
  const exposed = among === undefined ? measuredOn(all, effect.measuredOn) : amongOthers(all, id);
  const level = levelPlaceOf(checked, id);
  const whole = builder.multiply(context.quantity(`${place}.fidelity`, 1), buildUpOf(context, id));
  const kept = keptOf(context, `${place}.effect.byComponent`, effect.byComponent);
  const ofComponents = kept === undefined ? whole : builder.multiply(whole, kept);
  const learnt = withLearning(context, id, ofComponents);
  const baseline = level === undefined ? {} : { baseline: context.quantity(level) };
  const own = statedEffect(context, id);
  // Of cases that come later fewer are kept; of other effects each is smaller.
  const isDelay = own.as === "delay";
  const planned = isDelay ? keptAtScale(context, learnt) : learnt;
  const realised = whileRunning(context, withHappenings(context, `${place}.effect`, planned, { hows: ["times"] }));
  const adjusted = adjustedFor(context, id, own.stated);
  const ofView = context.view.effects === "adjusted" ? adjusted : own.stated;
  const struck = withHappenings(context, `${place}.effect`, ofView, { hows: ["to", "plus"] });
  const counted = withSites(context, id, isDelay ? struck : keptAtScale(context, struck));
  const people = among === undefined ? "target.size" : `${place}.among`;
  for (const node of [baseline.baseline, realised, counted]) {
    if (node !== undefined) sameGroups(context, exposed, node, people, place);
  }
  return { ...own, ...baseline, exposed, realised, adjusted, counted };
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

/** An effect that was measured on everyone holds already that some were not reached, declined or left. */
function measuredOn(context: Context, group: "everyone" | "enrolled" | "completed" = "everyone"): NodeId {
  return group === "completed" ? completedInEffect(context) : peopleOf(context, group);
}

/** The level at the start, for what is a share of it. */
export function atStart(id: string, { baseline }: EffectNodes): NodeId {
  if (baseline !== undefined) return baseline;
  throw new UtfallError([{ code: "figureBaseline", path: `outcomes.${id}`, with: { outcome: id } }]);
}

/**
 * Change per exposed person, in the outcome's unit, the good way positive. Of a case that comes later it is the chance that there is
 * one: every case that would have come is spared for a while.
 */
export function changeEach(context: Context, id: string): NodeId {
  const nodes = effectNodes(context, id);
  if (nodes.as === "points") return nodes.counted;
  const level = atStart(id, nodes);
  return nodes.as === "delay" ? level : context.builder.multiply(level, nodes.counted);
}

/** The level of the comparison as a share of the level at the start, where that is how it is stated. */
export function keptWithout(context: Context, id: string, comparison: NodeId): NodeId {
  const { builder } = context;
  const lower = context.checked.content.outcomes[id].better === "lower";
  return builder.binary(lower ? "subtract" : "add", builder.constant(1), comparison);
}

/**
 * The level without the programme: what the comparison shows, and the level at the start where the effect is not stated against one.
 * Undefined where no level is stated.
 */
export function levelWithout(context: Context, id: string): NodeId | undefined {
  const { builder } = context;
  const { as, baseline, comparison, without } = effectNodes(context, id);
  if (without !== undefined) return without;
  if (baseline === undefined || comparison === undefined) return baseline;
  if (as === "share") return builder.multiply(baseline, keptWithout(context, id, comparison));
  const lower = context.checked.content.outcomes[id].better === "lower";
  return builder.binary(lower ? "subtract" : "add", baseline, comparison);
}
