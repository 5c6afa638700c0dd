import type { Unit } from "../../engine/units/index.ts";
import { budgetYearsOf } from "../calendar.ts";
import { taxationActor } from "../compile/shape.ts";
import { unitOfStated } from "../effects.ts";
import { withEqualFunding } from "../equalFunding.ts";
import { type FigureIds, isDrawn, parseFigure } from "../figures.ts";
import { financingIds } from "../financing.ts";
import { scaleOf } from "../ids.ts";
import { implementationFigures } from "../implementation.ts";
import type { Problem } from "../literal.ts";
import { optimismBenefit, optimismCost } from "../optimism.ts";
import { riskCosts } from "../risks.ts";
import { scaleFiguresOf } from "../scaleFigures.ts";
import type { ActorContent } from "../schema/index.ts";
import { stopRulesOf, windDownCosts } from "../stopRules.ts";
import type { Checking } from "./checking.ts";

/** Reads figures against what this scenario has. */
export interface FigureReader {
  /** Also figures that have no value in a single draw, and so can't stand in a formula or a test. */
  readonly asked: (name: string) => FigureFound;
  readonly read: (name: string) => FigureFound;
}

type FigureFound = { readonly unit: Unit; readonly problem?: undefined } | { readonly problem: Problem };

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

export function figureReader(checking: Checking, unitOfOutcome: (id: string) => Unit | undefined): FigureReader {
  const { content, words } = checking;
  const outcomes: Record<string, FigureIds["outcomes"][string]> = {};
  for (const [id, outcome] of Object.entries(content.outcomes)) {
    const unit = unitOfOutcome(id) ?? {};
    const measured = outcome.measurement !== undefined;
    outcomes[id] = { unit, stated: unitOfStated(outcome.effect, unit), measured };
  }
  const formulas = Object.entries(content.formulas);
  const budgetYears = budgetYearsOf(content);
  const ids: FigureIds = {
    actors: { ...actorParts(content.actors), ...(content.taxation === undefined ? {} : { [taxationActor]: [] }) },
    perspectives: Object.keys(content.perspectives),
    segments: Object.keys(content.target?.segments ?? {}),
    outcomes,
    consequences: [...withEqualFunding(content.consequences), ...optimismBenefit(content)],
    costs: [
      ...withEqualFunding(content.costs),
      ...optimismCost(content),
      ...riskCosts(content),
      ...windDownCosts(content),
    ],
    risks: Object.keys(content.risks ?? {}),
    gainingFormulas: formulas.filter(([, formula]) => formula.gains !== undefined).map(([id]) => id),
    payingFormulas: formulas.filter(([, formula]) => formula.paidBy !== undefined).map(([id]) => id),
    ...financingIds(content),
    implementation: [...implementationFigures(content), ...scaleFiguresOf(content)],
    ...scaleOf(content),
    stopRules: stopRulesOf(content).map(([id]) => id),
    criteria: Object.keys(content.criteria),
    options: Object.keys(content.options ?? {}),
    programmeYears: content.programme.years,
    horizonYears: content.horizon ?? content.programme.years,
    weighted: content.weights !== undefined,
    ...(budgetYears === undefined ? {} : { budgetYears }),
    money: words.money,
  };
  const found = (name: string, drawn: boolean): FigureFound => {
    const parsed = parseFigure(name, ids);
    if (!parsed.ok) return { problem: { code: parsed.issue.code, with: parsed.issue.with } };
    if (drawn && !isDrawn(parsed.figure.figure)) return { problem: { code: "figureNotDrawn", with: { name } } };
    return { unit: parsed.unit };
  };
  return { asked: (name) => found(name, false), read: (name) => found(name, true) };
}
