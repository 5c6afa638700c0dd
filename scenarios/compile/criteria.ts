import type { BinaryOperation, NodeId } from "../../engine/model/graph.ts";
import type { FigurePath } from "../figures.ts";
import type { TestOperator } from "../test.ts";
import { readTest, twinsOf } from "../twins.ts";
import type { Context } from "./context.ts";
import { parameter } from "./context.ts";
import { lowerExpression } from "./expression.ts";

const operators: Readonly<Record<TestOperator, BinaryOperation>> = {
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

/**
 * What stands over and under the line of a ratio. A test of it is decided as over − k · under against 0, without dividing by
 * what can come near zero or change sign: a programme with more cases than before has a cost per avoided case below every
 * limit, and meets none.
 */
function ratioParts({ figure, ...path }: FigurePath): readonly [over: FigurePath, under: FigurePath] | undefined {
  const { who, ...whoever } = path;
  if (figure === "returnPerKrona")
    return [
      { ...path, figure: "pvBenefit" },
      { ...path, figure: "pvCost" },
    ];
  if (figure !== "costPer") return undefined;
  return [
    { figure: "pvCost", ...(who === undefined ? {} : { who }) },
    { ...whoever, figure: "cases" },
  ];
}

/**
 * Declares every criterion as a `test` output: `criteria.<id>` for those of the file and the added net twins, `criteria.all` for
 * all of the file's own together, `criteria.success` for what the file calls success (all of them where it says nothing).
 */
export function declareCriteria(context: Context, figures: Figures): void {
  const { builder, checked, prefix, view } = context;
  const { criteria, success } = checked.content;
  const nodes = new Map<string, NodeId>();

  const test = (text: string, place: string): NodeId => {
    const { figure, operator, right } = readTest(checked.content, text);
    const path = figures.parse(figure);
    figures.declare(path);
    const wanted = lowerExpression(context, right, place);
    const parts = ratioParts(path);
    if (parts === undefined) return builder.binary(operators[operator], figures.node(path), wanted);
    const [over, under] = parts.map(figures.node);
    const surplus = builder.subtract(over, builder.multiply(wanted, under));
    return builder.binary(operators[operator], surplus, builder.constant(0));
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
    const known = nodes.get(id);
    if (known !== undefined) return known;
    if (underWay.has(id)) throw new Error(`the criterion ${id} depends on itself`);
    underWay.add(id);
    const node = combination(criteria[id], `criteria.${id}`);
    nodes.set(id, node);
    return node;
  };
  const declare = (id: string, node: NodeId): void => {
    // In a view the criterion has the view's name in its id, so that a result lists it among the criteria.
    const name = view === "stated" ? `${prefix}criteria.${id}` : `${prefix}criteria.${view}/${id}`;
    builder.output({ id: name, node: builder.name(node, name), kind: "test" });
  };

  const ids = Object.keys(criteria);
  for (const id of ids) declare(id, criterion(id));
  for (const twin of twinsOf(checked.content)) {
    // Held against the very number that its gross twin is held against.
    if (twin.added) declare(twin.id, test(twin.test, `criteria.${twin.of}.test`));
  }
  if (ids.length === 0 && success === undefined) return;
  const all = joined("and", ids.map(criterion));
  declare("all", all);
  declare("success", success === undefined ? all : combination(success, "success"));
}
