import { type Expression, expression, integer, local, set } from "../../wasm/expression.ts";
import type { FunctionBuilder } from "../../wasm/function.ts";
import { type Code, f64x2, i32, v128 } from "../../wasm/instructions.ts";
import { columnBytes } from "../layout.ts";

export const vector = (code: Code, ...operands: readonly Expression[]): Expression =>
  expression("v128", code, ...operands);

export const addInteger = (a: Expression, b: Expression): Expression => expression("i32", i32.add, a, b);

/**
 * Goes through a column whose address is `column` in steps of `bytes`; `body` writes what is done at an address.
 */
export function overColumn(
  f: FunctionBuilder,
  column: Expression,
  bytes: number,
  body: (at: Expression) => void,
): void {
  overColumns(f, [column], [bytes], ([at]) => body(at));
}

/** Goes through several columns at once, each in steps of its own, to the end of the first, which is `length` bytes long. */
export function overColumns(
  f: FunctionBuilder,
  columns: readonly Expression[],
  bytes: readonly number[],
  body: (at: readonly Expression[]) => void,
  length: number = columnBytes,
): void {
  const at = columns.map(() => f.local("i32"));
  const end = f.local("i32");
  f.emit(...columns.map((column, k) => set(at[k], column)), set(end, addInteger(columns[0], integer(length))));
  f.loop(() => {
    body(at.map((index) => local("i32", index)));
    f.emit(...at.map((index, k) => set(index, addInteger(local("i32", index), integer(bytes[k])))));
    return expression("i32", i32.lessUnsigned, local("i32", at[0]), local("i32", end));
  });
}

/** A number given to a function, in both halves of a local. */
export function spread(f: FunctionBuilder, parameter: number): Expression {
  const at = f.local("v128");
  f.emit(set(at, vector(f64x2.splat, f.parameter(parameter))));
  return local("v128", at);
}

export const loadPair = (at: Expression, offset = 0): Expression => vector(v128.load(offset), at);

/** c0 + t·(c1 + t·(c2 + t·c3)), the coefficients of each half at an address of its own. */
export function cubicAt([left, right]: readonly [Expression, Expression], t: Expression): Expression {
  const [low0, low1] = [loadPair(left), loadPair(right)];
  const [high0, high1] = [loadPair(left, 16), loadPair(right, 16)];
  const c0 = lowerHalves(low0, low1);
  const c1 = upperHalves(low0, low1);
  const c2 = lowerHalves(high0, high1);
  const c3 = upperHalves(high0, high1);
  const add = (a: Expression, b: Expression) => vector(f64x2.add, a, b);
  const times = (a: Expression, b: Expression) => vector(f64x2.multiply, a, b);
  return add(c0, times(t, add(c1, times(t, add(c2, times(t, c3))))));
}

export const lowerHalves = (a: Expression, b: Expression): Expression => vector(v128.shuffle32([0, 1, 4, 5]), a, b);
export const upperHalves = (a: Expression, b: Expression): Expression => vector(v128.shuffle32([2, 3, 6, 7]), a, b);
