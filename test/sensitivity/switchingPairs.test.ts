import { expect, test } from "vitest";
import { type SwitchingPair, switchingPairs } from "../../engine/sensitivity/switchingPairs.ts";
import { namesOfDraws } from "../../report/sensitivity/naming.ts";
import { pairSentences } from "../../report/sensitivity/pairs.ts";
import { lines } from "./lines.ts";

test("the line on which a sum crosses its threshold", async () => {
  const [y, positive] = (await switchingPairs(lines({ inputs: ["m/b", "m/a"] })))!;
  // 2·a + 3·b = 10 with both held; a from some 1.2 to 4.8 is all there is.
  for (const { curves } of [y, positive]) {
    expect(curves![0]).toMatchObject({ input: "m/b", ofInput: "m/a" });
    expect(curves![0].points.length).toBeGreaterThan(1);
    for (const { at, figure } of curves![0].points) expect(figure.value).toBeCloseTo((10 - 3 * at) / 2, 3);
  }
  // With nothing else left to chance, the probability jumps from 0 to 1.
  const { low, high, value } = positive.curves![0].points[0].figure;
  expect(low <= value && value <= high && high - low < 1e-3).toBe(true);
  expect(y.rows[0].figures.atMedian.value).toBeCloseTo(2, 3);
  const [{ points }] = y.more!.pairs as SwitchingPair[];
  expect(points[4].second.stays).toBe("above");
  const [, middle, end] = pairSentences(y, namesOfDraws("lines", "en"));
  expect(end).toMatch(/^Where “m\/b” is 3\.8\d*, no value of “m\/a” flips it\.$/);
  expect(middle).toMatch(/^Where “m\/b” is 2\.0\d*, the answer about “y” flips as “m\/a” passes 2\.0\d* \(/);
});

test("with noise beside the two, the interval holds the line", async () => {
  const [coined] = (await switchingPairs(lines({ outputs: ["coined"], inputs: ["m/a", "m/b"], design: "plain" })))!;
  // 2·a + 3·b − 10 + 4·0.3 − 1 = 0.
  for (const { at, figure } of coined.curves![0].points) {
    expect(figure.se).toBeGreaterThan(0);
    expect(Math.abs(figure.value - (9.8 - 2 * at) / 3)).toBeLessThan(4 * figure.se);
  }
});
