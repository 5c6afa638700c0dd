/**
 * The operations that elementary functions are written in. A program over `Arithmetic<T>` has no branch on a value, and
 * repeats itself by `repeat` alone, so the same text runs on doubles and as f64x2 instructions of a compiled kernel, with the
 * same bits. Every operation has an exact vector equivalent; there is no fused multiply-add.
 */
export interface Arithmetic<T> {
  constant(x: number): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  divide(a: T, b: T): T;
  negate(a: T): T;
  abs(a: T): T;
  sqrt(a: T): T;
  floor(a: T): T;
  /** Math.min: NaN passes, −0 < 0. */
  min(a: T, b: T): T;
  /** Math.max: NaN passes, −0 < 0. */
  max(a: T, b: T): T;
  /** Comparisons give 1 or 0; with NaN 0. */
  less(a: T, b: T): T;
  lessOrEqual(a: T, b: T): T;
  greater(a: T, b: T): T;
  greaterOrEqual(a: T, b: T): T;
  equal(a: T, b: T): T;
  /** `test` ≠ 0 ? a : b. `test` is the result of a comparison, or a product of such results. */
  select(test: T, a: T, b: T): T;
  /** 2^k for an integral k from −1022 to 1023: the low bits of k + (2^52 + 1023), shifted left by 52. Elsewhere unspecified. */
  powerOfTwo(k: T): T;
  /**
   * y·2^k for y from ½ to 2, from an arithmetic that knows k to be so near to 0 that the result is normal: then it is exact
   * however it is made. Undefined where that isn't known.
   */
  scaledNormal?(y: T, k: T): T | undefined;
  /** Unbiased exponent of a positive normal x: its bits shifted right by 52, minus 1023. −1023 for 0 and subnormals. */
  exponentOf(x: T): T;
  /** x / 2^exponent in [1, 2) for a positive normal x: its fraction bits under the exponent of 1. */
  mantissaOf(x: T): T;
  /**
   * While `goOn` of the states is 1, they become `step` of them, `most` times at the most; gives what they are then. Each
   * element counts for itself: one that has stopped keeps its states, however long its neighbours go on. With `most` = 1
   * it is a branch, free of charge where no element takes it.
   *
   * @param goOn the result of one comparison, or of a select between such results
   */
  repeat(
    start: readonly T[],
    goOn: (states: readonly T[]) => T,
    step: (states: readonly T[]) => readonly T[],
    most: number,
  ): readonly T[];
}

const double = new Float64Array([1]);
const words = new Uint32Array(double.buffer);
/** Where the sign and exponent of a double lie among its two 32-bit words; 1 on every little-endian machine. */
const high = words[1] === 0 ? 0 : 1;

/** 2^k at index k + 1023, from k = −1023: a lookup costs a third of putting the bits together through memory. */
export const powersOfTwo = new Float64Array(2047);
powersOfTwo[1023] = 1;
for (let k = 1; k <= 1023; k++) {
  powersOfTwo[1023 + k] = powersOfTwo[1022 + k] * 2;
  powersOfTwo[1023 - k] = powersOfTwo[1024 - k] * 0.5;
}

function powerOfTwo(k: number): number {
  return powersOfTwo[k + 1023];
}

export function exponentOf(x: number): number {
  double[0] = x;
  return ((words[high] >>> 20) & 0x7ff) - 1023;
}

function mantissaOf(x: number): number {
  double[0] = x;
  words[high] = (words[high] & 0x000fffff) | 0x3ff00000;
  return double[0];
}

/** The arithmetic of plain doubles: what every other instance must agree with, bit for bit. */
export const scalarArithmetic: Arithmetic<number> = {
  constant: (x) => x,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  negate: (a) => -a,
  abs: Math.abs,
  sqrt: Math.sqrt,
  floor: Math.floor,
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  less: (a, b) => (a < b ? 1 : 0),
  lessOrEqual: (a, b) => (a <= b ? 1 : 0),
  greater: (a, b) => (a > b ? 1 : 0),
  greaterOrEqual: (a, b) => (a >= b ? 1 : 0),
  equal: (a, b) => (a === b ? 1 : 0),
  select: (test, a, b) => (test !== 0 ? a : b),
  powerOfTwo,
  exponentOf,
  mantissaOf,
  repeat(start, goOn, step, most) {
    let states = start;
    for (let round = 0; round < most && goOn(states) !== 0; round++) states = step(states);
    return states;
  },
};
