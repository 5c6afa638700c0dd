import fc from "fast-check";
import { expect, test } from "vitest";
import { vectorArithmetic } from "../../engine/kernel/compile/vector.ts";
import type { Expression } from "../../engine/kernel/wasm/expression.ts";
import { local } from "../../engine/kernel/wasm/expression.ts";

/* What the arithmetic of vectors says of where a value lies is true of every value, and of nothing it can't know. */

const o = vectorArithmetic();
const unknown = local("v128", 0);
const number = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(0, -0, 1, -1, 1e-320, 1e200));
/** An interval, and a number in it. */
const interval = fc.tuple(number, number, fc.double({ min: 0, max: 1, noNaN: true })).map(([a, b, share]) => {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  return { low, high, x: Math.max(low, Math.min(high, low + share * (high - low))) };
});

const unary = { abs: Math.abs, floor: Math.floor } as const;
const binary = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
} as const;

test("results lie in their ranges", () => {
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      const [left, right] = [a, b].map(({ low, high }) => o.within(unknown, low, high));
      const holds = ({ range }: Expression, x: number) => range === undefined || (x >= range[0] && x <= range[1]);
      for (const [name, f] of Object.entries(unary))
        expect(holds(o[name as keyof typeof unary](left), f(a.x))).toBe(true);
      for (const [name, f] of Object.entries(binary))
        expect(holds(o[name as keyof typeof binary](left, right), f(a.x, b.x))).toBe(true);
    }),
    { seed: 5, numRuns: 500 },
  );
});

test("a lesser and a greater are left out where the ranges decide, and only there", () => {
  const z = o.within(unknown, -36, 36);
  const forty = o.constant(40);
  expect(o.min(z, forty)).toBe(z);
  expect(o.min(forty, z)).toBe(z);
  expect(o.max(z, forty)).toBe(forty);
  expect(o.max(o.constant(-746), z)).toBe(z);
  expect([z, o.constant(36)]).not.toContain(o.min(z, o.constant(36)));
  expect([unknown, forty]).not.toContain(o.min(unknown, forty));
  // Zeros of either sign are equal, but not the same.
  const zero = o.constant(0);
  const below = o.within(unknown, -1, 0);
  expect([below, zero]).not.toContain(o.max(below, zero));
});

test("a comparison is left out where the ranges decide, and only there", () => {
  const [low, high] = [o.within(unknown, -2, 1), o.within(unknown, 1, 3)];
  const zero = o.constant(0);
  const one = o.constant(1);
  expect([o.less(high, low), o.greater(low, high), o.equal(high, zero)]).toEqual([zero, zero, zero]);
  expect([o.lessOrEqual(low, high), o.greaterOrEqual(high, low), o.less(low, o.constant(2))]).toEqual([one, one, one]);
  // Both may be 1.
  const open = [o.less(low, high), o.greater(high, low), o.lessOrEqual(high, low), o.equal(low, high)];
  for (const test of [...open, o.less(unknown, zero)]) expect(test.constant).toBeUndefined();
  expect(o.select(o.less(high, low), unknown, low)).toBe(low);
  expect(o.select(o.greaterOrEqual(high, low), unknown, low)).toBe(unknown);
});

test("what is chosen lies where one or the other does", () => {
  const test = o.less(unknown, o.constant(0));
  expect(o.select(test, o.constant(2), o.within(unknown, -1, 1)).range).toEqual([-1, 2]);
  expect(o.select(test, o.constant(2), unknown).range).toBeUndefined();
});

test("0 is not taken away, −0 is", () => {
  expect(o.subtract(unknown, o.constant(0))).toBe(unknown);
  expect(o.subtract(unknown, o.constant(-0))).not.toBe(unknown);
});

test("a sum that may pass the largest number has no range", () => {
  const large = o.within(unknown, 0, 1e308);
  expect(o.add(large, large).range).toBeUndefined();
  expect(o.add(unknown, o.constant(1)).range).toBeUndefined();
});

test("a power of two goes into the exponent only where the result is surely normal", () => {
  expect(o.scaledNormal!(unknown, o.within(unknown, -1000, 0))).toBeDefined();
  expect(o.scaledNormal!(unknown, o.within(unknown, -1075, 0))).toBeUndefined();
  expect(o.scaledNormal!(unknown, o.within(unknown, 0, 1024))).toBeUndefined();
  expect(o.scaledNormal!(unknown, unknown)).toBeUndefined();
});
