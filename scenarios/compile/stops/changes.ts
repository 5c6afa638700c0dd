import type { NodeId } from "../../../engine/model/graph.ts";
import { reactingRules, stopRulePlace } from "../../stopRules.ts";
import { type Context, inYears, period } from "../context.ts";
import type { Happening } from "../happening.ts";
import { asWritten } from "../risks/events.ts";
import type { Decision, Ends } from "./decision.ts";
import { changesBefore, decisionsOf } from "./decisions.ts";
import { looksIn, running } from "./looks.ts";
import { partBefore } from "./running.ts";

/** Something that a rule changes, and from when on. */
interface Change {
  readonly rule: string;
  /** 1 where it does, before the programme ends. */
  readonly begins: NodeId;
  /** Years since the start. */
  readonly starts: NodeId;
}

/** What rules change in this view: all of them once, or anew at every look where the file says so. */
export function changesIn(context: Context): readonly Change[] {
  const { builder, checked } = context;
  if (checked.reactions === undefined) return [];
  const taken = takenIn(context);
  const ends = context.ends?.().costs;
  const change = (rule: string, decisions: readonly Decision[]): Change => {
    const notice = running(context).quantity(`${stopRulePlace(rule)}.notice`, 0);
    const from = ({ month }: Decision): NodeId => builder.add(builder.constant(month / 12), notice);
    const [last] = decisions.slice(-1);
    const starts = decisions
      .slice(0, -1)
      .reduceRight((later, own) => builder.select(own.fired, from(own), later), from(last));
    const fired = builder.sum(decisions.map((own) => own.fired));
    const begins = ends === undefined ? fired : builder.binary("and", fired, builder.binary("less", starts, ends));
    return { rule, begins, starts };
  };
  return reactingRules(checked.content).flatMap(([rule]) => {
    const own = taken.filter((decision) => decision.rule === rule);
    if (own.length === 0) return [];
    const isAnew = checked.content.stopRules![rule].each === "yes";
    return isAnew ? own.map((decision) => change(rule, [decision])) : [change(rule, own)];
  });
}

/** The decisions that change something in this view. */
function takenIn(context: Context): readonly Decision[] {
  const { looks, stoppedAt, atScale, asPlanned } = context.view;
  if (atScale !== undefined || asPlanned !== undefined) return [];
  if (stoppedAt !== undefined) {
    const all = looksIn(context);
    const last = all.findIndex(({ month }) => month === stoppedAt.month);
    const order = all[last].rules.map(([id]) => id);
    // At the look at which it is stopped, those that stand before the rule have changed it.
    return changesBefore(context, last + 1).filter(
      ({ rule, month }) => month < stoppedAt.month || order.indexOf(rule) < order.indexOf(stoppedAt.rule),
    );
  }
  if (looks === "all") return decisionsOf(context).filter(({ ends }) => !ends);
  return looks === undefined ? [] : changesBefore(context, looks);
}

/** What the rules of the scenario do to its numbers in this view. */
export function changeHappenings(context: Context): readonly Happening[] {
  const changes = changesIn(context);
  if (changes.length === 0) return [];
  const { quantity } = asWritten(context);
  return context.checked.reactions!.flatMap(({ id, hits }) =>
    changes
      .filter(({ rule }) => rule === id)
      .flatMap(({ begins, starts }) =>
        hits.map(({ place, how, by, within }) => ({
          place,
          how,
          by: quantity(by),
          happened: begins,
          part: partInForce(context, starts, endFor(context, place)),
          ...(within === undefined ? {} : { within }),
        })),
      ),
  );
}

/** Until when a number acts: a cost as long as there are costs, what a consequence is worth to the end, all else while people come. */
function endFor(context: Context, place: string): NodeId | undefined {
  if (place.startsWith("consequences.")) return undefined;
  const seenUntil = lookedAt(context);
  if (seenUntil !== undefined) return context.builder.constant(seenUntil / 12);
  const ends: Ends | undefined = context.ends?.();
  return place.startsWith("costs.") ? ends?.costs : ends?.intake;
}

/** The month of the look that this view is for. */
function lookedAt(context: Context): number | undefined {
  const { looks } = context.view;
  return typeof looks === "number" ? looksIn(context)[looks]?.month : undefined;
}

/** The part of each year that comes after the start: of the year's time before the end, where it ends. */
function partInForce(context: Context, starts: NodeId, end: NodeId | undefined): NodeId {
  const { builder, shape } = context;
  const all = Array.from({ length: shape.horizonYears }, () => true);
  const node = inYears(context, all, (year) => {
    const before = partBefore(context, starts, year, year + 1);
    const after = builder.subtract(builder.constant(1), before);
    if (end === undefined) return after;
    const there = partBefore(context, end, year, year + 1);
    const part = builder.divide(builder.subtract(there, builder.min(before, there)), there);
    return builder.select(builder.binary("greater", there, builder.constant(0)), part, after);
  });
  return builder.spread(period, node);
}
