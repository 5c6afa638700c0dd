import type { NodeId } from "../../engine/model/graph.ts";
import { mitigatedByPart, optimismId } from "../optimism.ts";
import type { optimismParts } from "../schema/optimism.ts";
import { consequenceLines } from "./consequenceLines.ts";
import type { Context, Flow } from "./context.ts";
import { formulaLines } from "./formulaLines.ts";
import type { Line } from "./line.ts";
import { lasting } from "./windows.ts";

/**
 * What the allowance for optimism adds to each line that is planned, as lines of their own: of a cost the share `cost`, of a
 * benefit what is left of it later and smaller, less what was planned. Income is not raised with the costs, and what follows from
 * harm is neither lessened nor put off.
 */
export function optimismLines(context: Context, planned: readonly Line[]): readonly Line[] {
  const { builder, checked } = context;
  const { optimism, consequences } = checked.content;
  if (optimism === undefined) return [];
  const lines: Line[] = [];
  if (optimism.cost !== undefined) {
    const more = leftOf(context, "cost");
    for (const line of planned.filter(({ side }) => side === "cost"))
      lines.push(added(line, builder.multiply(more, builder.max(builder.constant(0), line.node))));
  }
  if (optimism.benefit === undefined && optimism.delay === undefined) return lines;
  const isGood = ({ side, what }: Line): boolean => side === "benefit" && consequences[what]?.of !== "harmed";
  const late = optimism.delay === undefined ? undefined : lateLines(context, leftOf(context, "delay"));
  const less = optimism.benefit === undefined ? undefined : leftOf(context, "benefit");
  const change = (now: NodeId, then: NodeId): NodeId => {
    const lost = less === undefined ? undefined : builder.multiply(less, then);
    if (then === now) return builder.negate(lost!);
    return builder.subtract(lost === undefined ? then : builder.subtract(then, lost), now);
  };
  planned.filter(isGood).forEach((line, k) => {
    const then = late?.filter(isGood)[k] ?? line;
    const { cashable } = then;
    const taken = cashable && { ...cashable, node: change(line.cashable!.node, cashable.node) };
    lines.push(added(then, change(line.node, then.node), taken));
  });
  return lines;
}

function added({ cashable: _, ...line }: Line, node: NodeId, cashable?: Flow): Line {
  return { ...line, what: optimismId, node, ...(cashable === undefined ? {} : { cashable }) };
}

/** What is left of a part's bias after mitigation. */
function leftOf(context: Context, part: (typeof optimismParts)[number]): NodeId {
  const { builder, checked } = context;
  const byPart = mitigatedByPart(checked.content.optimism?.mitigated);
  const mitigated = context.quantity(byPart ? `optimism.mitigated.${part}` : "optimism.mitigated", 0);
  const left = builder.subtract(builder.constant(1), mitigated);
  return builder.multiply(context.quantity(`optimism.${part}`), left);
}

/** The lines of benefit as they would be if all came `delay` years later, in the order of those planned. */
function lateLines(context: Context, delay: NodeId): readonly Line[] {
  const { consequences, formulas } = context.checked.content;
  const later = { ...context, delay };
  const one = context.builder.constant(1);
  return [
    ...Object.keys(consequences).flatMap((id) => consequenceLines(later, id)),
    ...Object.keys(formulas).flatMap((id) =>
      formulaLines(context, id).map((line) => ({
        ...line,
        ...lasting(context, line, { starts: { node: delay }, lasts: 1, keeps: one }),
      })),
    ),
  ].filter(({ side }) => side === "benefit");
}
