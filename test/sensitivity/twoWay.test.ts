import { expect, test } from "vitest";
import { twoWay } from "../../engine/sensitivity/twoWay.ts";
import { lines } from "./lines.ts";

test("the mean of a sum where two terms are known", async () => {
  const [{ at, cells, inputs }] = (await twoWay(lines(), ["m/a", "m/b"], { levels: [0.1, 0.5, 0.9] }))!;
  expect(inputs).toEqual(["m/a", "m/b"]);
  expect(cells.map((row) => row.length)).toEqual([3, 3, 3]);
  cells.forEach((row, i) => {
    row.forEach((cell, j) => {
      expect(cell!.value).toBeCloseTo(2 * at[0][i] + 3 * at[1][j] - 10, 9);
    });
  });
});

test("an input on which nothing depends can't be held", async () => {
  await expect(twoWay(lines(), ["m/a", "m/unused"])).rejects.toThrow(RangeError);
});
