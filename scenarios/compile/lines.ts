import { consequenceLines } from "./consequenceLines.ts";
import type { Context } from "./context.ts";
import { costLines } from "./costLines.ts";
import { formulaLines } from "./formulaLines.ts";
import type { Line } from "./line.ts";
import { optimismLines } from "./optimism.ts";
import { taxationLines } from "./taxation.ts";

/** All lines of the accounts: consequences, costs and formulas that name an actor, in file order, and last what follows from them. */
export function linesOf(context: Context): readonly Line[] {
  const { consequences, costs, formulas } = context.checked.content;
  const planned = [
    ...Object.keys(consequences).flatMap((id) => consequenceLines(context, id)),
    ...Object.keys(costs).flatMap((id) => costLines(context, id)),
    ...Object.keys(formulas).flatMap((id) => formulaLines(context, id)),
  ];
  const lines = [...planned, ...optimismLines(context, planned)];
  return [...lines, ...taxationLines(context, lines)];
}
