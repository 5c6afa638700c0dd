import { expect, test } from "vitest";
import { expOfSums, normalTails } from "../../engine/numeric/columns.ts";
import { expOfSum, normalTail } from "../../engine/numeric/elementary.ts";

/* Columns give what their functions give one by one, to the bit, for any count and any neighbours. */

const special = [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324, -5e-324, 1e300, -1e300];

function mixed(span: number, length: number): Float64Array {
  // Awkward numbers stand beside ordinary ones, in first and in second place of a pair.
  const ordinary = (i: number) => (((i * 7919) % 1999) / 999.5 - 1) * span;
  return Float64Array.from({ length }, (_, i) => (i % 5 === 0 ? special[(i / 5) % special.length] : ordinary(i)));
}

test.each([1, 2, 3, 1023, 1024])("%i exponentials", (count) => {
  for (const span of [1, 50, 699.9, 720, 760]) {
    const x = mixed(span, count);
    const low = Float64Array.from(x, (_, i) => (i % 3 === 0 ? 0 : 1e-13 * (i % 7)));
    const expected = x.map((value, i) => expOfSum(value, low[i]));
    const out = new Float64Array(count + 1).fill(7);
    expOfSums(x, low, out, count);
    expect([...out]).toEqual([...expected, 7]);
    expOfSums(x, low, x, count);
    expect([...x]).toEqual([...expected]);
  }
});

test.each([1, 2, 3, 1023, 1024])("%i tails", (count) => {
  for (const span of [1, 9, 36, 38, 45, 1e200]) {
    const z = mixed(span, count + 3);
    const out = new Float64Array(count + 1).fill(7);
    normalTails(z, 3, out, count);
    expect([...out]).toEqual([...z.subarray(3).map(normalTail), 7]);
  }
});
