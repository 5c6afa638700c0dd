import type { NodeId } from "../../engine/model/graph.ts";
import { type Context, everyYear, type Flow } from "./context.ts";
import type { Line } from "./line.ts";
import { lasting } from "./windows.ts";

/** A formula with `gains` or `paidBy` joins the accounts; a number counts in every year. */
export function formulaLines(context: Context, id: string): readonly Line[] {
  const { gains, paidBy } = context.checked.content.formulas[id];
  if (gains === undefined && paidBy === undefined) return [];
  const node = context.builder.name(everyYear(context, formulaNode(context, id)), id);
  const years = Array.from({ length: context.shape.horizonYears }, () => true);
  const lines: Line[] = [];
  if (gains !== undefined)
    lines.push({ what: id, side: "benefit", actor: gains, ...delayed(context, { node, years }) });
  if (paidBy !== undefined) lines.push({ what: id, side: "cost", actor: paidBy, node, years });
  return lines;
}

/** What is gained comes so much later where benefits are put off. */
function delayed(context: Context, gained: Flow): Flow {
  const { builder, delay } = context;
  if (delay === undefined) return gained;
  return lasting(context, gained, { starts: { node: delay }, lasts: 1, keeps: builder.constant(1) });
}

/** A formula's node, under whichever place the checker keeps it. */
export function formulaNode(context: Context, id: string): NodeId {
  const places = [`formulas.${id}.value`, `formulas.${id}`, id];
  const place = places.find((candidate) => context.checked.quantities.has(candidate));
  if (place === undefined) throw new Error(`the scenario has no formula ${id}`);
  return context.quantity(place);
}
