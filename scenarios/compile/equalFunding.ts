import type { NodeId } from "../../engine/model/graph.ts";
import { equalFundingId } from "../equalFunding.ts";
import type { ScenarioContent } from "../schema/index.ts";
import type { Context, Flow } from "./context.ts";
import type { Line } from "./line.ts";

type EqualFunding = ScenarioContent["consequences"][string]["equalFunding"];

/**
 * The line that equal funding of independent schools adds beside a cost or saving of own schools: of it, share/(1 − share) · (1 +
 * markup). Own pupils get x kr/(their number) each, and every pupil elsewhere the same. `to` is given what the municipality pays,
 * and gives back what it saves.
 */
export function equalFundingLines(
  context: Context,
  place: string,
  funding: EqualFunding,
  of: Flow & Pick<Line, "actor" | "side" | "kind" | "months"> & { readonly isCashable: boolean },
): readonly Line[] {
  if (funding === undefined) return [];
  const { builder } = context;
  const [, id] = place.split(".");
  const share = context.quantity(`${place}.equalFunding.share`);
  const beside = builder.divide(share, builder.subtract(builder.constant(1), share));
  const markup = builder.add(builder.constant(1), context.quantity(`${place}.equalFunding.markup`, 0));
  const what = equalFundingId(id);
  const node = builder.name(builder.multiply(of.node, builder.multiply(beside, markup)), what);
  const kind = of.kind === undefined ? {} : { kind: of.kind };
  const months = of.months === undefined ? {} : { months: of.months };
  const line = (actor: string, own: NodeId): Line => {
    const cashable = of.isCashable ? { cashable: { node: own, years: of.years } } : {};
    return { what, side: of.side, actor, node: own, years: of.years, ...kind, ...months, ...cashable };
  };
  const own = line(of.actor, node);
  // Of a cost the grant is income, a cost below zero, and of a saving a loss.
  return funding.to === undefined ? [own] : [own, line(funding.to, builder.negate(node))];
}
