import type { ScenarioContent } from "./schema/index.ts";

/** The figures of the forecast of ordinary operation, as rows of the table of figures. */
export const implementationRows = {
  implementationTarget: {
    unit: "people",
    takes: [],
    worse: "low",
    words: { en: "Target group at full scale", sv: "Målgrupp vid full skala" },
  },
  implementationYearlyCost: {
    unit: "money",
    takes: ["who"],
    worse: "high",
    words: { en: "Cost a year at full scale", sv: "Kostnad per år vid full skala" },
  },
  implementationCostPerPerson: {
    unit: "moneyPerPerson",
    takes: [],
    worse: "high",
    words: { en: "Cost a year spread over the target group", sv: "Kostnad per år utslagen på målgruppen" },
  },
  implementationPosts: {
    unit: "posts",
    takes: [],
    worse: "high",
    words: { en: "Staff at full scale", sv: "Bemanning vid full skala" },
  },
  implementationPremises: {
    unit: "money",
    takes: [],
    worse: "high",
    words: { en: "Premises a year at full scale", sv: "Lokaler per år vid full skala" },
  },
  implementationOneOff: {
    unit: "money",
    takes: [],
    worse: "high",
    words: { en: "Training and other one-off costs", sv: "Utbildning och andra engångskostnader" },
  },
  implementationYearlyReleased: {
    unit: "money",
    takes: ["who"],
    worse: "low",
    words: { en: "Cost released a year at full scale", sv: "Frigjord kostnad per år vid full skala" },
  },
  implementationYearlyNetCost: {
    unit: "money",
    takes: ["who"],
    worse: "high",
    words: { en: "Net cost a year at full scale", sv: "Nettokostnad per år vid full skala" },
  },
  implementationRoomLeft: {
    unit: "money",
    takes: [],
    worse: "low",
    words: { en: "Left of the budget frame a year", sv: "Kvar av ramen per år" },
  },
  implementationCost: {
    unit: "money",
    takes: ["who", "year"],
    years: "horizon",
    worse: "high",
    words: { en: "Cost of ordinary operation", sv: "Kostnad i ordinarie verksamhet" },
  },
  implementationReleased: {
    unit: "money",
    takes: ["who", "year"],
    years: "horizon",
    worse: "low",
    words: { en: "Cost released by ordinary operation", sv: "Frigjord kostnad i ordinarie verksamhet" },
  },
  implementationNetCost: {
    unit: "money",
    takes: ["who", "year"],
    years: "horizon",
    worse: "high",
    words: { en: "Net cost of ordinary operation", sv: "Nettokostnad i ordinarie verksamhet" },
  },
} as const;

export type ImplementationFigure = keyof typeof implementationRows;

export const isImplementation = (figure: string): figure is ImplementationFigure =>
  Object.hasOwn(implementationRows, figure);

/** The figures of the forecast that a file states enough for. */
export function implementationFigures({
  implementation,
}: Pick<ScenarioContent, "implementation">): readonly ImplementationFigure[] {
  if (implementation === undefined) return [];
  const { posts, premises, oneOff, replaces, room } = implementation;
  const stated: Readonly<Partial<Record<ImplementationFigure, boolean>>> = {
    implementationPosts: posts !== undefined,
    implementationPremises: premises !== undefined,
    implementationOneOff: Object.keys(oneOff).length > 0,
    implementationReleased: replaces !== undefined,
    implementationYearlyReleased: replaces !== undefined,
    implementationRoomLeft: room !== undefined,
  };
  return (Object.keys(implementationRows) as ImplementationFigure[]).filter((figure) => stated[figure] ?? true);
}

/** The year in which ordinary operation can begin, `after 3 years`; undefined where it is written another way. */
export function decisionYear(decision: string | undefined, programmeYears: number): number | undefined {
  if (decision === undefined) return programmeYears;
  const match = /^after\s+(\d{1,3})\s+years?$/.exec(decision.trim());
  return match === null ? undefined : Number(match[1]);
}

/** The year of a stage, `year 3`; undefined where it is written another way. */
export function stageYear(stage: string): number | undefined {
  const match = /^year\s+(\d{1,3})$/.exec(stage.trim());
  return match === null ? undefined : Number(match[1]);
}
