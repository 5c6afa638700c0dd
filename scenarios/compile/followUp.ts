import type { NodeId } from "../../engine/model/graph.ts";
import { isByDesign, measurementPlace } from "../measurement.ts";
import { drawsOf, probability } from "./chance.ts";
import { type Context, inYear, segment } from "./context.ts";
import { isShareOfPeople } from "./drawnCases.ts";
import { type LevelsSeen, levelsSeen } from "./levelsSeen.ts";

/** One follow-up: of an outcome, in a programme year, of which so large a part has passed. */
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
  return builder.multiply(sd, scoreOf(context, of, "", builder.hasAxis(sd, segment)));
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
    return builder.add(level, builder.multiply(error, scoreOf(context, of, name, bySegment)));
  }
  const share = probability(context, level);
  const score = scoreOf(context, { ...of, part: 1 }, name, bySegment);
  return builder.divide(builder.binomialCount(score, people, share), people);
}

/** The score of a year's follow-up. */
function scoreOf(context: Context, { id, year }: FollowUp, name: string, bySegment: boolean): NodeId {
  const { builder, shape } = context;
  const make = (path: string): NodeId =>
    builder.input(
      context.luck(`${shape.id}/${path}`, { family: "normal", parameters: { mean: 0, sd: 1 } }, `${shape.id}/followUp`),
    );
  return inYear(context, drawsOf(context, { byYear: true, bySegment }, `observed.${id}${name}`, make), year);
}

const written = (context: Context, { id, year }: FollowUp, key: string): NodeId =>
  inYear(context, context.quantity(`${measurementPlace(id)}.${key}`), year);
