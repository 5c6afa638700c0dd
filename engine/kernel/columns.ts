import type { BinaryOperation, CountOperation, UnaryOperation } from "../model/graph.ts";
import { count, isTrue, binary as meaning, unary as unaryMeaning } from "./operations.ts";

/*
 * The operations of `operations.ts` on whole columns. The common ones have a loop of their own, because a call per element
 * costs more than the arithmetic; `operations.ts` stays the definition, and a test holds every loop to it. An operand is a
 * column or a number that is the same in all draws.
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
  if (typeof a === "number") {
    if (typeof b === "number") out.fill(meaning[operation](a, b));
    else numberColumn(operation, a, b, out);
  } else if (typeof b === "number") columnNumber(operation, a, b, out);
  else columnColumn(operation, a, b, out);
}

function columnColumn(operation: BinaryOperation, a: Float64Array, b: Float64Array, out: Float64Array): void {
  const n = out.length;
  switch (operation) {
    case "add":
      for (let i = 0; i < n; i++) out[i] = a[i] + b[i];
      return;
    case "subtract":
      for (let i = 0; i < n; i++) out[i] = a[i] - b[i];
      return;
    case "multiply":
      for (let i = 0; i < n; i++) out[i] = a[i] * b[i];
      return;
    case "divide":
      for (let i = 0; i < n; i++) out[i] = a[i] / b[i];
      return;
    case "min":
      for (let i = 0; i < n; i++) out[i] = Math.min(a[i], b[i]);
      return;
    case "max":
      for (let i = 0; i < n; i++) out[i] = Math.max(a[i], b[i]);
      return;
    default: {
      const f = meaning[operation];
      for (let i = 0; i < n; i++) out[i] = f(a[i], b[i]);
    }
  }
}

function columnNumber(operation: BinaryOperation, a: Float64Array, b: number, out: Float64Array): void {
  const n = out.length;
  switch (operation) {
    case "add":
      for (let i = 0; i < n; i++) out[i] = a[i] + b;
      return;
    case "subtract":
      for (let i = 0; i < n; i++) out[i] = a[i] - b;
      return;
    case "multiply":
      for (let i = 0; i < n; i++) out[i] = a[i] * b;
      return;
    case "divide":
      for (let i = 0; i < n; i++) out[i] = a[i] / b;
      return;
    case "greaterOrEqual":
      for (let i = 0; i < n; i++) out[i] = a[i] >= b ? 1 : 0;
      return;
    default: {
      const f = meaning[operation];
      for (let i = 0; i < n; i++) out[i] = f(a[i], b);
    }
  }
}

function numberColumn(operation: BinaryOperation, a: number, b: Float64Array, out: Float64Array): void {
  const n = out.length;
  switch (operation) {
    case "add":
      for (let i = 0; i < n; i++) out[i] = a + b[i];
      return;
    case "subtract":
      for (let i = 0; i < n; i++) out[i] = a - b[i];
      return;
    case "multiply":
      for (let i = 0; i < n; i++) out[i] = a * b[i];
      return;
    case "divide":
      for (let i = 0; i < n; i++) out[i] = a / b[i];
      return;
    default: {
      const f = meaning[operation];
      for (let i = 0; i < n; i++) out[i] = f(a, b[i]);
    }
  }
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
  const n = out.length;
  for (let i = 0; i < n; i++) out[i] = isTrue(at(test, i)) ? at(a, i) : at(b, i);
}
