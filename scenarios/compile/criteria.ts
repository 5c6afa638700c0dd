import type { BinaryOperation, NodeId } from "../../engine/model/graph.ts";
import { alonePrefix, unmetPrefix } from "../../engine/result/criterion.ts";
import type { FigurePath } from "../figures.ts";
import type { ScenarioContent } from "../schema/index.ts";
import type { TestOperator } from "../test.ts";
import { readTest, twinsOf } from "../twins.ts";
import type { Context } from "./context.ts";
import { outputPrefix, parameter } from "./context.ts";
import { lowerExpression } from "./expression.ts";
import { ratioParts } from "./ratios.ts";

/** Comparisons as operations of a graph. */
export const operations: Readonly<Record<TestOperator, BinaryOperation>> = {
  ">": "greater",
  ">=": "greaterOrEqual",
  "<": "less",
  "<=": "lessOrEqual",
};

/** What criteria need from the figures. */
export interface Figures {
  readonly parse: (text: string) => FigurePath;
  readonly node: (path: FigurePath) => NodeId;
  /** Makes the figure an output of its own, so that a report can show what the criterion looks at. */
  readonly declare: (path: FigurePath) => void;
}

interface Combination {
  readonly test?: string | undefined;
  readonly all?: readonly string[] | undefined;
  readonly any?: readonly string[] | undefined;
  readonly atLeast?: number | undefined;
  readonly of?: readonly string[] | undefined;
}

/** The nodes of the criteria: 1 in a draw that meets them, else 0. */
export interface CriteriaNodes {
  readonly criterion: (id: string) => NodeId;
  /** Every criterion of the file together. */
  readonly all: () => NodeId;
  /** What the file calls success; all of them where it says nothing. */
  readonly success: () => NodeId;
  readonly test: (text: string, place: string) => NodeId;
}

/** @param met a criterion that is taken to be met, whatever the draw says */
function lower(context: Context, figures: Figures, met?: string): CriteriaNodes {
  const { builder, checked } = context;
  const { criteria, success } = checked.content;
  const nodes = new Map<string, NodeId>();

  const test = (text: string, place: string): NodeId => {
    const { figure, operator, right } = readTest(checked.content, text);
    const path = figures.parse(figure);
    figures.declare(path);
    const wanted = lowerExpression(context, right, place);
    const parts = ratioParts(path);
    if (parts === undefined) return builder.binary(operations[operator], figures.node(path), wanted);
    const [over, under] = parts.map(figures.node);
    const surplus = builder.subtract(over, builder.multiply(wanted, under));
    return builder.binary(operations[operator], surplus, builder.constant(0));
  };
  const item = (text: string, place: string): NodeId =>
    Object.hasOwn(criteria, text.trim()) ? criterion(text.trim()) : test(text, place);
  const joined = (by: "and" | "or", items: readonly NodeId[]): NodeId =>
    items.length === 0 ? builder.constant(by === "and" ? 1 : 0) : items.reduce((a, b) => builder.binary(by, a, b));
  const combination = (entry: Combination, place: string): NodeId => {
    const items = (key: "all" | "any" | "of") =>
      (entry[key] ?? []).map((text, i) => item(text, `${place}.${key}.${i}`));
    if (entry.test !== undefined) return item(entry.test, `${place}.test`);
    if (entry.all !== undefined) return joined("and", items("all"));
    if (entry.any !== undefined) return joined("or", items("any"));
    const wanted = parameter(context, `${place}.atLeast`, entry.atLeast ?? 1);
    return builder.binary("greaterOrEqual", builder.sum(items("of")), wanted);
  };
  const underWay = new Set<string>();
  const criterion = (id: string): NodeId => {
    if (id === met) return builder.constant(1);
    const known = nodes.get(id);
    if (known !== undefined) return known;
    if (underWay.has(id)) throw new Error(`the criterion ${id} depends on itself`);
    underWay.add(id);
    const node = combination(criteria[id], `criteria.${id}`);
    nodes.set(id, node);
    return node;
  };
  const all = () => joined("and", Object.keys(criteria).map(criterion));
  return { criterion, all, success: () => (success === undefined ? all() : combination(success, "success")), test };
}

/**
 * Declares every criterion as a `test` output: `criteria.<id>` for those of the file and the added net twins, `criteria.all` for
 * all of the file's own together, `criteria.success` for what the file calls success (all of them where it says nothing). Where
 * success of the leading scenario is made of several criteria, what fails it is counted as well.
 */
export function declareCriteria(context: Context, figures: Figures): void {
  const { builder, checked, prefix, view } = context;
  const { criteria, success } = checked.content;
  const lowered = lower(context, figures);
  const declare = (id: string, node: NodeId): void => {
    // The names of option and view stand inside the id, so that a result lists it among the criteria.
    const name = `criteria.${outputPrefix({ prefix, view })}${id}`;
    builder.output({ id: name, node: builder.name(node, name), kind: "test" });
  };

  const ids = Object.keys(criteria);
  for (const id of ids) declare(id, lowered.criterion(id));
  for (const twin of twinsOf(checked.content)) {
    // Held against the very number that its gross twin is held against.
    if (twin.added) declare(twin.id, lowered.test(twin.test, `criteria.${twin.of}.test`));
  }
  if (ids.length === 0 && success === undefined) return;
  declare("all", lowered.all());
  declare("success", lowered.success());
  if (outputPrefix({ prefix, view }) === "") declareFailures(context, figures, lowered);
}

/** The nodes of the criteria, by what `figures` reads and gives. */
export const criteriaNodes = (context: Context, figures: Figures): CriteriaNodes => lower(context, figures);

/** 1 in a draw that the file calls a success, else 0. */
export const successNode = (context: Context, figures: Figures): NodeId => lower(context, figures).success();

/** Which criteria a failure goes back to: those that are not met, and those that would have been enough. */
function declareFailures(context: Context, figures: Figures, lowered: CriteriaNodes): void {
  const { builder, checked, prefix } = context;
  const parts = partsOfSuccess(checked.content);
  if (parts.length < 2) return;
  const failed = builder.unary("not", lowered.success());
  for (const id of parts) {
    const unmet = builder.binary("and", failed, builder.unary("not", lowered.criterion(id)));
    const alone = builder.binary("and", failed, lower(context, figures, id).success());
    builder.output({ id: `${prefix}${unmetPrefix}${id}`, node: unmet, kind: "test" });
    builder.output({ id: `${prefix}${alonePrefix}${id}`, node: alone, kind: "test" });
  }
}

/** Criteria that success is made of, through others as well; in the order of the file. */
function partsOfSuccess({ criteria, success }: ScenarioContent): readonly string[] {
  const found = new Set<string>();
  const visit = (entry: Combination): void => {
    for (const text of [entry.test, ...(entry.all ?? []), ...(entry.any ?? []), ...(entry.of ?? [])]) {
      const id = text?.trim();
      if (id === undefined || !Object.hasOwn(criteria, id) || found.has(id)) continue;
      found.add(id);
      visit(criteria[id]);
    }
  };
  visit(success ?? { all: Object.keys(criteria) });
  return Object.keys(criteria).filter((id) => found.has(id));
}
