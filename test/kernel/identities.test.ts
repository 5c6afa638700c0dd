import { expect, test } from "vitest";
import { passes } from "../../engine/kernel/identities.ts";
import { binary } from "../../engine/kernel/operations.ts";
import type { BinaryOperation } from "../../engine/model/graph.ts";

const numbers = [0, -0, 1, -1, 0.1, 5e-324, 1.7976931348623157e308, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

test("what is left out gives its operand, bit for bit, whatever that is", () => {
  let left = 0;
  for (const by of Object.keys(binary) as BinaryOperation[])
    for (const known of numbers)
      for (const x of [...numbers, Number.NaN]) {
        if (passes(by, undefined, known) === 0)
          expect(Object.is(binary[by](x, known), x), `${x} ${by} ${known}`).toBe(true);
        if (passes(by, known, undefined) === 1)
          expect(Object.is(binary[by](known, x), x), `${known} ${by} ${x}`).toBe(true);
        if (passes(by, known, known) !== undefined) left++;
      }
  expect(left).toBeGreaterThan(0);
});
