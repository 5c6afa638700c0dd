import { UtfallError } from "../../engine/issues.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import type { FigurePath } from "../figures.ts";
import { weightedActors } from "../weights.ts";
import type { Accounts } from "./accounts.ts";
import { type Context, segment } from "./context.ts";
import { isWhole } from "./line.ts";

/**
 * What a krona counts for the people whose income is stated, against one at the median income: (median / income)^elasticity. By
 * segment where the income is. Source: HM Treasury, The Green Book (2022), annex 3; Layard, Mayraz and Nickell (2008),
 * doi:10.1016/j.jpubeco.2008.01.007.
 */
function weightOf(context: Context, actor: string): NodeId {
  const { builder } = context;
  const ratio = builder.divide(context.quantity("weights.median"), context.quantity(`weights.incomes.${actor}`));
  return builder.name(builder.binary("power", ratio, context.quantity("weights.elasticity")), `weights.${actor}`);
}

/** The accounts with what each of these people gains or loses times its weight; everybody else's as they are. */
export function weightedAccounts(context: Context, accounts: Accounts): Accounts {
  const { builder, checked } = context;
  const weighted = weightedActors(checked.content);
  return accounts.changed((line) => {
    if (!weighted.includes(line.actor)) return line;
    const weight = weightOf(context, line.actor);
    if (builder.hasAxis(weight, segment) && isWhole(context, line)) {
      const values = { name: line.what, actor: line.actor };
      throw new UtfallError([{ code: "weightNotSplit", path: `weights.incomes.${line.actor}`, with: values }]);
    }
    const { cashable: _, ...own } = line;
    return { ...own, node: builder.multiply(line.node, weight) };
  });
}

/** The weight of an actor, or of one of its segments, as a figure. */
export function weightFigure(context: Context, { who, segment: inSegment }: FigurePath): NodeId {
  const { builder, checked, shape } = context;
  if (!weightedActors(checked.content).includes(who!)) return builder.constant(1);
  const weight = weightOf(context, who!);
  if (!builder.hasAxis(weight, segment)) return weight;
  if (inSegment === undefined)
    throw new UtfallError([
      {
        code: "weightBySegment",
        path: `distributionalWeight.${who}`,
        with: { name: `distributionalWeight.${who}`, nearest: `distributionalWeight.${who}.${shape.segments[0]}` },
      },
    ]);
  return builder.at(segment, shape.segments.indexOf(inSegment), weight);
}

/** What is given beside the figures that are not weighted: the weights, and the net of all whom they move. */
export function weightedFigures(context: Context): readonly FigurePath[] {
  const { builder, checked, shape } = context;
  const weighted = weightedActors(checked.content);
  if (weighted.length === 0) return [];
  const moved = (leaves: readonly string[]) => leaves.some((leaf) => weighted.includes(leaf));
  const groups = [...shape.actors, ...shape.perspectives].filter(([, leaves]) => moved(leaves)).map(([id]) => id);
  return [
    ...weighted.flatMap((who) => {
      const own = { figure: "distributionalWeight" as const, who };
      if (!builder.hasAxis(weightOf(context, who), segment)) return [own];
      return shape.segments.map((inSegment) => ({ ...own, segment: inSegment }));
    }),
    ...groups.map((who) => ({ view: "weighted" as const, figure: "net" as const, who })),
    { view: "weighted" as const, figure: "net" as const },
  ];
}
