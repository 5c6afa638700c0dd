import type { NodeId } from "../../engine/model/graph.ts";
import { isByDesign, measurementPlace } from "../measurement.ts";
import { looksOf, stopRulesOf } from "../stopRules.ts";
import { drawsOf, probability } from "./chance.ts";
import { type Context, inYear, segment } from "./context.ts";
import { isShareOfPeople } from "./drawnCases.ts";
import { type LevelsSeen, levelsSeen } from "./levelsSeen.ts";

/**
 * One follow-up: of an outcome, in a programme year, of which so large a part has passed. A part of a year holds that part of the
 * year's data, and what is seen of the whole year later holds it.
 */
export interface FollowUp {
  readonly id: string;
  readonly year: number;
  readonly part: number;
}

/** Levels as they are seen among so many people. */
export interface Counted {
  readonly levels: LevelsSeen;
  readonly participants: NodeId;
  /** Absent where no comparison group is followed. */
  readonly comparison?: NodeId;
}

/** Gives the draws of all follow-ups their order, whatever is asked for: outcomes in file order, each with its programme years. */
export function declareFollowUps(context: Context): void {
  for (const [id, outcome] of Object.entries(context.checked.content.outcomes)) {
    const first = { id, year: 0, part: 1 };
    if (isByDesign(outcome)) counted(context, first);
    else if (outcome.measurement !== undefined) errorOf(context, first);
  }
}

/** The error of a measurement whose standard deviation is stated. */
export function errorOf(context: Context, of: FollowUp): NodeId {
  const { builder } = context;
  const sd = written(context, of, "sd");
  return builder.multiply(sd, errorScore(context, of, "", builder.hasAxis(sd, segment)));
}

/** What is seen of both groups of a measurement that is made by counting people, or by taking their mean. */
export function counted(context: Context, of: FollowUp): Counted {
  const { checked } = context;
  const levels = levelsSeen(context, of.id, of.year);
  const participants = levelAmong(context, of, levels, "participants");
  if (!checked.quantities.has(`${measurementPlace(of.id)}.comparison`)) return { levels, participants };
  return { levels, participants, comparison: levelAmong(context, of, levels, "comparison") };
}

/** Of a share: how many of so many have it, each by the true probability. Of anything else: a mean with its error. */
function levelAmong(context: Context, of: FollowUp, levels: LevelsSeen, group: "participants" | "comparison"): NodeId {
  const { builder, checked } = context;
  const isWritten = checked.quantities.has(`${measurementPlace(of.id)}.${group}`);
  const size = isWritten ? written(context, of, group) : levels.people;
  // A follow-up is of whole people, and of one at least.
  const people = builder.max(builder.constant(1), builder.unary("round", size));
  const bySegment = builder.hasAxis(people, segment);
  const level = bySegment ? levels[group] : levels.weighed(levels[group]);
  const name = group === "participants" ? "" : ".comparison";
  if (!isShareOfPeople(context, of.id)) {
    const error = builder.divide(written(context, of, "sdBetweenPeople"), builder.unary("sqrt", people));
    return builder.add(level, builder.multiply(error, errorScore(context, of, name, bySegment)));
  }
  const share = probability(context, level);
  const seen = builder.divide(builder.binomialCount(scoreOf(context, of, name, bySegment), people, share), people);
  const further = furtherScore(context, of, name, bySegment);
  if (further === undefined) return seen;
  // Of a part of the year the further error is that of a large group.
  const variance = builder.divide(builder.multiply(share, builder.subtract(builder.constant(1), share)), people);
  return builder.add(seen, builder.multiply(builder.unary("sqrt", variance), further));
}

/** The error in the year's standard deviations; larger where only a part of the year has passed. */
function errorScore(context: Context, of: FollowUp, name: string, bySegment: boolean): NodeId {
  const score = scoreOf(context, of, name, bySegment);
  const further = furtherScore(context, of, name, bySegment);
  return further === undefined ? score : context.builder.add(score, further);
}

/**
 * By how much the mean of a part p of a year misses that of the whole: with variance 1/p − 1, in steps from look to look, so that what
 * an earlier look saw is a part of what a later one sees. Undefined at the end of the year.
 */
function furtherScore(context: Context, of: FollowUp, name: string, bySegment: boolean): NodeId | undefined {
  const { builder } = context;
  const parts = [...partsLookedAt(context, of.year).filter((part) => part > of.part), 1];
  if (of.part === 1) return undefined;
  return builder.sum(
    parts.map((next, k) => {
      const part = k === 0 ? of.part : parts[k - 1];
      const score = scoreOf(context, of, `${name}.m${Math.round(12 * (of.year + part))}`, bySegment, false);
      return builder.multiply(builder.constant(Math.sqrt(1 / part - 1 / next)), score);
    }),
  );
}

/** The parts of a programme year at which some rule looks, ascending. */
function partsLookedAt({ checked, shape }: Context, year: number): readonly number[] {
  const months = stopRulesOf(checked.content).flatMap(([, rule]) => looksOf(rule, shape.programmeYears));
  const within = [...new Set(months)].filter((month) => month > 12 * year && month < 12 * (year + 1));
  return within.sort((a, b) => a - b).map((month) => month / 12 - year);
}

/** The score of a year's follow-up; or one of its own name, that is not each year's. */
function scoreOf(context: Context, { id, year }: FollowUp, name: string, bySegment: boolean, byYear = true): NodeId {
  const { builder, shape } = context;
  const make = (path: string): NodeId =>
    builder.input(
      context.luck(`${shape.id}/${path}`, { family: "normal", parameters: { mean: 0, sd: 1 } }, `${shape.id}/followUp`),
    );
  return inYear(context, drawsOf(context, { byYear, bySegment }, `observed.${id}${name}`, make), year);
}

const written = (context: Context, { id, year }: FollowUp, key: string): NodeId =>
  inYear(context, context.quantity(`${measurementPlace(id)}.${key}`), year);
