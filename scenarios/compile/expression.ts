import type { BinaryOperation, NodeId } from "../../engine/model/graph.ts";
import type { Expression, FormulaOperator } from "../formula.ts";
import { type Context, everyYear, parameter, period } from "./context.ts";
import { growth, presentValue, programmeMask } from "./time.ts";
import { carried } from "./windows.ts";

const operators: Readonly<Record<FormulaOperator, BinaryOperation>> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
  "^": "power",
  "<": "less",
  "<=": "lessOrEqual",
  ">": "greater",
  ">=": "greaterOrEqual",
  "=": "equal",
  and: "and",
  or: "or",
};

/**
 * The node of a formula. A name is a series word, another formula, a quantity or a figure, in this order. Numbers in it are
 * parameters named by the place and their order of appearance; the whole numbers of `shift` and `at` belong to the shape.
 */
export function lowerExpression(context: Context, expression: Expression, place: string): NodeId {
  let literals = 0;
  const lower = (part: Expression): NodeId => {
    const { builder } = context;
    switch (part.kind) {
      case "number":
        return parameter(context, `${place}#${++literals}`, part.value);
      case "name":
        return named(context, part.name, place);
      case "unary":
        return builder.unary(part.operator === "-" ? "negate" : "not", lower(part.operand));
      case "binary": {
        const left = lower(part.left);
        return builder.binary(operators[part.operator], left, lower(part.right));
      }
      case "call":
        return called(context, part, lower);
    }
  };
  return lower(expression);
}

function named(context: Context, name: string, place: string): NodeId {
  if (name === "year") return context.builder.index(period);
  if (name === "programmeYear") return programmeMask(context);
  if (context.checked.quantities.has(name)) return context.quantity(name);
  const node = context.nodeOfName(name);
  if (node === undefined) throw new Error(`the formula at ${place} names ${name}, which is nothing`);
  return node;
}

function called(
  context: Context,
  call: Extract<Expression, { kind: "call" }>,
  lower: (part: Expression) => NodeId,
): NodeId {
  const { builder } = context;
  const [first, second] = call.arguments;
  const series = (): NodeId => everyYear(context, lower(first));
  switch (call.name) {
    case "min":
    case "max": {
      const by = call.name;
      return call.arguments.map(lower).reduce((a, b) => builder.binary(by, a, b));
    }
    case "abs":
    case "sqrt":
    case "exp":
    case "ln":
    case "floor":
    case "ceil":
    case "round":
      return builder.unary(call.name, lower(first));
    case "if": {
      const [test, yes, no] = call.arguments.map(lower);
      return builder.select(test, yes, no);
    }
    case "shift":
      return builder.shift(period, wholeNumber(second), series());
    case "cum":
      return builder.cumulative(period, series());
    case "sum":
      return builder.reduce("add", period, series());
    case "pv":
      return presentValue(context, series());
    case "at": {
      const year = wholeNumber(second);
      const inside = year >= 0 && year < context.shape.horizonYears;
      return inside ? builder.at(period, year, series()) : builder.constant(0);
    }
    case "grow":
      return builder.multiply(lower(first), growth(context, lower(second)));
    case "carry":
      return carried(context, lower(first), lower(second));
    default:
      throw new Error(`no function is called ${call.name}`);
  }
}

/** A whole number written out, with a sign perhaps: it belongs to the shape. */
function wholeNumber(part: Expression | undefined): number {
  if (part?.kind === "number" && Number.isInteger(part.value)) return part.value;
  if (part?.kind === "unary" && part.operator === "-") return -wholeNumber(part.operand);
  throw new Error("a number of years in shift and at is a whole number, written out");
}
