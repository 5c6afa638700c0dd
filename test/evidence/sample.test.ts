import { describe, expect, test } from "vitest";
import { batchMeans } from "../../engine/evidence/sample/batchMeans.ts";
import { describeSample } from "../../engine/evidence/sample/describeSample.ts";
import { sizeForHalfWidth } from "../../engine/evidence/sample/intervals.ts";
import { kolmogorovLimit, kolmogorovPValue, twoSamplePValue } from "../../engine/evidence/sample/kolmogorov.ts";
import { weightedSample } from "../../engine/evidence/sample/weightedSample.ts";
import { exactSum } from "../../engine/numeric/exactSum.ts";
import { misses } from "../accuracy/answer.ts";
import { statisticsAnswers } from "../accuracy/statistics.ts";
import { reference } from "../reference.ts";

/* Every case of the reference file on statistics, and what it cannot tell. */

const { cases } = reference("statistics");

describe("every case of the reference", () => {
  test.each(cases)("$id", (known) => {
    expect(misses(statisticsAnswers[known.kind](known))).toEqual([]);
  });
});

test("what is no sample is said", () => {
  expect(() => describeSample([])).toThrow("n ≥ 1");
  expect(() => describeSample([1, Number.POSITIVE_INFINITY])).toThrow("−∞ < x < ∞");
  expect(() => describeSample([1, Number.NaN])).toThrow("−∞ < x < ∞");
  expect(describeSample([5])).toMatchObject({ n: 1, mean: 5, sd: undefined, skewness: undefined });
});

test("what is no weight is said", () => {
  expect(() => weightedSample([1, 2], [1])).toThrow("n = weights");
  expect(() => weightedSample([1, 2], [1, -1])).toThrow("weight ≥ 0");
  expect(() => weightedSample([1, 2], [0, 0])).toThrow("Σ weight > 0");
});

test("batches there must be", () => {
  expect(() => batchMeans(Float64Array.of(1, 2, 3), 1)).toThrow("2 ≤ batches");
});

test("how many are needed for an interval of a tenth of a standard deviation on each side", () => {
  for (const known of cases.filter(({ kind }) => kind === "meanInterval"))
    expect(sizeForHalfWidth(0.1, known.level)).toBe(known.nForHalfWidthTenthOfSd);
});

test("the exact chances tend to the limit law, and have their known ends", () => {
  // one value: P(D ≥ d) = 2(1 − d) for d ≥ ½
  expect(kolmogorovPValue(1, 0.7)).toBeCloseTo(0.6, 14);
  // two: 1 − 2(2d − ½)² up to one half, 2(1 − d)² beyond
  expect(kolmogorovPValue(2, 0.4)).toBeCloseTo(1 - 2 * (0.8 - 0.5) ** 2, 14);
  expect(kolmogorovPValue(2, 0.6)).toBeCloseTo(2 * 0.4 ** 2, 14);
  expect([kolmogorovPValue(5, 0), kolmogorovPValue(5, 1)]).toEqual([1, 0]);
  // d + 1/(6n) in the limit law is right to the order 1/n
  const [n, d] = [1500, 0.03];
  const x = Math.sqrt(n) * d + 1 / (6 * Math.sqrt(n));
  expect(kolmogorovPValue(n, d)).toBeCloseTo(kolmogorovLimit(x), 3);
  expect(kolmogorovPValue(5000, 0.02)).toBe(kolmogorovLimit(Math.sqrt(5000) * 0.02));
  for (const around of [0.999999999, 1]) expect(kolmogorovLimit(around)).toBeCloseTo(0.26999967167735456, 8);
  expect(twoSamplePValue(2, 2, 1)).toBeCloseTo(1 / 3, 15);
  expect(twoSamplePValue(1500, 1500, 0.05)).toBe(kolmogorovLimit(0.05 * Math.sqrt(750)));
});

test("rounded once, to even at exactly one half", () => {
  expect(exactSum([])).toBe(0);
  expect(exactSum([1, 2 ** -53])).toBe(1);
  expect(exactSum([1, 2 ** -53, 2 ** -110])).toBe(1 + 2 ** -52);
  expect(exactSum([1 + 2 ** -52, 2 ** -53, -(2 ** -110)])).toBe(1 + 2 ** -52);
  expect(exactSum([1e308, -1e308, 5])).toBe(5);
});
