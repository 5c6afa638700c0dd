import type { FigureName, FigurePath } from "../../figures.ts";
import { outcomesBySite, scaleFiguresOf } from "../../scaleFigures.ts";
import type { Accounts } from "../accounts.ts";
import type { Context } from "../context.ts";

/** What a run gives unasked of the way from the project to ordinary operation; money for whom the result leads with. */
export function scaleDefaults({ checked, shape }: Context): readonly FigurePath[] {
  const who = shape.leading === undefined ? {} : { who: shape.leading };
  const { sites } = checked.content.implementation ?? {};
  return scaleFiguresOf(checked.content).flatMap((figure): FigurePath[] => {
    if (figure.startsWith("site"))
      return outcomesBySite(checked.content)
        .filter((id) => figure === "siteWorsens" || sites?.between[id].se !== undefined)
        .map((what) => ({ figure, what }));
    const ofAll = figure === "scaleEffectKept" || figure === "scaleFailsAfterSuccess";
    return [{ figure, ...(ofAll ? {} : who) }];
  });
}

/** What a run gives unasked of ordinary operation itself: money for everybody, whom the result leads with and each actor, people, cases. */
export function figuresAtScale(context: Context, accounts: Accounts): readonly FigurePath[] {
  const { checked, shape } = context;
  const { leading, leaves, programmeYears, yearsLater } = shape;
  const moves = (who: string) => (["benefit", "cost"] as const).some((side) => !accounts.isEmpty({ side, who }));
  const whose = [...new Set([undefined, leading, ...leaves.filter(moves)])];
  const money: readonly FigureName[] = ["pvBenefit", "pvCost", "net"];
  const of = (figure: FigureName, who: string | undefined): FigurePath =>
    who === undefined ? { figure } : { figure, who };
  const ratios = [...new Set([undefined, leading])].filter((who) => !accounts.isEmpty({ side: "cost", who }));
  const people: readonly FigureName[] =
    checked.content.target === undefined ? [] : ["everyone", "enrolled", "completed"];
  return [
    ...whose.flatMap((who) => money.map((figure) => of(figure, who))),
    ...ratios.map((who) => of("returnPerKrona", who)),
    of("paybackYear", leading),
    ...Array.from({ length: programmeYears }, (_, year) => ({ ...of("cost", leading), year: yearsLater + year })),
    ...Array.from({ length: programmeYears }, (_, year) => ({ ...of("benefit", leading), year: yearsLater + year })),
    ...people.map((figure) => ({ figure })),
    ...Object.keys(checked.content.outcomes).map((what) => ({ figure: "cases" as const, what })),
  ];
}
