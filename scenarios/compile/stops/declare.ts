import type { NodeId } from "../../../engine/model/graph.ts";
import { ownPartPrefix } from "../../../engine/result/criterion.ts";
import type { StopRulesRequest } from "../../../engine/result/stopRules.ts";
import { figureId } from "../../figures.ts";
import { type Change, endingRules, looksOf, reactingRules, stopRulesOf } from "../../stopRules.ts";
import type { Context } from "../context.ts";
import { successNode } from "../criteria.ts";
import type { Lowered } from "../lowered.ts";
import { net, presentWorth } from "../money.ts";
import { stated, type View } from "../view.ts";
import { decisionsOf, endingsOf } from "./decisions.ts";
import { declareFamilies } from "./families.ts";
import { reacted, stopped } from "./figures.ts";
import { looksIn } from "./looks.ts";
import { mostStopped, type Part } from "./part.ts";

/** Declares what the stop rules come to. Undefined where the scenario has none. */
export function declareStopRules(scenario: Lowered): StopRulesRequest | undefined {
  const { checked, inView, parse, shape, declare } = scenario;
  const rules = stopRulesOf(checked.content);
  if (rules.length === 0) return undefined;
  const { context } = inView(stated);
  const { builder, money } = context;
  const part: Part = {
    test: (name, node) => {
      const id = `${ownPartPrefix}stopRules/${name}`;
      builder.output({ id, node, kind: "test", beside: true });
      return id;
    },
    mean: (name, node, unit) => {
      const id = `${ownPartPrefix}stopRules/${name}`;
      builder.output({ id, node, unit, kind: "mean" });
      return id;
    },
  };
  const who = shape.leading === undefined ? {} : { who: shape.leading };
  const withStops: View = { looks: "all" };
  const netIn = (view: View, whose: { readonly who?: string } = who): NodeId => {
    const seen = inView(view);
    return net(seen.context, seen.whole(), whose);
  };
  const ending = endingRules(checked.content);
  const reacting = reactingRules(checked.content);
  /** The programme with what rules change in it, run to its end. */
  const toTheEnd: View = reacting.length === 0 ? stated : { looks: looksIn(context).length };
  const worthIn = (view: View, side: "cost" | "benefit"): NodeId => {
    const seen = inView(view);
    return presentWorth(seen.context, seen.whole(), { side, ...who });
  };
  for (const figure of ["net", "pvCost", "pvBenefit", "returnPerKrona"] as const)
    declare(parse(`withStops/${figureId({ figure, ...who })}`));
  if (ending.length > 0) for (const figure of ["stopped", "stopYear"] as const) declare({ figure });
  for (const [what] of reacting) declare({ figure: "reacted", what });

  const decisions = decisionsOf(context);
  const ended = stopped(context);
  const gained = builder.subtract(netIn(withStops), netIn(stated));
  const ofEnding = builder.subtract(netIn(withStops), netIn(toTheEnd));
  const success = successIn(scenario, stated);
  const good = successIn(scenario, toTheEnd) ?? builder.binary("greater", netIn(toTheEnd), builder.constant(0));
  const not = (node: NodeId): NodeId => builder.unary("not", node);
  const cost = (view: View): NodeId => worthIn(view, "cost");
  return {
    stopped: part.test("stopped", ended),
    decisions: decisions.map(({ rule, month, fired }) => ({
      rule,
      month,
      fired: part.test(`${rule}.m${month}`, fired),
    })),
    rules: ending.map(([rule]) => ({
      rule,
      stopped: part.test(rule, stopped(context, rule)),
      value: part.mean(`${rule}/value`, builder.multiply(ofEnding, stopped(context, rule)), money),
    })),
    ...(reacting.length === 0
      ? {}
      : {
          reactions: reacting.map(([rule, { how }]) =>
            declareChange(context, part, { rule, how }, (without) => ({
              net: builder.subtract(netIn(withStops), netIn(without)),
              cost: builder.subtract(cost(withStops), cost(without)),
            })),
          ),
          changed: part.mean("changed", builder.subtract(netIn(toTheEnd), netIn(stated)), money),
        }),
    good: success === undefined ? "net" : "success",
    goodStopped: part.test("goodStopped", builder.binary("and", good, ended)),
    badContinued: part.test("badContinued", builder.binary("and", not(good), not(ended))),
    ...(success === undefined
      ? {}
      : {
          success: {
            without: part.test("successWithout", success),
            with: part.test("successWith", successIn(scenario, withStops)!),
          },
        }),
    saved: part.mean("saved", builder.subtract(cost(toTheEnd), cost(withStops)), money),
    forgone: part.mean("forgone", builder.subtract(worthIn(toTheEnd, "benefit"), worthIn(withStops, "benefit")), money),
    value: part.mean("value", gained, money),
    ...(shape.leading === undefined
      ? {}
      : { valueToAll: part.mean("valueToAll", builder.subtract(netIn(withStops, {}), netIn(stated, {})), money) }),
    sunk: {
      cost: part.mean("sunk", builder.multiply(cost(withStops), ended), money),
      stopped: part.mean("stoppedShare", ended, "share"),
    },
    looks: firstAtLooks(scenario).map(({ rule, month }) => {
      const seen = inView({ stoppedAt: { rule, month } });
      const paid = seen.figureOf({ figure: "cost", ...who });
      return { rule, month, cost: part.mean(`m${month}/cost`, paid, money) };
    }),
    families: declareFamilies(scenario, part, { endings: endingsOf(context), toTheEnd, net: netIn }),
  };
}

/** How often a rule changes the programme, and what that is worth and costs: the programme with all rules, less that without this one. */
function declareChange(
  context: Context,
  part: Part,
  { rule, how }: { readonly rule: string; readonly how: Change },
  gained: (without: View) => { readonly net: NodeId; readonly cost: NodeId },
) {
  const isAlone = stopRulesOf(context.checked.content).length === 1;
  const { net, cost } = gained(isAlone ? stated : { looks: "all", withoutRule: rule });
  return {
    rule,
    how,
    reacted: part.test(`${rule}/reacted`, reacted(context, rule)),
    value: part.mean(`${rule}/value`, net, context.money),
    cost: part.mean(`${rule}/cost`, cost, context.money),
  };
}

/** Of each look the first rule that looks then. */
function firstAtLooks({
  checked,
  shape,
  inView,
}: Lowered): readonly { readonly rule: string; readonly month: number }[] {
  const found = new Map<number, string>();
  for (const [rule, own] of endingRules(checked.content))
    for (const month of looksOf(own, shape.programmeYears)) if (!found.has(month)) found.set(month, rule);
  const looks = [...found].map(([month, rule]) => ({ rule, month })).sort((a, b) => a.month - b.month);
  const few = looks.slice(0, mostStopped);
  for (const stoppedAt of few) inView({ stoppedAt }).whole();
  return few;
}

/** 1 in a draw that is a success in a view; undefined where the scenario says nothing of it. */
function successIn({ checked, inView, parse }: Lowered, view: View): NodeId | undefined {
  const { criteria, success } = checked.content;
  if (Object.keys(criteria).length === 0 && success === undefined) return undefined;
  const seen = inView(view);
  seen.whole();
  return successNode(seen.context, { parse, node: seen.figureOf, declare: () => {} });
}
