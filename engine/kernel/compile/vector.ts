import type { Arithmetic } from "../../numeric/arithmetic.ts";
import { type Expression, integer } from "../wasm/expression.ts";
import { type Code, f64x2, i64x2, v128 } from "../wasm/instructions.ts";
import { constantPair } from "./constants.ts";
import {
  isBelow,
  isNotBelow,
  liesWithin,
  type Range,
  rangeOfChoice,
  rangeOfDifference,
  rangeOfFloor,
  rangeOfProduct,
  rangeOfSize,
  rangeOfSum,
} from "./ranges.ts";
import { repetition } from "./repetition.ts";

/** The arithmetic of pairs of doubles as instructions, with what the model's own operations need beside it. */
export interface VectorArithmetic extends Arithmetic<Expression> {
  ceil(a: Expression): Expression;
  /** The same value, known to lie between two numbers in every draw: whoever says so must see to it. */
  within(a: Expression, low: number, high: number): Expression;
  /** All ones where x is any number but 0; NaN is false. */
  truth(x: Expression): Expression;
  /** 1 where the mask has ones, else 0; and the opposite. */
  flag(mask: Expression): Expression;
  notFlag(mask: Expression): Expression;
  both(mask: Expression, other: Expression): Expression;
  either(mask: Expression, other: Expression): Expression;
  /** a where the mask has ones, else b. */
  choose(mask: Expression, a: Expression, b: Expression): Expression;
}

/** Bits under the exponent: 2^52 as a double has zeros there. */
const twoTo52 = 4503599627370496;
const exponentBias = 1023;
const fractionBits = 52;

export function vectorArithmetic(): VectorArithmetic {
  const constants = new Map<number | string, Expression>();
  const constant = (x: number): Expression => {
    const key = Object.is(x, -0) ? "-0" : x;
    const known = constants.get(key) ?? constantPair(x);
    constants.set(key, known);
    return known;
  };
  const vector = (code: Code, ...operands: readonly Expression[]): Expression => ({ type: "v128", code, operands });
  const flag = (mask: Expression): Expression => ({ ...vector(v128.and, mask, constant(1)), mask, plain: true });
  const notFlag = (mask: Expression): Expression => ({
    ...vector(v128.andNot, constant(1), mask),
    plain: true,
  });
  const choose = (mask: Expression, a: Expression, b: Expression): Expression =>
    withRange(rangeOfChoice(a, b), {
      ...vector(v128.select, a, b, mask),
      plain: a.plain === true && b.plain === true,
    });
  const maskOf = (test: Expression) => test.mask ?? vector(f64x2.notEqual, test, constant(0));
  /** The lesser or greater: one instruction where neither NaN nor the sign of zero can make a difference, else several. */
  const extreme = (exact: Code, pseudo: Code, a: Expression, b: Expression): Expression => {
    const settles = (x: Expression) => x.constant !== undefined && x.constant !== 0 && !Number.isNaN(x.constant);
    const plain = a.plain === true && b.plain === true;
    // The pseudo-instructions give their first operand unless the second is beyond it: a NaN there passes.
    if (plain || settles(b)) return { ...vector(pseudo, a, b), plain };
    if (settles(a)) return vector(pseudo, b, a);
    return vector(exact, a, b);
  };
  const withRange = (range: Range | undefined, value: Expression): Expression => (range ? { ...value, range } : value);
  /** A comparison where the ranges do not decide it. */
  const compared = (code: Code, a: Expression, b: Expression, always: boolean, never: boolean): Expression => {
    if (always || never) return constant(always ? 1 : 0);
    return flag(vector(code, a, b));
  };
  return {
    constant,
    within: (a, low, high) => ({ ...a, range: [low, high] }),
    add: (a, b) => withRange(rangeOfSum(a, b), vector(f64x2.add, a, b)),
    subtract: (a, b) =>
      Object.is(b.constant, 0) ? a : withRange(rangeOfDifference(a, b), vector(f64x2.subtract, a, b)),
    multiply: (a, b) => (a.constant === 1 ? b : withRange(rangeOfProduct(a, b), vector(f64x2.multiply, a, b))),
    divide: (a, b) => vector(f64x2.divide, a, b),
    negate: (a) => vector(f64x2.negate, a),
    abs: (a) => withRange(rangeOfSize(a), vector(f64x2.abs, a)),
    sqrt: (a) => vector(f64x2.sqrt, a),
    floor: (a) => withRange(rangeOfFloor(a), vector(f64x2.floor, a)),
    ceil: (a) => vector(f64x2.ceil, a),
    min(a, b) {
      if (isBelow(a, b)) return a;
      return isBelow(b, a) ? b : extreme(f64x2.min, f64x2.pseudoMin, a, b);
    },
    max(a, b) {
      if (isBelow(a, b)) return b;
      return isBelow(b, a) ? a : extreme(f64x2.max, f64x2.pseudoMax, a, b);
    },
    less: (a, b) => compared(f64x2.less, a, b, isBelow(a, b), isNotBelow(a, b)),
    lessOrEqual: (a, b) => compared(f64x2.lessOrEqual, a, b, isNotBelow(b, a), isBelow(b, a)),
    greater: (a, b) => compared(f64x2.greater, a, b, isBelow(b, a), isNotBelow(b, a)),
    greaterOrEqual: (a, b) => compared(f64x2.greaterOrEqual, a, b, isNotBelow(a, b), isBelow(a, b)),
    equal: (a, b) => compared(f64x2.equal, a, b, false, isBelow(a, b) || isBelow(b, a)),
    truth: (x) => x.mask ?? vector(f64x2.greater, vector(f64x2.abs, x), constant(0)),
    flag,
    notFlag,
    both: (mask, other) => vector(v128.and, mask, other),
    either: (mask, other) => vector(v128.or, mask, other),
    choose,
    select(test, a, b) {
      if (test.constant !== undefined) return test.constant === 0 ? b : a;
      return choose(maskOf(test), a, b);
    },
    powerOfTwo: (k) =>
      vector(i64x2.shiftLeft, vector(f64x2.add, k, constant(twoTo52 + exponentBias)), integer(fractionBits)),
    scaledNormal(y, k) {
      if (!liesWithin(k, -1020, 1020)) return undefined;
      // The exponent's field takes k as it stands: the last twelve bits of k + 1.5·2^52.
      const shifted = vector(i64x2.shiftLeft, vector(f64x2.add, k, constant(1.5 * twoTo52)), integer(fractionBits));
      return vector(i64x2.add, y, shifted);
    },
    exponentOf: (x) =>
      vector(
        f64x2.subtract,
        vector(v128.or, vector(i64x2.shiftRightUnsigned, x, integer(fractionBits)), constant(twoTo52)),
        constant(twoTo52 + exponentBias),
      ),
    mantissaOf: (x) =>
      vector(
        v128.or,
        // Away with the twelve bits of sign and exponent, and in with the exponent of 1.
        vector(i64x2.shiftRightUnsigned, vector(i64x2.shiftLeft, x, integer(12)), integer(12)),
        constant(1),
      ),
    repeat: (start, goOn, step, most) =>
      repetition(start, (states) => ({ goOn: maskOf(goOn(states)), next: step(states) }), most),
  };
}
