import type { NodeId } from "../../../engine/model/graph.ts";
import { looksOf, type StopRule, stopRulesOf } from "../../stopRules.ts";
import type { Context } from "../context.ts";
import { conditionAt } from "./condition.ts";
import type { Decision } from "./decision.ts";

/** What is seen at a look by a rule: 1 where it would fire. */
export type Condition = (id: string, rule: StopRule, month: number) => NodeId;

/** Decisions by the context of the view without stops, so that they are made once. */
const known = new WeakMap<Context, readonly Decision[]>();

/** The decisions of the scenario's stop rules, in the order in which they are taken: by look, then in file order. */
export function decisionsOf(context: Context): readonly Decision[] {
  const seen = running(context);
  const made = known.get(seen) ?? decided(seen, (id, rule, month) => conditionAt(seen, id, rule, month));
  known.set(seen, made);
  return made;
}

/** The view in which the programme runs to its end: what is seen before it is stopped is the same there. */
function running(context: Context): Context {
  const { looks: _, stoppedAt: __, ...view } = context.view;
  return context.inView(view);
}

/** The first rule that fires ends the programme. */
export function decided(context: Context, condition: Condition): readonly Decision[] {
  const { builder, checked, shape } = context;
  const all = stopRulesOf(checked.content).flatMap(([id, rule], order) =>
    looksOf(rule, shape.programmeYears).map((month) => ({ id, rule, month, order })),
  );
  all.sort((a, b) => a.month - b.month || a.order - b.order);
  let runs: NodeId | undefined;
  return all.map(({ id, rule, month }) => {
    const would = condition(id, rule, month);
    const fired = runs === undefined ? would : builder.binary("and", runs, would);
    const stays = builder.unary("not", would);
    runs = runs === undefined ? stays : builder.binary("and", runs, stays);
    return { rule: id, month, fired };
  });
}
