import seedrandom from "seedrandom";
import { expect, test } from "vitest";
import { correctSelection, rankProbabilities } from "../../engine/decision/selection.ts";
import { normalCdf } from "../../engine/numeric/elementary.ts";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";

const even = (seed: string, n: number) => {
  const next = seedrandom(seed);
  return Array.from({ length: n }, () => normalQuantile(next()));
};

test("of ten equal proposals with as much noise as spread, the best promises 2.176 and delivers half of it", () => {
  const rounds = 20_000;
  const values = even("values", 10 * rounds);
  const noise = even("noise", 10 * rounds);
  const sums = { promised: 0, delivered: 0, expected: 0, squares: 0 };
  for (let round = 0; round < rounds; round++) {
    const own = Array.from({ length: 10 }, (_, k) => 10 * round + k);
    const estimates = own.map((at) => values[at] + noise[at]);
    const picked = estimates.indexOf(Math.max(...estimates));
    sums.promised += estimates[picked];
    sums.delivered += values[own[picked]];
    sums.expected += estimates[picked] / 2;
    sums.squares += (values[own[picked]] - estimates[picked] / 2) ** 2;
    if (round > 0) continue;
    const found = correctSelection(
      estimates.map((estimate) => ({ estimate, standardError: 1 })),
      { mean: 0, sd: 1 },
    );
    expect([found.picked, found.best]).toEqual([picked, picked]);
    expect(found.promised).toBe(estimates[picked]);
    expect(found.expected).toBeCloseTo(estimates[picked] / 2, 14);
    expect(found.disappointment).toBeCloseTo(estimates[picked] / 2, 14);
  }
  // The largest of ten standard normal values is 1.53875 on the mean, with a standard deviation of 0.58681.
  const standardError = (Math.SQRT2 * 0.58681) / Math.sqrt(rounds);
  expect(Math.abs(sums.promised / rounds - 1.5387527308351 * Math.SQRT2)).toBeLessThan(4 * standardError);
  expect((1.5387527308351 * Math.SQRT2).toFixed(3)).toBe("2.176");
  // Shrunken, the promise is what is delivered: what is left over is the noise of the truth around it, half a variance.
  expect(Math.abs(sums.delivered - sums.expected) / rounds).toBeLessThan(4 * Math.sqrt(0.5 / rounds));
  expect(Math.abs(sums.squares / rounds - 0.5)).toBeLessThan(4 * Math.sqrt(0.5 / rounds));
});

test("a less certain proposal that promises more may be the worse one to pick", () => {
  const found = correctSelection(
    [
      { estimate: 2, standardError: 0.5 },
      { estimate: 3, standardError: 3 },
    ],
    { mean: 0, sd: 1 },
  );
  expect([found.picked, found.best]).toEqual([1, 0]);
  expect(found.expected).toBeCloseTo(0.3, 14);
});

test("two values: which is higher is known in closed form", () => {
  const [first, second] = rankProbabilities([
    { mean: 1, sd: 2 },
    { mean: 0, sd: 1 },
  ]);
  const chance = normalCdf(1 / Math.sqrt(5));
  for (const [found, known] of [
    [first[0], chance],
    [first[1], 1 - chance],
    [second[0], 1 - chance],
    [second[1], chance],
  ])
    expect(found).toBeCloseTo(known, 9);
});

test("ranks of several sum to one by proposal and by rank; equal ones share them; numbers without spread are in order", () => {
  const several = rankProbabilities([3, 1, 1, -2].map((mean, k) => ({ mean, sd: 1 + k })));
  for (const own of several) expect(own.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 8);
  for (const rank of [0, 1, 2, 3]) expect(several.reduce((sum, own) => sum + own[rank], 0)).toBeCloseTo(1, 8);
  const equal = rankProbabilities(Array.from({ length: 5 }, () => ({ mean: 7, sd: 2 })));
  for (const chance of equal.flat()) expect(chance).toBeCloseTo(0.2, 9);
  const numbers = [
    { mean: 2, sd: 0 },
    { mean: 2, sd: 0 },
    { mean: 5, sd: 0 },
  ];
  expect(rankProbabilities(numbers)).toEqual([
    [0, 1, 0],
    [0, 0, 1],
    [1, 0, 0],
  ]);
});

test("nothing to pick from is refused", () => {
  expect(() => correctSelection([], { mean: 0, sd: 1 })).toThrow(RangeError);
});
