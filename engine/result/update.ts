import type { Figure } from "./estimate.ts";

/** A number with its spread: mean, standard deviation, 5th and 95th percentile. */
export interface Spread {
  readonly mean: Figure;
  readonly sd: Figure;
  readonly low: Figure;
  readonly high: Figure;
}

/** One thing that was seen, beside what was expected of it before and after. */
export interface SeenRow {
  /** `people.enrolled.over60.y0`, `outcomes.relapse.participants.y0`, `costs.team.y0`. */
  readonly key: string;
  readonly kind: "people" | "outcome" | "cost";
  /** A group of people, an outcome, a cost. */
  readonly what: string;
  /** Of an outcome: on whom, and how it was measured. */
  readonly whose?: "participants" | "comparison" | "net";
  readonly by?: "count" | "mean" | "change";
  readonly segment?: string;
  /** First and last programme year; absent of people who are the same each year. */
  readonly years?: readonly [number, number];
  readonly unit: string;
  readonly actual: number;
  /** Standard error of what was measured, luck in a group of that size included; absent where nothing was learnt of it. */
  readonly se?: number;
  readonly before: Spread;
  readonly after: Spread;
  /**
   * How far it lay from what was expected, in standard deviations of the two together; below 0 where it was less. Absent where
   * nothing was learnt of it.
   */
  readonly away?: number;
}

/** What the whole will come to: what was seen, and the revised forecast of what is left. */
export interface WholeRow {
  readonly kind: "people" | "cost";
  readonly what: string;
  readonly segment?: string;
  readonly unit: string;
  readonly actual: number;
  /** As forecast before anything was seen. */
  readonly before: Spread;
  /** `actual` and what is left. */
  readonly after: Spread;
}

/** What was done against what was planned for the same time. */
export interface ProcessRow {
  readonly id: string;
  readonly title?: { readonly en?: string; readonly sv?: string };
  readonly plan: number;
  readonly actual: number;
  /** For the whole programme: as planned, and in the pace seen so far. */
  readonly whole?: { readonly plan: number; readonly projected: number };
}

/** An assumption before and after. */
export interface LearntRow {
  /** Path of its draws. */
  readonly input: string;
  readonly unit: string;
  readonly before: Spread;
  readonly after: Spread;
  /** Share of its variance that is gone; below 0 where it is less sure than before. */
  readonly learnt: number;
}

/** A follow-up that an update drew on. */
export interface FollowUp {
  /** Name of the file, without folder. */
  readonly file: string;
  /** sha256 of its checked content. */
  readonly hash: string;
  /** Months of the programme that it covers. */
  readonly months: number;
  /** Keys of what it holds. */
  readonly holds: readonly string[];
}

/** One update of the forecast: what came in, and what it changed. */
export interface UpdateStep {
  readonly followUps: readonly FollowUp[];
  readonly engine: string;
  /** Chance of success (of the leading net above zero where there are no criteria), and the mean of the leading net. */
  readonly chance: { readonly before: Figure; readonly after: Figure };
  readonly net: { readonly before: Figure; readonly after: Figure };
  readonly effectiveDraws: number;
}

/** A main figure as it was forecast: its mean (of a ratio that of the means), 5th and 95th percentile. */
export interface FigureBefore {
  readonly unit: string;
  readonly mean: Figure;
  readonly low?: Figure;
  readonly high?: Figure;
}

/** What a forecast that has been updated holds beside its figures, which are the revised ones. */
export interface UpdateSummary {
  /** Oldest first. */
  readonly trail: readonly UpdateStep[];
  /** Content of all follow-ups in the order of the trail: with the scenario it is all that is needed to do it again. */
  readonly observed: readonly unknown[];
  /** Up to which month of the programme it has been followed. */
  readonly months: number;
  /** The main figures and criteria before anything was seen. */
  readonly before: {
    readonly figures: Readonly<Record<string, FigureBefore>>;
    readonly criteria: Readonly<Record<string, Figure>>;
  };
  /** How many draws the weighted ones are worth, of how many. */
  readonly effective: { readonly draws: number; readonly of: number };
  readonly learnt: readonly LearntRow[];
  readonly seen: readonly SeenRow[];
  readonly whole: readonly WholeRow[];
  readonly processMeasures: readonly ProcessRow[];
}
