import type { BinaryOperation, CountOperation, UnaryOperation } from "../model/graph.ts";
import { binomialCount, negativeBinomialCount, poissonCount } from "../numeric/counts.ts";
import { exp, ln, power } from "../numeric/elementary.ts";

/** What counts as true in `select`, `and`, `or`, `not`: any number but 0; NaN is false. */
export const isTrue = (x: number): boolean => Math.abs(x) > 0;

/** The meaning of each operation on one pair of numbers. `columns.ts` does the same on whole columns. */
export const unary: Readonly<Record<UnaryOperation, (a: number) => number>> = {
  negate: (a) => -a,
  abs: Math.abs,
  sqrt: Math.sqrt,
  exp,
  ln,
  floor: Math.floor,
  ceil: Math.ceil,
  round: (a) => Math.floor(a + 0.5),
  not: (a) => (isTrue(a) ? 0 : 1),
};

export const binary: Readonly<Record<BinaryOperation, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power,
  min: Math.min,
  max: Math.max,
  less: (a, b) => (a < b ? 1 : 0),
  lessOrEqual: (a, b) => (a <= b ? 1 : 0),
  greater: (a, b) => (a > b ? 1 : 0),
  greaterOrEqual: (a, b) => (a >= b ? 1 : 0),
  equal: (a, b) => (a === b ? 1 : 0),
  and: (a, b) => (isTrue(a) && isTrue(b) ? 1 : 0),
  or: (a, b) => (isTrue(a) || isTrue(b) ? 1 : 0),
};

export const count: Readonly<Record<CountOperation, (operands: readonly number[]) => number>> = {
  binomial: ([score, size, probability]) => binomialCount(score, size, probability),
  poisson: ([score, mean]) => poissonCount(score, mean),
  negativeBinomial: ([score, mean, dispersion]) => negativeBinomialCount(score, mean, dispersion),
};

export const select = (test: number, a: number, b: number): number => (isTrue(test) ? a : b);
