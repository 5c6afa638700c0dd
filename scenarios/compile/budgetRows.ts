import type { FigurePath } from "../figures.ts";
import type { Accounts, Selection } from "./accounts.ts";
import { budgetIn, currentFlow } from "./budget.ts";
import type { Context } from "./context.ts";
import { saysCashable } from "./line.ts";

/** A row of the budget: one leaf actor's money in one calendar year, by the ids of the `mean` outputs that hold it. */
export interface BudgetOutput {
  readonly actor: string;
  readonly year: number;
  readonly cost: string;
  readonly benefit: string;
  /** What of the benefit can be taken out of the budget; absent where the scenario does not say. */
  readonly cashable?: string;
}

const taken = { side: "benefit", part: "cashable" } as const;

/** Declares the budget: a row for each of its actors and years. What can't arise in a year is one common output. */
export function declareBudget(context: Context, accounts: Accounts): readonly BudgetOutput[] {
  const { builder, prefix } = context;
  const { years, leaves } = budgetIn(context);
  const none = `${prefix}budget/none`;
  const isSaid = saysCashable(context);
  return leaves.flatMap((actor) => {
    const idsOf = (name: string, selection: Selection): readonly string[] =>
      currentFlow(context, accounts, selection).map((node, index) => {
        const id = node === undefined ? none : `${prefix}budget/${actor}/y${years.first + index}/${name}`;
        builder.output({ id, node: node ?? builder.constant(0), unit: context.money, kind: "mean" });
        return id;
      });
    const cost = idsOf("cost", { who: actor, side: "cost" });
    const benefit = idsOf("benefit", { who: actor, side: "benefit" });
    const cashable = isSaid ? idsOf("cashable", { who: actor, ...taken }) : undefined;
    return cost.map((id, index) => ({
      actor,
      year: years.first + index,
      cost: id,
      benefit: benefit[index],
      ...(cashable === undefined ? {} : { cashable: cashable[index] }),
    }));
  });
}

/** Years after the programme whose balance is given with its spread: those a budget and its plan reach. */
const yearsAfter = 2;

/**
 * What is given with its spread: each balance of the years that are planned now, and in every year what can be taken out, from which
 * follows when a frame can be lowered.
 */
export function budgetFigures(context: Context, accounts: Accounts): readonly FigurePath[] {
  const { shape } = context;
  if (shape.budget === undefined) return [];
  const { years, leaves, whole } = shape.budget;
  const last = Math.min(years.last, years.first + shape.programmeYears + yearsAfter);
  const planned = Array.from({ length: last - years.first + 1 }, (_, index) => years.first + index);
  const takenIn = (who: string): readonly number[] =>
    currentFlow(context, accounts, { who, ...taken }).flatMap((node, index) =>
      node === undefined ? [] : [years.first + index],
    );
  return [...leaves, ...(whole === undefined ? [] : [whole])].flatMap((who) => [
    ...planned.map((year) => ({ view: "budget" as const, figure: "balance" as const, who, year })),
    ...takenIn(who).map((year) => ({ view: "budget" as const, figure: "cashable" as const, who, year })),
  ]);
}
