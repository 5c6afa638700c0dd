import type { NodeId } from "../../../engine/model/graph.ts";
import { type Context, inYear, inYears, programmeYears } from "../context.ts";
import type { Line } from "../line.ts";
import { growth } from "../time.ts";
import { costAtShare } from "./cost.ts";
import { stageOfYear, stageShares } from "./people.ts";

const place = "implementation";

/**
 * What ordinary operation costs, as lines of its accounts in place of the project's costs: its running cost by stages, what comes once
 * as the scale grows, and what is released of what it replaces, which is income of those who had that cost.
 */
export function scaleLines(context: Context): readonly Line[] {
  const { builder, checked } = context;
  const { oneOff, replaces, paidBy, drift } = checked.content.implementation!;
  const shares = stageShares(context);
  const stages = stageOfYear(context);
  const shareIn = (year: number): NodeId => (stages[year] < 0 ? builder.constant(1) : shares[stages[year]]);
  const years = programmeYears(context);
  const grown = drift === undefined ? undefined : growth(context, context.quantity(`${place}.drift`));
  const flow = (make: (year: number) => NodeId): NodeId =>
    inYears(context, years, (year) => {
      const own = make(year);
      return grown === undefined ? own : builder.multiply(own, inYear(context, grown, year));
    });
  const lines = (what: string, node: NodeId, payers: typeof paidBy, at: string): readonly Line[] => {
    const line = { what, side: "cost", years } as const;
    const named = builder.name(node, `${place}.${what}`);
    if (payers === undefined) return [];
    if (typeof payers === "string") return [{ ...line, actor: payers, node: named }];
    return Object.keys(payers).map((actor) => ({
      ...line,
      actor,
      node: builder.multiply(named, context.quantity(`${at}.${actor}`)),
    }));
  };
  const once = builder.sum(Object.keys(oneOff).map((id) => context.quantity(`${place}.oneOff.${id}`)));
  const added = (year: number): NodeId => {
    const before = year === 0 ? builder.constant(0) : shareIn(year - 1);
    return builder.max(builder.constant(0), builder.subtract(shareIn(year), before));
  };
  const running = flow((year) => costAtShare(context, shareIn(year), stages[year]));
  const atOnce = flow((year) => builder.multiply(once, added(year)));
  return [
    ...lines("operation", running, paidBy, `${place}.paidBy`),
    ...(Object.keys(oneOff).length === 0 ? [] : lines("oneOff", atOnce, paidBy, `${place}.paidBy`)),
    ...(replaces === undefined
      ? []
      : lines(
          "released",
          flow((year) => builder.negate(builder.multiply(context.quantity(`${place}.replaces.amount`), shareIn(year)))),
          replaces.by,
          `${place}.replaces.by`,
        )),
  ];
}
