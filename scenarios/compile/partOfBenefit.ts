import type { NodeId } from "../../engine/model/graph.ts";
import type { FigureName, FigurePath } from "../figures.ts";
import type { Accounts, Selection } from "./accounts.ts";
import type { Context } from "./context.ts";
import { saysCashable } from "./line.ts";
import { ofYear, presentWorth } from "./money.ts";

const parts = {
  cashable: "cashable",
  pvCashable: "cashable",
  freed: "cashable",
  pvFreed: "cashable",
  pvFiscalBenefit: "fiscal",
  pvEconomicBenefit: "economic",
  pvSocialBenefit: "social",
} as const;

/**
 * What of a benefit can be taken out of a budget, what can't (`freed`: benefit less that), or what is of one kind. Where it is not
 * said whether something can be taken out, it does not count as such.
 */
export function partOfBenefit(
  context: Context,
  accounts: Accounts,
  figure: keyof typeof parts,
  who: Omit<Selection, "side">,
  year?: number,
): NodeId {
  const isDiscounted = figure.startsWith("pv");
  const of = (selection: Selection): NodeId =>
    isDiscounted ? presentWorth(context, accounts, selection, year) : ofYear(context, accounts.flow(selection), year);
  const whole: Selection = { ...who, side: "benefit" };
  const part = of({ ...whole, part: parts[figure] });
  const isFreed = figure === "freed" || figure === "pvFreed";
  return isFreed ? context.builder.subtract(of(whole), part) : part;
}

/** What can be taken out of a budget, where that is said; benefits by kind, where these are told apart. */
export function defaultPartsOfBenefit(context: Context, accounts: Accounts): readonly FigurePath[] {
  const { actors, leading, perspectives } = context.shape;
  const everybody: readonly (string | undefined)[] = [undefined, ...actors.keys(), ...perspectives.keys()];
  const gaining = everybody.filter((who) => !accounts.isEmpty({ side: "benefit", who }));
  const consequences = Object.values(context.checked.content.consequences);
  const kinds = consequences.some(({ kind }) => kind !== undefined);
  const byKind: readonly FigureName[] = kinds ? ["pvFiscalBenefit", "pvEconomicBenefit", "pvSocialBenefit"] : [];
  if (!saysCashable(context)) return gaining.flatMap((who) => byKind.map((figure) => of({ figure }, who)));
  return [
    ...gaining.flatMap((who) => [...byKind, "pvCashable" as const].map((figure) => of({ figure }, who))),
    of({ figure: "cashable" }, leading),
    of({ figure: "freed" }, leading),
    of({ figure: "pvFreed" }, leading),
  ];
}

const of = (path: FigurePath, who: string | undefined): FigurePath => (who === undefined ? path : { ...path, who });
