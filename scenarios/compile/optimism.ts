import type { NodeId } from "../../engine/model/graph.ts";
import { mitigatedByPart, optimismId } from "../optimism.ts";
import type { optimismParts } from "../schema/optimism.ts";
import type { Context } from "./context.ts";
import type { Line } from "./line.ts";

/**
 * What the allowance for optimism adds to each line that is planned, as lines of their own: of a cost the share `cost`, of a
 * benefit what is left of it later and smaller, less what was planned. Income is not raised with the costs, and what follows from
 * harm is neither lessened nor put off.
 *
 * @param lateBy the lines as they would be if all benefits came so much later, in the order of those planned
 */
export function optimismLines(
  context: Context,
  planned: readonly Line[],
  lateBy: (delay: NodeId) => readonly Line[],
): readonly Line[] {
  const { builder, checked } = context;
  const { optimism, consequences, costs, formulas } = checked.content;
  if (optimism === undefined) return [];
  const lines: Line[] = [];
  if (optimism.cost !== undefined) {
    const more = leftOf(context, "cost");
    for (const line of planned.filter(({ side }) => side === "cost")) {
      // What follows from a cost grows with it on both sides; an entry of income stays.
      const isEntry = Object.hasOwn(costs, line.what) || Object.hasOwn(formulas, line.what);
      const base = isEntry ? builder.max(builder.constant(0), line.node) : line.node;
      lines.push(added(line, builder.multiply(more, base)));
    }
  }
  if (optimism.benefit === undefined && optimism.delay === undefined) return lines;
  const isGood = ({ side, what }: Line): boolean => side === "benefit" && consequences[what]?.of !== "harmed";
  const late = optimism.delay === undefined ? planned : lateBy(leftOf(context, "delay"));
  const less = optimism.benefit === undefined ? undefined : leftOf(context, "benefit");
  /** What is left, less what was planned. */
  const change = (then: NodeId, plan: NodeId): NodeId => {
    const lost = less === undefined ? undefined : builder.multiply(less, then);
    if (then === plan) return lost === undefined ? builder.constant(0) : builder.negate(lost);
    return builder.subtract(lost === undefined ? then : builder.subtract(then, lost), plan);
  };
  planned.forEach((line, k) => {
    if (!isGood(line)) return;
    const then = late[k];
    const { cashable, years } = then;
    lines.push({
      ...added(line, change(then.node, line.node)),
      years: years.map((may, year) => may || line.years[year]),
      ...(cashable === undefined || line.cashable === undefined
        ? {}
        : { cashable: { ...cashable, node: change(cashable.node, line.cashable.node) } }),
    });
  });
  return lines;
}

const added = (line: Line, node: NodeId): Line => ({ ...line, what: optimismId, node });

/** What is left of a part's bias after mitigation. */
function leftOf(context: Context, part: (typeof optimismParts)[number]): NodeId {
  const { builder, checked } = context;
  const byPart = mitigatedByPart(checked.content.optimism?.mitigated);
  const mitigated = context.quantity(byPart ? `optimism.mitigated.${part}` : "optimism.mitigated", 0);
  const left = builder.subtract(builder.constant(1), mitigated);
  return builder.multiply(context.quantity(`optimism.${part}`), left);
}
