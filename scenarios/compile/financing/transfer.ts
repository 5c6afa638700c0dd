import type { NodeId } from "../../../engine/model/graph.ts";
import { type Context, type Flow, inYear, inYears, overYears } from "../context.ts";
import { flowOf, type Line } from "../line.ts";

/** Money that moves between actors: lines that add up to zero in every draw and year, on each side of the accounts. */
export interface Transfer {
  /** `repayment`, `lossShare`, `resultShare`, or a contract. */
  readonly id: string;
  readonly lines: readonly Line[];
}

/** What one actor gets of it; what is below zero it pays. Money that has moved is cash. */
export function moves(id: string, actor: string, flow: Flow): Line {
  return { what: id, side: "benefit", actor, ...flow, cashable: flow };
}

/** A flow of nothing but what `make` gives in the years where something can be. */
export const flowIn = (context: Context, years: readonly boolean[], make: (year: number) => NodeId): Flow => ({
  node: inYears(context, years, make),
  years,
});

/** The same with the sign turned. */
export const given = ({ builder }: Context, { node, years }: Flow): Flow => ({ node: builder.negate(node), years });

/** What an actor gets by a transfer in one year, or in all of them: less cost counts as much as more benefit. */
export function received(context: Context, { lines }: Transfer, actor: string, year?: number): NodeId {
  const { builder } = context;
  const own = lines.filter((line) => line.actor === actor);
  const parts = own.map((line) => {
    const flow = { node: flowOf(context, line), years: line.years };
    const sum = year === undefined ? overYears(context, flow) : inYear(context, flow.node, year);
    return line.side === "cost" ? builder.negate(sum) : sum;
  });
  return builder.sum(parts);
}

/** The years in which an actor can get or give something by a transfer. */
export const yearsOf = ({ lines }: Transfer, actor: string): readonly number[] => {
  const own = lines.filter((line) => line.actor === actor);
  return (own[0]?.years ?? []).flatMap((_, year) => (own.some(({ years }) => years[year]) ? [year] : []));
};
