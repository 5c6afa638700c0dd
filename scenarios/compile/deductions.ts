import type { NodeId } from "../../engine/model/graph.ts";
import { type DeductionName, grossPlace, shareNames } from "../deductions.ts";
import { signedCountAmong } from "./chance.ts";
import { type Context, inYear, inYears, programmeYears } from "./context.ts";
import { isCounted } from "./drawnCases.ts";
import { sameGroups } from "./people.ts";
import type { Window } from "./window.ts";

/** Cases of each programme year's group that are taken off, by what they are taken off for. */
export type TakenOff = ReadonlyMap<DeductionName, NodeId>;

/**
 * What is taken off the gross cases: each deduction its share of what those before it have left. Where chance is drawn each case is
 * one of those with the deduction's probability.
 */
export function takenOff(context: Context, id: string, gross: NodeId): TakenOff {
  const { builder, checked } = context;
  const found = new Map<DeductionName, NodeId>();
  let left = gross;
  for (const name of shareNames) {
    const place = grossPlace(checked.content, id, name);
    if (place === undefined) continue;
    const share = context.quantity(place);
    sameGroups(context, gross, share, `outcomes.${id}`, place);
    const before = left;
    const part = inYears(context, programmeYears(context), (year) => {
      const number = inYear(context, before, year);
      const own = inYear(context, share, year);
      return isCounted(context, id)
        ? signedCountAmong(context, `${name}.${id}`, number, own, year)
        : builder.multiply(number, own);
    });
    found.set(name, part);
    left = builder.subtract(left, part);
  }
  return found;
}

/** Gross less all that is taken off. */
export function lessTakenOff(context: Context, gross: NodeId, parts: TakenOff): NodeId {
  return [...parts.values()].reduce((left, part) => context.builder.subtract(left, part), gross);
}

/** The share of an effect that is left after its deductions, when it arises; undefined where there are none. */
export function shareLeft(context: Context, id: string): NodeId | undefined {
  const { builder, checked } = context;
  const places = shareNames.flatMap((name) => grossPlace(checked.content, id, name) ?? []);
  if (places.length === 0) return undefined;
  return builder.product(places.map((place) => builder.subtract(builder.constant(1), context.quantity(place))));
}

/** The same window with what drops off each year taken off as well. */
export function withDropOff(context: Context, id: string, window: Window): Window {
  const { builder, checked, shape } = context;
  const place = grossPlace(checked.content, id, "dropOff");
  if (place === undefined) return window;
  const left = builder.subtract(builder.constant(1), context.quantity(place));
  const { schedule } = window;
  if (schedule === undefined) return { ...window, keeps: builder.multiply(window.keeps, left) };
  const shares: NodeId[] = [];
  let kept = builder.constant(1);
  for (let year = 0; year < shape.horizonYears; year++) {
    shares.push(builder.multiply(schedule[Math.min(year, schedule.length - 1)], kept));
    kept = builder.multiply(kept, left);
  }
  return { ...window, schedule: shares };
}
