import type { Accounts } from "./accounts.ts";
import type { Context } from "./context.ts";
import { inYear, overSegments } from "./context.ts";

/** What one cost comes to for one actor in one year, by the id of the `mean` output that holds it. */
export interface CostOutput {
  readonly what: string;
  readonly actor: string;
  readonly year: number;
  readonly cost: string;
}

/** Declares each cost by payer and year, not discounted, in the order of the lines; years in which it can't arise have no row. */
export function declareCosts(context: Context, accounts: Accounts): readonly CostOutput[] {
  const { builder, shape, prefix } = context;
  const lines = shape.leaves.flatMap((actor) => accounts.linesOf(actor, { side: "cost" }));
  const names = [...new Set(lines.map(({ what }) => what))];
  const order = [...Object.keys(context.checked.content.costs), ...names];
  return names
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .flatMap((what) =>
      shape.leaves.flatMap((actor) => {
        const own = lines.filter((line) => line.what === what && line.actor === actor);
        const years = Array.from({ length: shape.horizonYears }, (_, year) => year);
        return years
          .filter((year) => own.some((line) => line.years[year]))
          .map((year) => {
            const cost = `${prefix}costs/${what}/${actor}/y${year}`;
            const node = builder.sum(own.map((line) => inYear(context, overSegments(context, line.node), year)));
            builder.output({ id: cost, node, unit: context.money, kind: "mean" });
            return { what, actor, year, cost };
          });
      }),
    );
}
