import type { Issue, Position } from "../../engine/issues.ts";
import type { UnitWords } from "../../engine/units/index.ts";
import type { Span } from "../formula.ts";
import type { Problem } from "../literal.ts";
import type { ScenarioContent } from "../schema/index.ts";
import { clipped, positionInText, positionOfPath, type Source } from "../source.ts";
import type { PriceTable } from "../unitCosts/unitCost.ts";

/** What every part of the check shares: the document, what it was understood to hold, and the problems found so far. */
export interface Checking {
  readonly source: Source;
  readonly content: ScenarioContent;
  readonly words: UnitWords;
  readonly issues: Issue[];
  /** Names that stand for something broken: nothing more is said about them. */
  readonly broken: Set<string>;
  /** The unit costs and the price index that it may draw on. */
  readonly prices: PriceTable;
  /** Warnings that the file accepts. */
  readonly acceptance: AcceptanceList;
}

/** Warnings that a file accepts, each with its reason. */
export interface AcceptanceList {
  /** What a quantity at a path accepts: reasons by code. */
  readonly addAt: (written: unknown, path: string) => void;
}

/** Problems beyond these are left for the next time: nobody reads on. */
const mostIssues = 500;

export const isFull = (checking: Pick<Checking, "issues">): boolean => checking.issues.length >= mostIssues;

/** Keys that a short entry leaves out: `team: Attendance team` is `team.title`. */
const implied = /\.(title|actors|value)$/;

/** A reference class may stand beside the number of an effect, and means that number's. */
const besideEffect = /^(outcomes\.[^.]+\.effect\.)[^.]+\.(referenceClass(?:\.|$))/;

/** `cashable: 60 %` is `cashable.share`. */
const shareOfCashable = /^(consequences\.[^.]+\.cashable)\.share(?=\.|$)/;

/** `discounting: [3 %/year, 2 %/year]` is a list of bands. */
const rateOfYear = /^discounting\.bands\.(\d+)\.rate(?=\.|$)/;

/** In a follow-up: an outcome's only measurement, what a cost has come to, and the scenario's id may stand alone. */
const onlyMeasurement = /^(outcomes\.[^.]+)\.0(?=\.|$)/;
const costSoFar = /^(costs\.[^.]+)\.amount(?=\.|$)/;
const scenarioOf = /^(scenario)\.id$/;

/** The path under which something stands in the file, where it was written shorter than in the checked content. */
function writtenPath(source: Source, path: string): string {
  if (source.extents.has(path)) return path;
  const beside = path.replace(besideEffect, "$1$2");
  if (beside !== path && source.extents.has(beside)) return beside;
  const short = path.replace(shareOfCashable, "$1");
  if (short !== path && !source.extents.has(path.replace(shareOfCashable, "$1.share"))) return short;
  const byYear = path.replace(rateOfYear, "discounting.$1");
  if (source.extents.has(byYear)) return byYear;
  const inFollowUp = path.replace(onlyMeasurement, "$1").replace(costSoFar, "$1").replace(scenarioOf, "$1");
  if (inFollowUp !== path && source.extents.has(inFollowUp)) return inFollowUp;
  if (!implied.test(path)) return path;
  const shorter = path.replace(implied, "");
  return source.extents.has(shorter) ? shorter : path;
}

export function positionOf(source: Source, path: string, part: "key" | "value" = "value"): Position | undefined {
  return positionOfPath(source, writtenPath(source, path), part);
}

export function report(
  checking: Pick<Checking, "source" | "issues">,
  code: Issue["code"],
  path: string,
  values: Issue["with"] = {},
  part: "key" | "value" = "value",
): void {
  if (isFull(checking)) return;
  const at = positionOf(checking.source, path, part);
  checking.issues.push({ code, path, ...(at === undefined ? {} : { at }), with: clipped(values) });
}

/** The same, however long the values: for those that we write ourselves. */
export function reportInFull(
  checking: Pick<Checking, "source" | "issues">,
  code: Issue["code"],
  path: string,
  values: NonNullable<Issue["with"]>,
): void {
  if (isFull(checking)) return;
  const at = positionOf(checking.source, path);
  checking.issues.push({ code, path, ...(at === undefined ? {} : { at }), with: values });
}

/** A problem at some characters of the text that stands at a path. */
export function reportInText(
  checking: Pick<Checking, "source" | "issues">,
  problem: Problem,
  path: string,
  span: Span,
): void {
  if (isFull(checking)) return;
  const at = positionInText(checking.source, writtenPath(checking.source, path), span.from, span.to);
  checking.issues.push({ code: problem.code, with: clipped(problem.with), path, ...(at === undefined ? {} : { at }) });
}

/** Was something at or below this path told of already, and left out? */
export function touched(checking: Pick<Checking, "broken">, path: string): boolean {
  return [...checking.broken].some((broken) => broken === path || broken.startsWith(`${path}.`));
}
