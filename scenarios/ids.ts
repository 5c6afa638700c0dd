import { parseUnit } from "../engine/units/index.ts";
import type { ModelView } from "./accountViews.ts";
import { budgetYearsOf } from "./calendar.ts";
import { taxationActor } from "./compile/shape.ts";
import { unitOfStated } from "./effects.ts";
import { withEqualFunding } from "./equalFunding.ts";
import type { FigureIds } from "./figures.ts";
import { financingIds } from "./financing.ts";
import { implementationFigures } from "./implementation.ts";
import { optimismBenefit, optimismCost } from "./optimism.ts";
import { riskCosts } from "./risks.ts";
import { scaleFiguresOf, scaleIdsOf } from "./scaleFigures.ts";
import type { ActorContent, ScenarioContent } from "./schema/index.ts";
import { stopRulesOf, windDownCosts } from "./stopRules.ts";
import { unitWordsOf } from "./twins.ts";

/**
 * What a scenario has that figures can be asked of, from its checked content.
 *
 * @param yearsLater by so many years its programme begins after year 0
 */
export function figureIdsOf(content: ScenarioContent, yearsLater = 0): FigureIds {
  const words = unitWordsOf(content);
  const actors: Record<string, readonly string[]> = {};
  const add = (id: string, { parts = {} }: ActorContent): void => {
    actors[id] = Object.keys(parts);
    for (const [part, actor] of Object.entries(parts)) add(part, actor);
  };
  for (const [id, actor] of Object.entries(content.actors)) add(id, actor);
  if (content.taxation !== undefined) actors[taxationActor] = [];
  const outcomes = Object.entries(content.outcomes).map(([id, { unit, effect, measurement }]) => {
    const parsed = parseUnit(unit, words);
    const own = parsed.ok ? parsed.unit : {};
    const measured = measurement !== undefined;
    return [id, { unit: own, stated: unitOfStated(effect, own), measured }] as const;
  });
  const formulas = Object.entries(content.formulas);
  const budgetYears = budgetYearsOf(content, yearsLater);
  return {
    actors,
    perspectives: Object.keys(content.perspectives),
    segments: Object.keys(content.target?.segments ?? {}),
    outcomes: Object.fromEntries(outcomes),
    consequences: [...withEqualFunding(content.consequences), ...optimismBenefit(content)],
    costs: [
      ...withEqualFunding(content.costs),
      ...optimismCost(content),
      ...riskCosts(content),
      ...windDownCosts(content),
    ],
    risks: Object.keys(content.risks ?? {}),
    gainingFormulas: formulas.filter(([, { gains }]) => gains !== undefined).map(([id]) => id),
    payingFormulas: formulas.filter(([, { paidBy }]) => paidBy !== undefined).map(([id]) => id),
    ...financingIds(content),
    implementation: [...implementationFigures(content), ...scaleFiguresOf(content)],
    ...scaleOf(content, yearsLater),
    stopRules: stopRulesOf(content).map(([id]) => id),
    criteria: Object.keys(content.criteria),
    options: Object.keys(content.options ?? {}),
    programmeYears: content.programme.years,
    horizonYears: content.horizon ?? content.programme.years,
    weighted: content.weights !== undefined,
    ...(budgetYears === undefined ? {} : { budgetYears }),
    money: words.money,
  };
}

/** What can be asked of ordinary operation. */
export function scaleOf(content: ScenarioContent, yearsLater = 0): Pick<FigureIds, "scale" | "modelViews"> {
  const scale = scaleIdsOf(content, yearsLater);
  const modelViews: readonly ModelView[] = [
    ...(stopRulesOf(content).length === 0 ? [] : ["withStops" as const]),
    ...(scale === undefined ? [] : ["scaleUp" as const]),
  ];
  return { modelViews, ...(scale === undefined ? {} : { scale }) };
}
