import type { BinaryOperation, CountOperation, UnaryOperation } from "../model/graph.ts";
import { chooseNumber, columnColumn, columnNumber, numberColumn } from "./columnLoops.ts";
import { count, isTrue, binary as meaning, unary as unaryMeaning } from "./operations.ts";

/*
 * The operations of `operations.ts` on whole columns. The common ones have a loop of their own, because a call per element
 * costs more than the arithmetic; `operations.ts` stays the definition, and a test holds every loop to it. An operand is a
 * column or a number that is the same in all draws; a column has a multiple of four cells.
 */
export type Operand = Float64Array | number;

export function unaryColumn(operation: UnaryOperation, a: Float64Array, out: Float64Array): void {
  const n = out.length;
  switch (operation) {
    case "negate":
      for (let i = 0; i < n; i++) out[i] = -a[i];
      return;
    case "abs":
      for (let i = 0; i < n; i++) out[i] = Math.abs(a[i]);
      return;
    case "sqrt":
      for (let i = 0; i < n; i++) out[i] = Math.sqrt(a[i]);
      return;
    default: {
      const f = unaryMeaning[operation];
      for (let i = 0; i < n; i++) out[i] = f(a[i]);
    }
  }
}

export function binaryColumn(operation: BinaryOperation, a: Operand, b: Operand, out: Float64Array): void {
  if (typeof a !== "number" && typeof b !== "number") {
    const loop = columnColumn[operation];
    if (loop !== undefined) {
      loop(a, b, out);
      return;
    }
  } else if (typeof a !== "number" && typeof b === "number") {
    const loop = columnNumber[operation];
    if (loop !== undefined) {
      loop(a, b, out);
      return;
    }
  } else if (typeof a === "number" && typeof b !== "number") {
    const loop = numberColumn[operation];
    if (loop !== undefined) {
      loop(a, b, out);
      return;
    }
  }
  const f = meaning[operation];
  for (let i = 0; i < out.length; i++) out[i] = f(at(a, i), at(b, i));
}

const at = (operand: Operand, i: number): number => (typeof operand === "number" ? operand : operand[i]);

export function countColumn(operation: CountOperation, operands: readonly Operand[], out: Float64Array): void {
  const values: number[] = [];
  for (let i = 0; i < out.length; i++) {
    for (let k = 0; k < operands.length; k++) values[k] = at(operands[k], i);
    out[i] = count[operation](values);
  }
}

export function selectColumn(test: Operand, a: Operand, b: Operand, out: Float64Array): void {
  if (typeof test !== "number" && typeof a === "number" && typeof b === "number") chooseNumber(test, a, b, out);
  else for (let i = 0; i < out.length; i++) out[i] = isTrue(at(test, i)) ? at(a, i) : at(b, i);
}
