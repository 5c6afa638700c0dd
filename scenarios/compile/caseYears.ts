import type { NodeId } from "../../engine/model/graph.ts";
import type { DeductionName } from "../deductions.ts";
import { type Context, type Flow, inYear, overSegments, overYears, segment } from "./context.ts";
import { active, caseParts } from "./outcomes.ts";

/** Cases in each year of the horizon: before deductions, taken off for one of them, or what is left. */
export function caseYears(context: Context, id: string, which: "gross" | "net" | DeductionName): Flow {
  const { builder } = context;
  if (which === "net") return active(context, id);
  const { gross, net, parts } = caseParts(context, id);
  if (which === "gross") return active(context, id, gross, "undiminished");
  if (which === "dropOff") {
    const all = active(context, id, net, "undiminished");
    return { node: builder.subtract(all.node, active(context, id).node), years: all.years };
  }
  const part = parts.get(which);
  const whole = active(context, id, part ?? gross, "undiminished");
  return part === undefined ? { ...whole, node: builder.multiply(whole.node, builder.constant(0)) } : whole;
}

/** Of one year, or added up over all; of one segment, or of all. */
export function caseYearsFigure(context: Context, { node, years }: Flow, inSegment?: number, year?: number): NodeId {
  const { builder } = context;
  const cases = inSegment === undefined ? overSegments(context, node) : builder.at(segment, inSegment, node);
  return year === undefined ? overYears(context, { node: cases, years }) : inYear(context, cases, year);
}
