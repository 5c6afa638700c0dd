import type { Issue } from "../../engine/issues.ts";
import type { ObservedContent, SeenGroup } from "../schema/observed.ts";

/** Of whom and when something was seen; without a segment all together, without a year the same people each year. */
export interface Cell {
  readonly segment?: string;
  readonly year?: number;
}

/** People of a group that were counted. */
export interface PeopleSeen extends Cell {
  readonly group: SeenGroup;
  readonly count: number;
  /** How much of the year had passed; less than 1 of one under way. */
  readonly part: number;
  /** Whether their way through the programme is over: until then some may still leave. */
  readonly done: boolean;
}

/** What was measured of an outcome: in its own unit, or as a change in shares of the level at the start. */
export type Measure =
  | { readonly by: "count"; readonly count: number; readonly of: number }
  | { readonly by: "mean" | "change"; readonly value: number; readonly se: number };

export interface OutcomeSeen extends Cell {
  readonly outcome: string;
  readonly whose: "participants" | "comparison" | "net";
  readonly year: number;
  readonly measure: Measure;
}

/** What a cost has come to: in one year, or so far. */
export interface CostSeen {
  readonly cost: string;
  /** With how much of each had passed. */
  readonly years: readonly { readonly year: number; readonly part: number }[];
  readonly amount: number;
  /** Standard error of the amount as a sign of what the cost really is: what is not booked yet, or belongs to another time. */
  readonly se: number;
}

/** What has been seen of a programme, in one follow-up or several. */
export interface Observations {
  readonly people: readonly PeopleSeen[];
  readonly outcomes: readonly OutcomeSeen[];
  readonly costs: readonly CostSeen[];
  readonly processMeasures: readonly ProcessSeen[];
}

/** A follow-up that has passed every check, as it reads against its scenario. */
export interface CheckedObserved extends Observations {
  /** The checked content, itself a file of the format. */
  readonly content: ObservedContent;
  /** sha256 of `content` in canonical JSON. */
  readonly hash: string;
  /** Months of the programme that it covers. */
  readonly months: number;
  /** Outturns of figures, by path. */
  readonly figures: Readonly<Record<string, number>>;
  readonly warnings: readonly Issue[];
}

/** A process measure, counted. */
export interface ProcessSeen {
  readonly id: string;
  readonly plan: number;
  readonly actual: number;
  readonly planInAll?: number;
}

export type ObservedOutcome =
  | { readonly ok: true; readonly observed: CheckedObserved }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The same thing seen of the same people in the same year has the same key, whichever file says it. */
export const keyOfPeople = ({ group, segment, year }: Pick<PeopleSeen, "group" | "segment" | "year">): string =>
  joined(["people", group, segment, year === undefined ? undefined : `y${year}`]);
export const keyOfOutcome = ({ outcome, whose, segment, year }: Omit<OutcomeSeen, "measure">): string =>
  joined(["outcomes", outcome, whose, segment, `y${year}`]);
export const keyOfCost = ({ cost, years }: Pick<CostSeen, "cost" | "years">): string =>
  joined([
    "costs",
    cost,
    years.length === 1 ? `y${years[0].year}` : `y${years[0].year}-${years[years.length - 1].year}`,
  ]);

const joined = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(".");
