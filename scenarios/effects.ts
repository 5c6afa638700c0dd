import type { ScenarioContent } from "./schema/index.ts";

type Effect = ScenarioContent["outcomes"][string]["effect"];

/** The ways to state an effect, of which an outcome has one. */
export const effectWays = [
  "relativeReduction",
  "points",
  "changes",
  "relativeRisk",
  "oddsRatio",
  "hazardRatio",
  "smd",
] as const;

/** Those that say how much more or less likely a case is; the baseline turns them into points. */
export const oddsWays = ["relativeRisk", "oddsRatio", "hazardRatio", "smd"] as const;

/** The one of them that is stated, if any. */
export const oddsWayOf = (effect: Effect): (typeof oddsWays)[number] | undefined =>
  oddsWays.find((way) => effect[way] !== undefined);

/** True where the effect is in the outcome's own unit, not a share of the level at the start. */
export const isInPoints = (effect: Effect): boolean => effect.points !== undefined || oddsWayOf(effect) !== undefined;
