import type { Expression } from "../wasm/expression.ts";

/** Between which finite numbers a value lies whatever the draw, so that it is never NaN. */
export type Range = readonly [number, number];

/*
 * Rounding keeps order, so the same operation on the ends, rounded the same way, gives the ends of what comes out. Where an
 * end is not finite, nothing is known.
 */
function around(a: number, b: number): Range | undefined {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return undefined;
  return a <= b ? [a, b] : [b, a];
}

function aroundBoth(one: Range | undefined, other: Range | undefined): Range | undefined {
  return one && other && around(Math.min(one[0], other[0]), Math.max(one[1], other[1]));
}

export const rangeOfSum = ({ range: a }: Expression, { range: b }: Expression): Range | undefined =>
  a && b && around(a[0] + b[0], a[1] + b[1]);

export const rangeOfDifference = ({ range: a }: Expression, { range: b }: Expression): Range | undefined =>
  a && b && around(a[0] - b[1], a[1] - b[0]);

export const rangeOfProduct = ({ range: a }: Expression, { range: b }: Expression): Range | undefined =>
  a && b && aroundBoth(around(a[0] * b[0], a[0] * b[1]), around(a[1] * b[0], a[1] * b[1]));

export const rangeOfFloor = ({ range: a }: Expression): Range | undefined =>
  a && around(Math.floor(a[0]), Math.floor(a[1]));

export function rangeOfSize({ range: a }: Expression): Range | undefined {
  if (a === undefined) return undefined;
  const [low, high] = [Math.abs(a[0]), Math.abs(a[1])];
  return a[0] <= 0 && a[1] >= 0 ? [0, Math.max(low, high)] : around(low, high);
}

/** Of one or the other. */
export const rangeOfChoice = ({ range: a }: Expression, { range: b }: Expression): Range | undefined =>
  aroundBoth(a, b);

/** Whether every value of the one is below every value of the other. */
export const isBelow = ({ range: a }: Expression, { range: b }: Expression): boolean =>
  a !== undefined && b !== undefined && a[1] < b[0];

/** Whether no value of the one is below any of the other. */
export const isNotBelow = ({ range: a }: Expression, { range: b }: Expression): boolean =>
  a !== undefined && b !== undefined && a[0] >= b[1];

/** Whether a value surely lies between two numbers. */
export const liesWithin = ({ range }: Expression, low: number, high: number): boolean =>
  range !== undefined && range[0] >= low && range[1] <= high;
