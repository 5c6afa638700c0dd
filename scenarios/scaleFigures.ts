import { isNought } from "./adjustments.ts";
import type { ScaleFigure } from "./figureTable/scaleUp.ts";
import { hasScale, scaleCosts, scaleTimeOf } from "./scaleUp.ts";
import type { ScenarioContent } from "./schema/index.ts";

/** What the figures `scaleUp/…` have otherwise than those of the project. */
export interface ScaleIds {
  readonly costs: readonly string[];
  readonly programmeYears: number;
  readonly horizonYears: number;
}

export function scaleIdsOf(content: ScenarioContent, yearsLater = 0): ScaleIds | undefined {
  if (!hasScale(content)) return undefined;
  const { years, horizon } = scaleTimeOf(content);
  return { costs: scaleCosts, programmeYears: years, horizonYears: yearsLater + horizon };
}

/** Outcomes whose effect differs from site to site. */
export const outcomesBySite = ({ implementation }: Pick<ScenarioContent, "implementation">): readonly string[] =>
  Object.entries(implementation?.sites?.between ?? {}).flatMap(([id, { sd }]) => (isNought(sd) ? [] : [id]));

/** The figures of the way from project to ordinary operation that a file states enough for. */
export function scaleFiguresOf(content: ScenarioContent): readonly ScaleFigure[] {
  const { implementation } = content;
  if (!hasScale(content)) return [];
  const { funnel, sites, marginalCost } = implementation!;
  const bySite = outcomesBySite(content);
  const seen = bySite.some((id) => sites?.between[id].se !== undefined);
  return [
    "scaleEffectKept",
    "scaleNetAsInProject",
    ...(funnel === undefined ? [] : ["scaleLostToReach" as const]),
    "scaleLostToEffect",
    ...(bySite.length === 0 ? [] : ["scaleLostToSites" as const, "siteWorsens" as const]),
    ...(seen ? ["siteSeenBetter" as const, "siteSeenWorse" as const] : []),
    ...(marginalCost === undefined ? [] : ["scaleLostToMarginalCost" as const]),
    "scaleFailsAfterSuccess",
    "scaleAtOnce",
    "pilotFirst",
    "pilotingGain",
  ];
}
