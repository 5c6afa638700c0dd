import type { Unit } from "../engine/units/index.ts";
import type { ScenarioContent } from "./schema/index.ts";

type Effect = ScenarioContent["outcomes"][string]["effect"];

/** The ways to state an effect, of which an outcome has one. */
export const effectWays = [
  "relativeReduction",
  "points",
  "changes",
  "shares",
  "relativeRisk",
  "oddsRatio",
  "hazardRatio",
  "smd",
  "difference",
  "postponedBy",
] as const;

/** Those that say how much more or less likely a case is; the baseline turns them into points. */
export const oddsWays = ["relativeRisk", "oddsRatio", "hazardRatio", "smd"] as const;

/** The one of them that is stated, if any. */
export const oddsWayOf = (effect: Effect): (typeof oddsWays)[number] | undefined =>
  oddsWays.find((way) => effect[way] !== undefined);

/** Ways that say what changes in the outcome's own unit, whatever the level at the start. */
const ownUnitWays = ["points", "shares", "difference"] as const;

/** True where the effect is in the outcome's own unit, not a share of the level at the start. */
export const isInPoints = (effect: Effect): boolean =>
  ownUnitWays.some((way) => effect[way] !== undefined) || oddsWayOf(effect) !== undefined;

/** True where cases come later, and are not avoided. */
export const isPostponed = (effect: Effect): boolean => effect.postponedBy !== undefined;

/** True where the effect can be told without the level at the start. */
export const needsNoBaseline = (effect: Effect): boolean => ownUnitWays.some((way) => effect[way] !== undefined);

/** What the stated effect is measured in, in an outcome of that unit: a plain number where it is a share of the level at the start. */
export function unitOfStated(effect: Effect, unit: Unit): Unit {
  if (isPostponed(effect)) return { year: 1 };
  return isInPoints(effect) ? unit : {};
}

/** A difference stated as the participants' change and the comparison's, not as one number. */
export function isOfTwo(difference: Effect["difference"]): difference is {
  readonly participants?: unknown;
  readonly comparison?: unknown;
} {
  if (typeof difference !== "object" || Array.isArray(difference)) return false;
  return "participants" in difference || "comparison" in difference;
}

/** Where the score stands by which the growing uncertainty of an effect is drawn. */
export const growthScorePlace = (outcome: string): string => `outcomes.${outcome}.uncertaintyGrows.score`;

/** Where the level at the start stands; that of the comparison where only levels at the end are stated. */
export function levelPlaceOf(
  { quantities }: { readonly quantities: ReadonlyMap<string, unknown> },
  outcome: string,
): string | undefined {
  const places = [`outcomes.${outcome}.baseline`, `outcomes.${outcome}.effect.shares.comparison`];
  return places.find((place) => quantities.has(place));
}
