import { type Context, inYear, inYears } from "./context.ts";
import { flowOf, type Line } from "./line.ts";
import { taxationActor } from "./shape.ts";

/**
 * What raising the money costs society beyond the money itself, the marginal cost of public funds: each year costPerKrona · (cost −
 * benefit) of those who are paid by taxes. A year in which they save gives taxation back. Not divided into segments.
 */
export function taxationLines(context: Context, lines: readonly Line[]): readonly Line[] {
  const { builder, shape, checked } = context;
  if (checked.content.taxation === undefined) return [];
  const own = lines.filter(({ actor }) => shape.taxed.includes(actor));
  const perKrona = context.quantity("taxation.costPerKrona");
  const years = Array.from({ length: shape.horizonYears }, (_, year) => own.some((line) => line.years[year]));
  const sum = (side: Line["side"], year: number) =>
    builder.sum(
      own
        .filter((line) => line.side === side && line.years[year])
        .map((line) => inYear(context, flowOf(context, line), year)),
    );
  const node = inYears(context, years, (year) =>
    builder.multiply(perKrona, builder.subtract(sum("cost", year), sum("benefit", year))),
  );
  return [{ what: "taxation", side: "cost", actor: taxationActor, node: builder.name(node, "taxation"), years }];
}
