import type { CheckedScenario, Quantity } from "../checked.ts";
import { grossNames } from "../deductions.ts";
import { isInPoints, isPostponed, levelPlaceOf } from "../effects.ts";
import type { FigureName, FigurePath } from "../figures.ts";
import { implementationFigures } from "../implementation.ts";
import { optimismBenefit, optimismCost } from "../optimism.ts";
import { viewsOf } from "../views.ts";
import type { Accounts } from "./accounts.ts";
import { budgetFigures } from "./budgetRows.ts";
import { type Context, segment } from "./context.ts";
import { financingDefaults } from "./financing/figures.ts";
import { implementationDefaults } from "./implementation.ts";
import { whoMayLose } from "./losers.ts";
import { cases } from "./outcomes.ts";
import { defaultPartsOfBenefit } from "./partOfBenefit.ts";
import { isSplitPeople, type PeopleFigure, peopleGiven } from "./peopleFigures.ts";
import { scaleDefaults } from "./scale/defaults.ts";
import { weightedFigures } from "./weights.ts";

/** The figures that every run gives, whether asked for or not. */
export function defaultFigures(context: Context, accounts: Accounts): readonly FigurePath[] {
  const { checked } = context;
  return [
    ...moneyFigures(context, accounts),
    ...optimismFigures(context),
    ...financingDefaults(context, accounts),
    ...implementationDefaults(context, implementationFigures(checked.content)),
    ...scaleDefaults(context),
    ...leadingFigures(context),
    ...whoMayLose(context, accounts),
    ...defaultPartsOfBenefit(context, accounts),
    ...budgetFigures(context, accounts),
    ...weightedFigures(context),
    ...peopleFigures(context),
    ...outcomeFigures(context),
    ...segmentFigures(context, accounts),
  ];
}

/** For everybody together, every actor and every perspective. No return per krona where nobody pays. */
function moneyFigures(context: Context, accounts: Accounts): readonly FigurePath[] {
  const { actors, perspectives } = context.shape;
  const everybody: readonly (string | undefined)[] = [undefined, ...actors.keys(), ...perspectives.keys()];
  return everybody.flatMap((who) => {
    const figures: FigureName[] = ["pvBenefit", "pvCost", "net"];
    if (!accounts.isEmpty({ side: "cost", who })) figures.push("returnPerKrona");
    return figures.map((figure) => of({ figure }, who));
  });
}

/** What is added to costs and taken from benefits for optimism. */
function optimismFigures(context: Context): readonly FigurePath[] {
  const { checked, shape } = context;
  const parts = [
    ...optimismCost(checked.content).map((what) => ({ figure: "pvCost" as const, what })),
    ...optimismBenefit(checked.content).map((what) => ({ figure: "pvBenefit" as const, what })),
  ];
  return parts.map((part) => of(part, shape.leading));
}

/** Year by year, for whom the result leads with. */
function leadingFigures(context: Context): readonly FigurePath[] {
  const { leading, horizonYears } = context.shape;
  const years = Array.from({ length: horizonYears }, (_, year) => year);
  return [
    { figure: "paybackYear" },
    of({ figure: "paybackYear" }, leading),
    of({ figure: "cost" }, leading),
    of({ figure: "benefit" }, leading),
    ...years.map((year) => of({ figure: "cumulativeNet", year }, leading)),
    ...years.map((year) => of({ figure: "balance", year }, leading)),
    of({ figure: "annualEquivalent" }, leading),
    of({ figure: "internalRate" }, leading),
  ];
}

/** Ratios that say in another way what return per krona says: of means alone, so that they cost nothing. */
export function ratiosBeside({ shape }: Context, accounts: Accounts): readonly FigurePath[] {
  const { leading } = shape;
  const pays = !accounts.isEmpty({ side: "cost", who: leading });
  const gains = !accounts.isEmpty({ side: "benefit", who: leading });
  const figures: FigureName[] = [
    ...(pays ? ["netPresentValueRatio" as const] : []),
    ...(pays && gains ? ["breakEvenShare" as const] : []),
  ];
  return figures.map((figure) => of({ figure }, leading));
}

function peopleFigures(context: Context): readonly FigurePath[] {
  if (context.checked.content.target === undefined) return [];
  const given = peopleGiven(context);
  const { segments } = context.shape;
  const each = (figure: PeopleFigure): readonly string[] => (isSplitPeople(context, figure) ? segments : []);
  // Of expected numbers somebody is always harmed, if only a tenth of a person.
  const whether = context.chance !== undefined && given.includes("harmed");
  const harmed = whether ? [undefined, ...each("harmed")] : [];
  return [
    ...given.flatMap((figure) => [{ figure }, ...each(figure).map((id) => ({ figure, segment: id }))]),
    ...harmed.map((id) => ({ figure: "anyoneHarmed" as const, ...(id === undefined ? {} : { segment: id }) })),
  ];
}

