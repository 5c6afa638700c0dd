import type { ScenarioContent } from "./schema/index.ts";

/** The calendar years, which are budget years, that programme years fall in. */
export interface BudgetYears {
  readonly first: number;
  /** One more than the horizon's years where these begin in the middle of a calendar year. */
  readonly last: number;
  /** How many of the twelve months of a programme year lie in the calendar year in which it begins. */
  readonly monthsBefore: number;
}

/**
 * The budget years of a scenario that asks for its budget; undefined where it does not, or says no first month.
 *
 * @param yearsLater by so many years its programme begins after year 0
 */
export function budgetYearsOf(
  { budget, programme, horizon }: ScenarioContent,
  yearsLater = 0,
): BudgetYears | undefined {
  const start = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(programme.start ?? "");
  if (budget === undefined || start === null) return undefined;
  const first = Number(start[1]) - yearsLater;
  const monthsBefore = 13 - Number(start[2]);
  const years = horizon ?? programme.years;
  return { first, last: first + years - (monthsBefore === 12 ? 1 : 0), monthsBefore };
}
