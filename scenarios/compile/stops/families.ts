import type { NodeId } from "../../../engine/model/graph.ts";
import type { StopRulesRequest } from "../../../engine/result/stopRules.ts";
import { formatUnit, isPlain, type Unit } from "../../../engine/units/index.ts";
import { endingRules, isAgainstPlan, stopRulePlace, testsOf } from "../../stopRules.ts";
import { readTest } from "../../twins.ts";
import { parameter } from "../context.ts";
import { operations } from "../criteria.ts";
import type { Lowered } from "../lowered.ts";
import { stated, type View } from "../view.ts";
import { conditionAt, seenAt } from "./condition.ts";
import type { Decision } from "./decision.ts";
import { decided } from "./decisions.ts";
import { mostStopped, type Part } from "./part.ts";

/** How many thresholds stand on either side of the written one. */
const reach = 4;

/**
 * What a rule would be worth with another threshold, all else being as it is: for rules of a single test against a plain number.
 * What the programme comes to when it is stopped at a look is the same whatever made it stop, so each look is run once.
 */
export function declareFamilies(
  { checked, inView, parse, unit }: Lowered,
  part: Part,
  run: { readonly endings: readonly Decision[]; readonly toTheEnd: View; readonly net: (view: View) => NodeId },
): StopRulesRequest["families"] {
  if (run.endings.length > mostStopped) return [];
  const { context } = inView(stated);
  const { builder, money } = context;
  const asWritten = run.net(stated);
  const whole = run.net(run.toTheEnd);
  const ended = new Map(
    run.endings.map(({ rule, month }) => [`${rule} ${month}`, run.net({ stoppedAt: { rule, month } })]),
  );
  const rules = endingRules(checked.content);
  /** What the programme comes to with these decisions: of none, as it runs to its end. */
  const reached = (decisions: readonly Decision[]): NodeId =>
    decisions.reduceRight(
      (later, { rule: by, month, fired }) => builder.select(fired, ended.get(`${by} ${month}`)!, later),
      whole,
    );
  const row = (name: string, decided: readonly Decision[]) => {
    const decisions = decided.filter(({ ends }) => ends);
    return {
      stopped: part.test(name, builder.sum(decisions.map(({ fired }) => fired))),
      value: part.mean(`${name}/value`, builder.subtract(reached(decisions), asWritten), money),
    };
  };
  return rules.flatMap(([id, rule]) => {
    const { tests } = testsOf(rule);
    const { figure, operator, right } = readTest(checked.content, tests[0].text);
    if (tests.length > 1 || right.kind !== "number") return [];
    const own: Unit = unit(parse(figure));
    const rows = around(right.value, isAgainstPlan(figure) ? 1 : 0, isPlain(own)).map((threshold, k) => {
      const wanted = parameter(context, `${stopRulePlace(id)}.${tests[0].at}#threshold${k}`, threshold);
      const decisions = decided(context, (seen, other, otherRule, month) =>
        other === id
          ? builder.binary(operations[operator], seenAt(seen, figure, month), wanted)
          : conditionAt(seen, other, otherRule, month),
      );
      return { threshold, ...row(`${id}.t${k}`, decisions) };
    });
    const never = row(`${id}.never`, decided(inView({ withoutRule: id }).context, conditionAt));
    return [{ rule: id, figure, operator, unit: isPlain(own) ? "share" : formatUnit(own), rows, never }];
  });
}

/**
 * Thresholds in even steps around the one written, ascending.
 *
 * @param from where nothing would be out of the ordinary: 0 for a change, 1 for a share of the plan
 */
function around(written: number, from: number, isShare: boolean): readonly number[] {
  const far = Math.abs(written - from);
  const step = roundStep(isShare ? Math.max(far, from === 1 ? 0.2 : 0.08) / (from === 1 ? 2 : 4) : (far || 1) / 8);
  const steps = Array.from({ length: 2 * reach + 1 }, (_, k) => k - reach);
  // Steps are round numbers, and so are their sums: 0.03 + 2 · 0.02 is 0.07.
  return steps.map((k) => Number((written + k * step).toPrecision(12)));
}

/** The largest of 1, 2 and 5 times a power of ten that is no larger. */
function roundStep(size: number): number {
  const [mantissa, exponent] = size.toExponential(6).split("e");
  const lead = Number(mantissa) >= 5 ? 5 : Number(mantissa) >= 2 ? 2 : 1;
  return Number(`${lead}e${exponent}`);
}
