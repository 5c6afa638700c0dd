import { expect, test } from "vitest";
import { attainableSpearman } from "../../engine/dependence/attainable.ts";
import { sampleCorrelations } from "../../engine/dependence/sampleCorrelations.ts";
import { ranks } from "../../engine/numeric/ranks.ts";

test("continuous margins attain all", () => {
  expect(attainableSpearman("continuous", "continuous")).toEqual([-1, 1]);
});

test("a coin and a continuous margin: √(3p(1 − p))", () => {
  for (const p of [0.5, 0.1, 0.003]) {
    const [low, high] = attainableSpearman([1 - p, p], "continuous");
    expect(high).toBeCloseTo(Math.sqrt(3 * p * (1 - p)), 14);
    expect(low).toBeCloseTo(-high, 15);
    expect(attainableSpearman("continuous", [1 - p, p])).toEqual([low, high]);
  }
});

test("two coins: the largest correlation is √(odds ratio), the lowest that of P(both) = max(0, p + q − 1)", () => {
  const [p, q] = [0.2, 0.5];
  const [low, high] = attainableSpearman([1 - p, p], [1 - q, q]);
  expect(high).toBeCloseTo(Math.sqrt((p * (1 - q)) / (q * (1 - p))), 14);
  expect(low).toBeCloseTo((Math.max(0, p + q - 1) - p * q) / Math.sqrt(p * (1 - p) * q * (1 - q)), 14);
});

test("equal margins attain 1, mirrored ones −1; otherwise as ranks of samples put together both ways", () => {
  const steps = [0.1, 0.25, 0.05, 0.6];
  expect(attainableSpearman(steps, steps)[1]).toBeCloseTo(1, 14);
  expect(attainableSpearman(steps, [...steps].reverse())[0]).toBeCloseTo(-1, 14);

  const counts = [
    [20, 50, 10, 120],
    [60, 60, 80],
  ];
  const [x, y] = counts.map((each) => Float64Array.from(each.flatMap((n, value) => Array<number>(n).fill(value))));
  const spearman = (a: Float64Array, b: Float64Array) => sampleCorrelations([ranks(a), ranks(b)])[0][1];
  const [low, high] = attainableSpearman(counts[0], counts[1]);
  expect(high).toBeCloseTo(spearman(x, y), 13);
  expect(low).toBeCloseTo(spearman(x, y.slice().reverse()), 13);
});
