import type { NodeId } from "../../../engine/model/graph.ts";
import type { FigurePath } from "../../figures.ts";
import { parseFigure } from "../../figures.ts";
import { figureIdsOf } from "../../ids.ts";
import { isObserved } from "../../measurement.ts";
import { isAgainstPlan, type StopRule, stopRulePlace, testsOf } from "../../stopRules.ts";
import { readTest } from "../../twins.ts";
import type { Context } from "../context.ts";
import { operations } from "../criteria.ts";
import { lowerExpression } from "../expression.ts";
import { observed } from "../observed.ts";
import { againstPlan } from "./againstPlan.ts";

/** Whether what a rule asks for is seen after so many months. */
export function conditionAt(context: Context, id: string, rule: StopRule, month: number): NodeId {
  const { builder, checked } = context;
  const { joined, tests } = testsOf(rule);
  const nodes = tests.map(({ text, at }) => {
    const { figure, operator, right } = readTest(checked.content, text);
    const wanted = lowerExpression(context, right, `${stopRulePlace(id)}.${at}`);
    return builder.binary(operations[operator], seenAt(context, figure, month), wanted);
  });
  return nodes.reduce((a, b) => builder.binary(joined === "all" ? "and" : "or", a, b));
}

/**
 * What a look sees after so many months: of an outcome the follow-up of the programme year that then ends or is under way, of costs
 * and people all up to then.
 */
export function seenAt(context: Context, figure: string, month: number): NodeId {
  const path = pathOf(context, figure);
  if (isAgainstPlan(path.figure)) return againstPlan(context, path.figure, month);
  if (!isObserved(path.figure)) throw new Error(`${figure} can't be seen at a look`);
  const year = Math.ceil(month / 12) - 1;
  return observed(context, { ...path, year }, month / 12 - year);
}

function pathOf({ checked }: Context, figure: string): FigurePath {
  const parsed = parseFigure(figure, figureIdsOf(checked.content, checked.option?.yearsLater));
  if (!parsed.ok) throw new Error(`there is no figure ${figure}`);
  return parsed.figure;
}
