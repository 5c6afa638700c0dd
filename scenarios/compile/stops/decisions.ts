import type { NodeId } from "../../../engine/model/graph.ts";
import { reactionOf, type StopRule } from "../../stopRules.ts";
import type { Context } from "../context.ts";
import { conditionAt } from "./condition.ts";
import type { Decision } from "./decision.ts";
import { looksIn, running, seenAtLook } from "./looks.ts";

/** Whether a rule that ends the programme would fire, by what is seen at a look: 1 where it would. */
export type Condition = (seen: Context, id: string, rule: StopRule, month: number) => NodeId;

/** What is decided in a view, by the context in which nothing is, so that it is made once. */
const known = new WeakMap<Context, readonly Decision[]>();
const knownChanges = new WeakMap<Context, (readonly Decision[])[]>();

/** The decisions of the scenario's stop rules, in the order in which they are taken: by look, then in file order. */
export function decisionsOf(context: Context): readonly Decision[] {
  const plain = running(context);
  const made = known.get(plain) ?? decided(plain, conditionAt);
  known.set(plain, made);
  return made;
}

/** Those that end the programme. */
export const endingsOf = (context: Context): readonly Decision[] => decisionsOf(context).filter(({ ends }) => ends);

/** The first rule that ends the programme does so; until then the others change it. */
export function decided(context: Context, condition: Condition): readonly Decision[] {
  const { builder } = context;
  let runs: NodeId | undefined;
  return looksIn(context).flatMap(({ month, rules }, look) => {
    const changes = changesAt(context, look);
    return rules.map(([id, rule]): Decision => {
      const change = changes.find((own) => own.rule === id);
      const would = change?.fired ?? condition(seenAtLook(context, look), id, rule, month);
      const fired = runs === undefined ? would : builder.binary("and", runs, would);
      if (change !== undefined) return { ...change, fired };
      const stays = builder.unary("not", would);
      runs = runs === undefined ? stays : builder.binary("and", runs, stays);
      return { rule: id, month, ends: true, fired };
    });
  });
}

/** What is changed at the first so many looks, were nothing to end the programme. */
export const changesBefore = (context: Context, looks: number): readonly Decision[] =>
  Array.from({ length: looks }, (_, look) => changesAt(running(context), look)).flat();

/** The rules that change something at a look: each at the first at which it fires, or at every one. */
function changesAt(plain: Context, look: number): readonly Decision[] {
  const made = knownChanges.get(plain) ?? [];
  knownChanges.set(plain, made);
  made[look] ??= changed(plain, look);
  return made[look];
}

function changed(plain: Context, look: number): readonly Decision[] {
  const { builder } = plain;
  const { month, rules } = looksIn(plain)[look];
  return rules.flatMap(([id, rule]) => {
    if (reactionOf(id, rule) === undefined) return [];
    const fires = conditionAt(seenAtLook(plain, look), id, rule, month);
    const before = rule.each === "yes" ? [] : changesBefore(plain, look).filter((own) => own.rule === id);
    const not = (node: NodeId): NodeId => builder.unary("not", node);
    const fired = before.reduce((own, earlier) => builder.binary("and", own, not(earlier.fired)), fires);
    return [{ rule: id, month, ends: false, fired }];
  });
}
