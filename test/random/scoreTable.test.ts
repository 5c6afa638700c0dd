import { expect, test } from "vitest";
import { decodeDoubles } from "../../engine/numeric/decodeDoubles.ts";
import { fitScores } from "../../engine/random/fitScores.ts";
import { scoreTable } from "../../engine/random/score.ts";

test("the table of scores that is kept is the one its definition gives, to the bit", () => {
  const bits = (table: Float64Array) => Buffer.from(table.buffer).toString("hex");
  expect(scoreTable()).toHaveLength(4 * 32 * 64);
  expect(bits(scoreTable())).toBe(bits(fitScores()));
});

test("doubles come back from base64 as they were", () => {
  const values = Float64Array.of(1, -0, Number.NaN, Number.NEGATIVE_INFINITY, 5e-324, 0.1, 1 / 3);
  const text = Buffer.from(values.buffer).toString("base64");
  expect(text.endsWith("=")).toBe(true);
  expect(decodeDoubles(`\n${text.slice(0, 21)}\n${text.slice(21)}\n`)).toEqual(values);
});
