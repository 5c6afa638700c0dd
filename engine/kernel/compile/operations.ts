import type { BinaryOperation, CountOperation, UnaryOperation } from "../../model/graph.ts";
import { passes } from "../identities.ts";
import { type Expression, expression } from "../wasm/expression.ts";
import { control } from "../wasm/instructions.ts";
import { elementaryIndex } from "./elementary.ts";
import type { VectorArithmetic } from "./vector.ts";

/** The operations of a model as instructions: what `kernel/operations.ts` says of numbers, on pairs of draws. */
export interface VectorOperations {
  readonly unary: Readonly<Record<UnaryOperation, (a: Expression) => Expression>>;
  readonly binary: Readonly<Record<BinaryOperation, (a: Expression, b: Expression) => Expression>>;
  readonly count: Readonly<Record<CountOperation, (operands: readonly Expression[]) => Expression>>;
  select(test: Expression, a: Expression, b: Expression): Expression;
}

/** An operation by its name, as graph and scan bodies have it. */
export function operate(
  { unary, binary, count, select }: VectorOperations,
  node:
    | { readonly op: UnaryOperation | BinaryOperation | "select" }
    | { readonly op: "count"; readonly by: CountOperation },
  operands: readonly Expression[],
): Expression {
  if (node.op === "count") return count[node.by](operands);
  const { op } = node;
  const [a, b, c] = operands;
  if (op === "select") return select(a, b, c);
  if (op in unary) return unary[op as UnaryOperation](a);
  const passed = passes(op as BinaryOperation, a.constant, b.constant);
  return passed === undefined ? binary[op as BinaryOperation](a, b) : [a, b][passed];
}

export function vectorOperations(o: VectorArithmetic): VectorOperations {
  const call = (index: number, ...operands: readonly Expression[]) =>
    expression("v128", control.call(index), ...operands);
  return {
    unary: {
      negate: o.negate,
      abs: o.abs,
      sqrt: o.sqrt,
      exp: (a) => call(elementaryIndex.exp, a),
      ln: (a) => call(elementaryIndex.ln, a),
      floor: o.floor,
      ceil: o.ceil,
      round: (a) => o.floor(o.add(a, o.constant(0.5))),
      not: (a) => o.notFlag(o.truth(a)),
    },
    binary: {
      add: o.add,
      subtract: o.subtract,
      multiply: o.multiply,
      divide: o.divide,
      power: (a, b) => call(elementaryIndex.power, a, b),
      min: o.min,
      max: o.max,
      less: o.less,
      lessOrEqual: o.lessOrEqual,
      greater: o.greater,
      greaterOrEqual: o.greaterOrEqual,
      equal: o.equal,
      and: (a, b) => o.flag(o.both(o.truth(a), o.truth(b))),
      or: (a, b) => o.flag(o.either(o.truth(a), o.truth(b))),
    },
    count: {
      binomial: (operands) => call(elementaryIndex.binomial, ...operands),
      poisson: (operands) => call(elementaryIndex.poisson, ...operands),
      negativeBinomial: (operands) => call(elementaryIndex.negativeBinomial, ...operands),
    },
    select: (test, a, b) => o.choose(o.truth(test), a, b),
  };
}
