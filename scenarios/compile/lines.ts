import type { NodeId } from "../../engine/model/graph.ts";
import type { Months } from "../when.ts";
import { consequenceLines } from "./consequenceLines.ts";
import { type Context, period } from "./context.ts";
import { costLines } from "./costLines.ts";
import { formulaLines } from "./formulaLines.ts";
import type { Line } from "./line.ts";
import { optimismLines } from "./optimism.ts";
import { riskLines } from "./risks/lines.ts";
import { scaleLines } from "./scale/lines.ts";
import { changeLines } from "./stops/changeLines.ts";
import { windDownLines } from "./stops/lines.ts";
import { taxationLines } from "./taxation.ts";

/**
 * All lines of the accounts: consequences, costs, formulas that name an actor and what risks cost, in file order. Those of a programme that starts
 * later stand so many years later; what lies beyond the horizon is not counted.
 */
export function linesOf(context: Context): readonly Line[] {
  const { builder, shape } = context;
  const { yearsLater } = shape;
  const lines = ownLines(context);
  if (yearsLater === 0) return lines;
  return lines.map((line) => ({
    ...line,
    node: builder.shift(period, yearsLater, line.node),
    years: line.years.map((_, year) => year >= yearsLater && line.years[year - yearsLater]),
    ...(line.months === undefined ? {} : { months: moved(line.months, 12 * yearsLater) }),
  }));
}

const moved = ({ first, last }: Months, by: number): Months => ({ first: first + by, last: last + by });

function ownLines(context: Context): readonly Line[] {
  const planned = plannedLines(context);
  const late = (delay: NodeId) => plannedLines({ ...context, delay });
  const lines = [
    ...planned,
    ...optimismLines(context, planned, late),
    ...windDownLines(context),
    ...changeLines(context),
  ];
  return [...lines, ...taxationLines(context, lines)];
}

/** What the file's entries say, in its order. */
function plannedLines(context: Context): readonly Line[] {
  const { consequences, costs, formulas } = context.checked.content;
  const benefits = Object.keys(consequences).flatMap((id) => consequenceLines(context, id));
  if (context.view.atScale !== undefined) return [...benefits, ...scaleLines(context)];
  return [
    ...benefits,
    ...Object.keys(costs).flatMap((id) => costLines(context, id)),
    ...Object.keys(formulas).flatMap((id) => formulaLines(context, id)),
    ...riskLines(context),
  ];
}
