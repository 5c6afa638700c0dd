import type { NodeId } from "../../engine/model/graph.ts";
import type { FigurePath } from "../figures.ts";
import type { Accounts, Selection } from "./accounts.ts";
import { type Context, inYear } from "./context.ts";
import { flowOf, type Line } from "./line.ts";
import { priceLevel } from "./priceLevel.ts";
import type { Budget } from "./shape.ts";

type Item = Omit<Selection, "segment"> & { readonly segment?: number | undefined };

/** kr by calendar year, at the price year's level; undefined in a year in which nothing can arise, whatever the numbers are. */
export type CalendarFlow = readonly (NodeId | undefined)[];

export function budgetIn({ shape }: Context): Budget {
  if (shape.budget === undefined) throw new Error("the scenario asks for no budget");
  return shape.budget;
}

/**
 * The lines of a selection by calendar year. A programme year's money is divided by its months: as many as lie in the calendar year
 * in which it begins, the rest in the next, so that the calendar years add up to the programme years.
 */
function calendarFlow(context: Context, accounts: Accounts, selection: Item): CalendarFlow {
  const { builder } = context;
  const { years } = budgetIn(context);
  const sums: NodeId[][] = Array.from({ length: years.last - years.first + 1 }, () => []);
  for (const leaf of accounts.leavesOf(selection.who))
    for (const { lines, months } of byMonths(accounts.linesOf(leaf, selection)))
      for (let year = 0; year < context.shape.horizonYears; year++) {
        const own = lines.filter((line) => line.years[year]);
        if (own.length === 0) continue;
        const amount = builder.sum(own.map((line) => inYear(context, flowOf(context, line, selection.segment), year)));
        const before = monthsWithin(months, 12 * year, 12 * year + years.monthsBefore);
        const all = monthsWithin(months, 12 * year, 12 * year + 12);
        if (before === all) sums[year].push(amount);
        else if (before === 0) sums[year + 1].push(amount);
        else {
          const first = builder.multiply(amount, builder.constant(before / all));
          sums[year].push(first);
          sums[year + 1].push(builder.subtract(amount, first));
        }
      }
  return sums.map((own) => (own.length === 0 ? undefined : builder.sum(own)));
}

/** The same in current prices. */
export function currentFlow(context: Context, accounts: Accounts, selection: Item): CalendarFlow {
  const { years } = budgetIn(context);
  return calendarFlow(context, accounts, selection).map((node, index) =>
    node === undefined ? undefined : context.builder.multiply(node, priceLevel(context, years.first + index)),
  );
}

/** A figure of the budget: of one calendar year, or of all together, in current prices. */
export function budgetFigure(context: Context, accounts: Accounts, path: FigurePath): NodeId {
  const { builder, shape } = context;
  const { figure, what, who, segment, year } = path;
  const { years } = budgetIn(context);
  const select = { what, who, segment: segment === undefined ? undefined : shape.segments.indexOf(segment) };
  const of = (item: Item): NodeId => {
    const flow = currentFlow(context, accounts, item);
    const own = year === undefined ? flow : [flow[year - years.first]];
    return builder.sum(own.filter((node) => node !== undefined));
  };
  switch (figure) {
    case "cost":
    case "benefit":
      return of({ ...select, side: figure });
    case "balance":
      return builder.subtract(of({ ...select, side: "benefit" }), of({ ...select, side: "cost" }));
    case "cashable":
      return of({ ...select, side: "benefit", part: "cashable" });
    case "freed":
      return builder.subtract(of({ ...select, side: "benefit" }), of({ ...select, side: "benefit", part: "cashable" }));
    default:
      throw new Error(`${figure} is no figure of the budget`);
  }
}

interface Grouped {
  readonly lines: readonly Line[];
  readonly months?: Line["months"];
}

/** Lines of whole years together, each of those with months of its own alone. */
function byMonths(lines: readonly Line[]): readonly Grouped[] {
  const whole = lines.filter(({ months }) => months === undefined);
  const others = lines.filter(({ months }) => months !== undefined);
  return [
    ...(whole.length === 0 ? [] : [{ lines: whole }]),
    ...others.map((line) => ({ lines: [line], months: line.months })),
  ];
}

/** How many of the months lie from one month up to another; of all months where none are named. */
function monthsWithin(months: Line["months"], from: number, to: number): number {
  return Math.max(0, Math.min(to, (months?.last ?? to) + 1) - Math.max(from, months?.first ?? from));
}
