import type { Unit } from "../engine/units/index.ts";
import type { FigureIds } from "./figures.ts";
import type { ActorContent, ScenarioContent } from "./schema/index.ts";

/**
 * What a scenario has that figures can be asked of, from its checked content.
 *
 * @param unitOf unit of the quantity at a place, where there is one
 */
export function figureIdsOf(content: ScenarioContent, unitOf: (place: string) => Unit | undefined): FigureIds {
  const actors: Record<string, readonly string[]> = {};
  const add = (id: string, { parts = {} }: ActorContent): void => {
    actors[id] = Object.keys(parts);
    for (const [part, actor] of Object.entries(parts)) add(part, actor);
  };
  for (const [id, actor] of Object.entries(content.actors)) add(id, actor);
  const outcomes = Object.entries(content.outcomes).map(([id, { effect }]) => {
    const points = `outcomes.${id}.effect.points`;
    const inPoints = effect.points !== undefined;
    return [id, { unit: unitOf(`outcomes.${id}.baseline`) ?? unitOf(points) ?? {}, statedInPoints: inPoints }] as const;
  });
  const formulas = Object.entries(content.formulas);
  return {
    actors,
    perspectives: Object.keys(content.perspectives),
    segments: Object.keys(content.target?.segments ?? {}),
    outcomes: Object.fromEntries(outcomes),
    consequences: Object.keys(content.consequences),
    costs: Object.keys(content.costs),
    gainingFormulas: formulas.filter(([, { gains }]) => gains !== undefined).map(([id]) => id),
    payingFormulas: formulas.filter(([, { paidBy }]) => paidBy !== undefined).map(([id]) => id),
    criteria: Object.keys(content.criteria),
    programmeYears: years(content.programme.years),
    horizonYears: years(content.horizon ?? content.programme.years),
    money: content.currency === "SEK" ? "kr" : content.currency,
  };
}

function years(written: number | string): number {
  return typeof written === "number" ? written : Number.parseInt(written, 10);
}
