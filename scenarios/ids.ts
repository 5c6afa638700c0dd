import { parseUnit, type Unit } from "../engine/units/index.ts";
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
import { endingRules, reactingRules, stopRuleCosts, stopRulesOf } from "./stopRules.ts";
import { unitWordsOf } from "./twins.ts";

/**
 * What a scenario has that figures can be asked of, from its checked content.
 *
 * @param yearsLater by so many years its programme begins after year 0
 */
export function figureIdsOf(content: ScenarioContent, yearsLater = 0): FigureIds {
  const words = unitWordsOf(content);
  const unitOf = (id: string): Unit => {
    const parsed = parseUnit(content.outcomes[id].unit, words);
    return parsed.ok ? parsed.unit : {};
  };
  return figureIds(content, words.money, unitOf, yearsLater);
}

/** The same where units have been read already, and may be wrong. */
export function figureIds(
  content: ScenarioContent,
  money: string,
  unitOfOutcome: (id: string) => Unit,
  yearsLater = 0,
): FigureIds {
  const outcomes = Object.entries(content.outcomes).map(([id, { effect, measurement }]) => {
    const unit = unitOfOutcome(id);
    return [id, { unit, stated: unitOfStated(effect, unit), measured: measurement !== undefined }] as const;
  });
  const formulas = Object.entries(content.formulas);
  const budgetYears = budgetYearsOf(content, yearsLater);
  return {
    actors: { ...actorParts(content.actors), ...(content.taxation === undefined ? {} : { [taxationActor]: [] }) },
    perspectives: Object.keys(content.perspectives),
    segments: Object.keys(content.target?.segments ?? {}),
    outcomes: Object.fromEntries(outcomes),
    consequences: [...withEqualFunding(content.consequences), ...optimismBenefit(content)],
    costs: [
      ...withEqualFunding(content.costs),
      ...optimismCost(content),
      ...riskCosts(content),
      ...stopRuleCosts(content),
    ],
    risks: Object.keys(content.risks ?? {}),
    gainingFormulas: formulas.filter(([, { gains }]) => gains !== undefined).map(([id]) => id),
    payingFormulas: formulas.filter(([, { paidBy }]) => paidBy !== undefined).map(([id]) => id),
    ...financingIds(content),
    implementation: [...implementationFigures(content), ...scaleFiguresOf(content)],
    ...scaleOf(content, yearsLater),
    stopRules: endingRules(content).map(([id]) => id),
    reactions: reactingRules(content).map(([id]) => id),
    criteria: Object.keys(content.criteria),
    options: Object.keys(content.options ?? {}),
    programmeYears: content.programme.years,
    horizonYears: content.horizon ?? content.programme.years,
    weighted: content.weights !== undefined,
    ...(budgetYears === undefined ? {} : { budgetYears }),
    money,
  };
}

/** Every actor, parents too, with its parts (none for a leaf). */
export function actorParts(actors: Readonly<Record<string, ActorContent>>): Record<string, readonly string[]> {
  const parts: Record<string, readonly string[]> = {};
  const walk = (level: Readonly<Record<string, ActorContent>>) => {
    for (const [id, actor] of Object.entries(level)) {
      parts[id] = Object.keys(actor.parts ?? {});
      walk(actor.parts ?? {});
    }
  };
  walk(actors);
  return parts;
}

/** What can be asked of ordinary operation. */
function scaleOf(content: ScenarioContent, yearsLater = 0): Pick<FigureIds, "scale" | "modelViews"> {
  const scale = scaleIdsOf(content, yearsLater);
  const modelViews: readonly ModelView[] = [
    ...(stopRulesOf(content).length === 0 ? [] : ["withStops" as const]),
    ...(scale === undefined ? [] : ["scaleUp" as const]),
  ];
  return { modelViews, ...(scale === undefined ? {} : { scale }) };
}
