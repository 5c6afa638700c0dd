import { expect, test } from "vitest";
import { binaryColumn, selectColumn, unaryColumn } from "../../engine/kernel/columns.ts";
import { binary, select, unary } from "../../engine/kernel/operations.ts";
import type { BinaryOperation, UnaryOperation } from "../../engine/model/graph.ts";

/** Numbers at which operations differ in the last bit or in sign if their loops stray from the definition. */
const awkward = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2.5,
  -2.5,
  1e-320,
  -1e-320,
  1e308,
  -1e308,
  3,
  Math.PI,
  1 / 3,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
  0.49999999999999994,
  4503599627370495.5,
];
const pairs = awkward.flatMap((a) => awkward.map((b) => [a, b] as const));
const as = Float64Array.from(pairs, ([a]) => a);
const bs = Float64Array.from(pairs, ([, b]) => b);

/** Places where a column differs from the meaning, bit for bit. */
const differing = (out: Float64Array, meaning: (i: number) => number): readonly string[] =>
  [...out].flatMap((x, i) => (Object.is(x, meaning(i)) ? [] : [`at ${as[i]}, ${bs[i]}: ${x}, not ${meaning(i)}`]));

test("every loop over a column does what the operation means", () => {
  for (const operation of Object.keys(unary) as UnaryOperation[]) {
    const out = new Float64Array(as.length);
    unaryColumn(operation, as, out);
    expect(
      differing(out, (i) => unary[operation](as[i])),
      operation,
    ).toEqual([]);
  }
});

test("every loop over two operands does what the operation means, for columns and numbers on either side", () => {
  for (const operation of Object.keys(binary) as BinaryOperation[]) {
    const meaning = binary[operation];
    const out = new Float64Array(as.length);
    binaryColumn(operation, as, bs, out);
    expect(
      differing(out, (i) => meaning(as[i], bs[i])),
      operation,
    ).toEqual([]);
    for (const number of awkward) {
      binaryColumn(operation, as, number, out);
      expect(
        differing(out, (i) => meaning(as[i], number)),
        `${operation} ${number}`,
      ).toEqual([]);
      binaryColumn(operation, number, bs, out);
      expect(
        differing(out, (i) => meaning(number, bs[i])),
        `${number} ${operation}`,
      ).toEqual([]);
    }
  }
});

test("select takes the first where the test is true; NaN and 0 are not", () => {
  const out = new Float64Array(as.length);
  selectColumn(as, bs, 7, out);
  expect(differing(out, (i) => select(as[i], bs[i], 7))).toEqual([]);
  expect(select(Number.NaN, 1, 2)).toBe(2);
  expect(select(-0, 1, 2)).toBe(2);
  expect(select(-3, 1, 2)).toBe(1);
});
