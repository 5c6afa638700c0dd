import type { ScenarioContent } from "./schema/index.ts";

/** The figures of the forecast of ordinary operation, as rows of the table of figures. */
export const implementationRows = {
  implementationTarget: {
    unit: "people",
    takes: [],
    worse: "low",
  },
  implementationYearlyCost: {
    unit: "money",
    takes: ["who"],
    worse: "high",
  },
  implementationCostPerPerson: {
    unit: "moneyPerPerson",
    takes: [],
    worse: "high",
  },
  implementationPosts: {
    unit: "posts",
    takes: [],
    worse: "high",
  },
  implementationPremises: {
    unit: "money",
    takes: [],
    worse: "high",
  },
  implementationOneOff: {
    unit: "money",
    takes: [],
    worse: "high",
  },
  implementationYearlyReleased: {
    unit: "money",
    takes: ["who"],
    worse: "low",
  },
  implementationYearlyNetCost: {
    unit: "money",
    takes: ["who"],
    worse: "high",
  },
  implementationRoomLeft: {
    unit: "money",
    takes: [],
    worse: "low",
  },
  implementationCost: {
    unit: "money",
    takes: ["who", "year"],
    years: "horizon",
    worse: "high",
  },
  implementationReleased: {
    unit: "money",
    takes: ["who", "year"],
    years: "horizon",
    worse: "low",
  },
  implementationNetCost: {
    unit: "money",
    takes: ["who", "year"],
    years: "horizon",
    worse: "high",
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
