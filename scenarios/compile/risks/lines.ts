import type { NodeId } from "../../../engine/model/graph.ts";
import { type Context, inYear, inYears, programmeYears } from "../context.ts";
import type { Line } from "../line.ts";
import { costUntilEnd } from "../stops/lines.ts";
import { asWritten, isMitigated, riskEvent, riskOf } from "./events.ts";

/**
 * What the risks themselves cost, in file order: where one happens kr in the year in which it begins, or kr/year in each year that it
 * is on; and what is paid to prevent it, kr in year 0 or kr/year while the programme runs.
 */
export function riskLines(context: Context): readonly Line[] {
  const { view, checked } = context;
  if (view.risks === "none") return [];
  return Object.keys(checked.content.risks ?? {}).flatMap((id) => [
    ...costOfEvent(context, id),
    ...mitigationLines(context, id),
  ]);
}

function costOfEvent(context: Context, id: string): readonly Line[] {
  const { cost: stated } = riskOf(context, id);
  if (stated === undefined) return [];
  const { builder } = context;
  const place = `risks.${id}.cost`;
  const amount = asWritten(context).quantity(`${place}.amount`);
  const event = riskEvent(context, id);
  const starts = event.years.map((_, year) => event.begins(year));
  const isYearly = isPerYear(context, `${place}.amount`);
  const years = isYearly ? event.years : starts.map((start) => start !== undefined);
  const node = inYears(context, years, (year) => {
    const happens = isYearly ? inYear(context, event.on, year) : starts[year]!;
    const cost = builder.select(happens, amount, builder.constant(0));
    return costUntilEnd(context, cost, inOwnYear(year), year, !isYearly);
  });
  return paidLines(context, id, `${place}.paidBy`, stated.paidBy, { node, years });
}

/** What is paid to prevent a risk; nothing in a view in which that is not done. */
export function mitigationLines(context: Context, id: string): readonly Line[] {
  const { mitigated } = riskOf(context, id);
  if (mitigated?.cost === undefined || !isMitigated(context, id)) return [];
  const place = `risks.${id}.mitigated`;
  const amount = asWritten(context).quantity(`${place}.cost`);
  const isYearly = isPerYear(context, `${place}.cost`);
  const years = programmeYears(context).map((runs, year) => (isYearly ? runs : year === 0));
  const node = inYears(context, years, (year) => costUntilEnd(context, amount, inOwnYear(year), year, !isYearly));
  return paidLines(context, id, `${place}.paidBy`, mitigated.paidBy!, { node, years });
}

const inOwnYear = (year: number) => ({ first: year, last: year });

const isPerYear = ({ checked }: Context, place: string): boolean => (checked.quantities.get(place)?.unit.year ?? 0) < 0;

/** A cost as lines, one for each of those who share it. */
export function paidLines(
  context: Context,
  id: string,
  place: string,
  paidBy: string | { readonly [actor: string]: unknown },
  flow: { readonly node: NodeId; readonly years: readonly boolean[] },
): readonly Line[] {
  const line = (actor: string, node: NodeId): Line => ({ what: id, side: "cost", actor, node, years: flow.years });
  if (typeof paidBy === "string") return [line(paidBy, flow.node)];
  return Object.keys(paidBy).map((actor) =>
    line(actor, context.builder.multiply(flow.node, asWritten(context).quantity(`${place}.${actor}`))),
  );
}
