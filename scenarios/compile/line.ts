import type { NodeId } from "../../engine/model/graph.ts";
import type { ScenarioContent } from "../schema/index.ts";
import type { Months } from "../when.ts";
import { type Context, type Flow, overSegments, period, segment } from "./context.ts";

export type Kind = NonNullable<ScenarioContent["consequences"][string]["kind"]>;

/** What one entry of the file means for one actor: kr in each year of the horizon, per segment where it differs between these. */
export interface Line extends Flow {
  /** Id of the consequence, cost or formula. */
  readonly what: string;
  readonly side: "benefit" | "cost";
  /** A leaf actor. */
  readonly actor: string;
  /** The programme months in which it falls, where it is not the whole of its years. */
  readonly months?: Months;
  /** Of a consequence: whose money it is, as far as stated. */
  readonly kind?: Kind;
  /** What of a benefit can be taken out of a budget, in the year when it can; absent where that is not stated. */
  readonly cashable?: Flow;
}

/** A flow added up over the segments, or that of one of them. */
export function flowOf(context: Context, line: Line, inSegment?: number): NodeId {
  return inSegment === undefined ? overSegments(context, line.node) : context.builder.at(segment, inSegment, line.node);
}

/** True where a flow is not divided into segments. */
export const isWhole = (context: Context, line: Line): boolean => !context.builder.hasAxis(line.node, segment);

/** A flow of nothing. */
export function nothing(context: Context): NodeId {
  return context.builder.spread(period, context.builder.constant(0));
}

/** True where the scenario says of some consequence what can be taken out of a budget. */
export const saysCashable = ({ checked }: Context): boolean =>
  Object.values(checked.content.consequences).some(({ cashable }) => cashable !== undefined);