/** By segment, for whom the result leads with, where what they pay or gain is divided into segments. */
function segmentFigures(context: Context, accounts: Accounts): readonly FigurePath[] {
  const { leading, segments } = context.shape;
  if (!accounts.isSplit(leading)) return [];
  const figures = ["net", "pvBenefit", "pvCost"] as const;
  return figures.flatMap((figure) => segments.map((id) => of({ figure, segment: id }, leading)));
}

function outcomeFigures(context: Context): readonly FigurePath[] {
  const { builder, checked, shape } = context;
  return Object.entries(checked.content.outcomes).flatMap(([what, { effect }]) => {
    const place = levelPlaceOf(checked, what);
    // Points from a level of 0 are no share of it: such a figure is given only to those who ask. What comes later is not fewer.
    const isShare = !isInPoints(effect) || (place !== undefined && !isZeroSomewhere(checked, place));
    const hasShare = isShare && !isPostponed(effect);
    const shares: FigureName[] = hasShare ? ["improvementGross", "improvementNet"] : [];
    const relative: FigureName[] = place !== undefined ? [...shares, "casesWithout"] : [];
    const beside = viewsOf(checked, what).map((view) => `${view}Effect` as const);
    const taken = grossNames(checked.content, what);
    const deducted: FigureName[] = taken.length === 0 ? [] : ["caseYearsGross", ...taken, "caseYears"];
    const wrongWay: FigureName[] = isPostponed(effect) ? [] : ["worsens"];
    const figures: FigureName[] = ["statedEffect", ...beside, ...relative, "cases", ...deducted, ...wrongWay];
    const segments = builder.hasAxis(cases(context, what), segment) ? shape.segments : [];
    return [
      ...figures.flatMap((figure) => [{ figure, what }, ...segments.map((id) => ({ figure, what, segment: id }))]),
      { figure: "costPer" as const, what },
    ];
  });
}

/**
 * What is given of every option: money for whom the result leads with and for everybody, and what the outcomes come to. Ratios by the
 * means alone.
 */
export function optionFigures(
  context: Context,
  accounts: Accounts,
): { readonly figures: readonly FigurePath[]; readonly ratios: readonly FigurePath[] } {
  const { checked, shape } = context;
  const whose = shape.leading === undefined ? [undefined] : [shape.leading, undefined];
  const paid = whose.filter((who) => !accounts.isEmpty({ side: "cost", who }));
  const outcomes = Object.keys(checked.content.outcomes);
  const money: readonly FigureName[] = ["pvBenefit", "pvCost", "net"];
  return {
    figures: [
      ...whose.flatMap((who) => money.map((figure) => of({ figure }, who))),
      ...outcomes.map((what) => ({ figure: "cases" as const, what })),
    ],
    ratios: [
      ...paid.map((who) => of({ figure: "returnPerKrona" }, who)),
      ...outcomes.map((what) => ({ figure: "costPer" as const, what })),
    ],
  };
}

/** Beside the stated effects: what the programme comes to if they are adjusted, or shrunk. */
export function figuresBeside(context: Context, accounts: Accounts): readonly FigurePath[] {
  const { checked, shape, view } = context;
  const whose = shape.leading === undefined ? [undefined] : [shape.leading, undefined];
  const money: FigureName[] = accounts.isEmpty({ side: "cost" }) ? ["net"] : ["net", "returnPerKrona"];
  const outcomes = Object.keys(checked.content.outcomes).filter((id) =>
    viewsOf(checked, id).some((own) => own === view.effects),
  );
  return [
    ...whose.flatMap((who) =>
      money
        .filter((figure) => figure === "net" || !accounts.isEmpty({ side: "cost", who }))
        .map((figure) => of({ figure }, who)),
    ),
    ...outcomes.map((what) => ({ figure: "cases" as const, what })),
  ];
}

/** True where a year or a segment of the quantity is written as a plain 0. */
function isZeroSomewhere(checked: CheckedScenario, place: string): boolean {
  const isZero = (quantity: Quantity | undefined): boolean => {
    switch (quantity?.kind) {
      case "number":
        return quantity.value === 0;
      case "byYear":
        return quantity.items.some(isZero);
      case "bySegment":
        return Object.values(quantity.items).some(isZero);
      case "reference":
        return isZero(checked.quantities.get(quantity.to));
      default:
        return false;
    }
  };
  return isZero(checked.quantities.get(place));
}

function of(path: FigurePath, who: string | undefined): FigurePath {
  return who === undefined ? path : { ...path, who };
}
