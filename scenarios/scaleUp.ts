import { decisionYear, stageYear } from "./implementation.ts";
import type { ImplementationContent } from "./schema/implementation.ts";
import type { ScenarioContent } from "./schema/index.ts";

/** What may make ordinary operation differ from the project, in the order in which a report takes them off. */
export const scaleParts = ["funnel", "effectKept", "sites", "marginalCost"] as const;
export type ScalePart = (typeof scaleParts)[number];

type Timed = Pick<ScenarioContent, "implementation" | "programme" | "horizon">;

/** True where the file says how the programme works as ordinary operation, and not only what that costs. */
export const hasScale = ({ implementation }: Pick<ScenarioContent, "implementation">): boolean =>
  implementation?.effectKept !== undefined;

/** The share of full scale from a year on, by its key in the file; as sites that are open where the file counts these. */
export interface Stage {
  readonly key: string;
  readonly year: number;
}

/** The stages in order of time, and where their numbers stand; none where all is begun at once. */
export function stagesOf({ stages, sites }: ImplementationContent): {
  readonly at: "stages" | "sites.open";
  readonly stages: readonly Stage[];
} {
  const written = stages ?? sites?.open ?? {};
  const inOrder = Object.keys(written)
    .map((key) => ({ key, year: stageYear(key)! }))
    .sort((a, b) => a.year - b.year);
  return { at: stages === undefined && sites?.open !== undefined ? "sites.open" : "stages", stages: inOrder };
}

/** When ordinary operation is counted, in years of the programme. */
export interface ScaleTime {
  /** The first year of the first stage; of the decision where there are none. */
  readonly first: number;
  /** The first year of the last stage. */
  readonly full: number;
  /** For so many years it is run: until full scale, and then as long as is asked. */
  readonly years: number;
  /** Up to this year all is counted: as many years from full scale on as are counted of the project. */
  readonly horizon: number;
}

/** @throws Error where the section can't be read: then it was never checked */
export function scaleTimeOf(content: Timed): ScaleTime {
  const { implementation, programme, horizon } = content;
  if (implementation === undefined) throw new Error("the scenario says nothing about ordinary operation");
  const { stages } = stagesOf(implementation);
  const decided = decisionYear(implementation.decision, programme.years)!;
  const first = stages[0]?.year ?? decided;
  const full = stages.at(-1)?.year ?? first;
  const atFull = implementation.years ?? programme.years;
  return { first, full, years: full - first + atFull, horizon: full + (horizon ?? programme.years) };
}

/** Names of the sites that open together: those of each stage, or all at once. */
export const siteWaves = (stages: readonly Stage[]): readonly string[] =>
  stages.length === 0 ? ["all"] : stages.map(({ year }) => `y${year}`);

/** Where the standard normal score stands by which the sites of one wave differ from the typical one. */
export const siteScorePlace = (outcome: string, wave: string): string =>
  `implementation.sites.between.${outcome}.score.${wave}`;

/** Scores of one site taken at random: how it differs, and what its own follow-up adds by chance. */
export const oneSitePlaces = (outcome: string): { readonly site: string; readonly followUp: string } => ({
  site: siteScorePlace(outcome, "oneSite"),
  followUp: siteScorePlace(outcome, "followUp"),
});

/** Where all scores stand by which sites differ, of every outcome. */
export function siteScorePlaces({ implementation }: Pick<ScenarioContent, "implementation">): readonly string[] {
  if (implementation?.sites === undefined) return [];
  const waves = siteWaves(stagesOf(implementation).stages);
  return Object.keys(implementation.sites.between).flatMap((id) => {
    const { site, followUp } = oneSitePlaces(id);
    return [...waves.map((wave) => siteScorePlace(id, wave)), site, followUp];
  });
}

/** Ids of what ordinary operation costs, as entries of its accounts. */
export const scaleCosts = ["operation", "oneOff", "released"] as const;

/** True for inputs that only ordinary operation needs: they stand in a suite of their own, so that they move nobody's draws. */
export const isOfScale = (place: string): boolean =>
  /^implementation\.(?:effectKept|sites|marginalCost|funnel)(?:\.|$)/.test(place);
