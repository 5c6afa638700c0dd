import type { NodeId } from "../../../engine/model/graph.ts";
import type { ScenarioContent } from "../../schema/index.ts";
import { endingRules, looksOf, stopRulePlace } from "../../stopRules.ts";
import type { Context } from "../context.ts";
import type { View } from "../view.ts";
import type { Decision, Ends } from "./decision.ts";
import { endingsOf } from "./decisions.ts";
import { running } from "./looks.ts";

/** True where a view may end the programme before its time; ordinary operation has no rules of its own. */
export const mayStop = ({ looks, stoppedAt, atScale }: View, content: ScenarioContent): boolean =>
  atScale === undefined && (stoppedAt !== undefined || (looks === "all" && endingRules(content).length > 0));

/** When the programme ends in this view; later than all its years where no rule fires. */
export function endsOf(context: Context): Ends {
  const { builder, shape, view } = context;
  const never = builder.constant(shape.horizonYears + 1);
  const by = view.stoppedAt === undefined ? endingsOf(context) : [stopped(context, view.stoppedAt)];
  const first = (endOf: (decision: Decision) => NodeId): NodeId =>
    by.reduceRight((later, decision) => builder.select(decision.fired, endOf(decision), later), never);
  const afterNotice = ({ rule, month }: Decision): NodeId =>
    builder.add(builder.constant(month / 12), running(context).quantity(`${stopRulePlace(rule)}.notice`, 0));
  const { stopRules = {} } = context.checked.content;
  return {
    intake: first((decision) =>
      stopRules[decision.rule].then === "windDown" ? builder.constant(decision.month / 12) : afterNotice(decision),
    ),
    costs: first(afterNotice),
    by,
  };
}

function stopped({ builder, checked, shape }: Context, { rule, month }: { rule: string; month: number }): Decision {
  const looks = looksOf(checked.content.stopRules![rule], shape.programmeYears);
  if (!looks.includes(month)) throw new Error(`the rule ${rule} does not look after ${month} months`);
  return { rule, month, ends: true, fired: builder.constant(1) };
}
