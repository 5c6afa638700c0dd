import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scalarArithmetic } from "../../engine/numeric/arithmetic.ts";
import { binomialCount, negativeBinomialCount, poissonCount } from "../../engine/numeric/counts.ts";
import { normalTail } from "../../engine/numeric/elementary.ts";
import { normalQuantile, normalUpperQuantile } from "../../engine/numeric/normalQuantile.ts";
import { binomialCountProgram } from "../../engine/numeric/programs/binomialCount.ts";
import { negativeBinomialCountProgram } from "../../engine/numeric/programs/negativeBinomialCount.ts";
import { poissonCountProgram } from "../../engine/numeric/programs/poissonCount.ts";
import { reference } from "../reference.ts";
import { exactBinomialCdf, exactNormalTail, exactPoissonCdf, one, quotient } from "./exactTails.ts";
import {
  binomialBrackets,
  hardestCounts,
  negativeBinomialBrackets,
  plainUniforms,
  poissonBrackets,
} from "./tailBrackets.ts";

/** The smallest tail that a score without correlation has. */
const smallestTail = 2 ** -33;

/** Score of the nearer tail of a count, and how far a relative change of the tail by `by` moves it. */
function scoreOf(tail: number, lower: boolean, by: number) {
  const z = normalQuantile(tail);
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  return { z: lower ? z : -z, apart: Math.max((by * tail) / density, 4e-16 * Math.abs(z)) };
}

/** How far around a threshold counts are asked for: a trillionth of the tail. */
const within = 1e-12;

/** Thresholds of a count, exact by whole numbers, at which it is not what it should be; and how many there are. */
function wrongThresholds(cdf: readonly bigint[], count: (score: number) => number) {
  let thresholds = 0;
  const wrong = cdf.flatMap((below, k) => {
    const above = one - below;
    const lower = below < above;
    const exact = lower ? below : above;
    const tail = quotient(exact, one);
    if (tail < smallestTail || exact === above) return [];
    const { z, apart } = scoreOf(tail, lower, within);
    // The score itself is put to the proof: the exact tail lies between those a little farther in and out.
    const far = Math.abs(z);
    expect(exactNormalTail(far + apart) < exact && exact < exactNormalTail(Math.max(0, far - apart))).toBe(true);
    thresholds++;
    const counts = [count(z - apart), count(z + apart)];
    return counts[0] === k && counts[1] === k + 1 ? [] : [`${counts}, not ${[k, k + 1]}, around ${z}`];
  });
  return { wrong, thresholds };
}

/** Counts of the reference that are not its quantiles. */
function wrongQuantiles(families: readonly string[], count: (score: number, params: Record<string, number>) => number) {
  return reference("distributions-discrete").cases.flatMap(({ id, family, params, p, quantile }) => {
    if (!families.includes(family)) return [];
    return p.flatMap((u: number, i: number) => {
      const got = count(u < 0.5 ? normalQuantile(u) : normalUpperQuantile(1 - u), params);
      return got === quantile[i] ? [] : [`${id} at ${u}: ${got}, not ${quantile[i]}`];
    });
  });
}

test("the smallest change of a score near a threshold is told, for all magnitudes of size, mean and probability", () => {
  expect(hardestCounts(6000, 11)).toEqual([]);
});

test("the written-out functions equal their programs", () => {
  const o = scalarArithmetic;
  const next = plainUniforms(3);
  const wrong: string[] = [];
  for (let i = 0; i < 12_000; i++) {
    const z = 14 * (next() - 0.5);
    const mean = 10 ** (8 * next() - 2);
    const share = i % 2 === 0 ? next() : 10 ** (-5 * next());
    const size = Math.ceil(mean / share);
    if (!Object.is(binomialCount(z, size, share), binomialCountProgram(o, z, size, share)))
      wrong.push(`binomial at ${z} of ${size}, ${share}`);
    if (!Object.is(poissonCount(z, mean), poissonCountProgram(o, z, mean))) wrong.push(`Poisson at ${z}, mean ${mean}`);
    if (!Object.is(negativeBinomialCount(z, mean, share), negativeBinomialCountProgram(o, z, mean, share)))
      wrong.push(`negative binomial at ${z}, mean ${mean}, dispersion ${share}`);
  }
  expect(wrong).toEqual([]);
});

describe("binomial counts", () => {
  test("quantiles of the reference", () => {
    expect(wrongQuantiles(["binomial", "bernoulli"], (z, { n = 1, p }) => binomialCount(z, n, p))).toEqual([]);
  });

  test("change where the tail is exactly that of the score", () => {
    let all = 0;
    for (const size of [1, 2, 3, 7, 20, 41, 60])
      for (const probability of [1e-9, 1e-3, 0.02, 0.1, 0.2, 1 / 3, 0.5, 0.62, 0.85, 0.97, 0.9999]) {
        const cdf = exactBinomialCdf(size, probability);
        const { wrong, thresholds } = wrongThresholds(cdf, (z) => binomialCount(z, size, probability));
        expect(wrong, `of ${size}, ${probability}`).toEqual([]);
        all += thresholds;
      }
    expect(all).toBeGreaterThan(300);
  });

  test("tails of both sides fit the score, for sizes up to a million and rare events", () => {
    expect(binomialBrackets(3000, 7)).toEqual([]);
  });

  test("of sizes up to a billion change where they must, to some 1e-11 of the tail", () => {
    const wrong: string[] = [];
    for (const [size, probability, k, z] of reference("binomial-thresholds").cases) {
      const far = Math.abs(z);
      const { apart } = scoreOf(normalTail(far), z < 0, size > 1e7 ? 2e-11 : 1e-12);
      const counts = [z - apart, z + apart].map((score) => binomialCount(score, size, probability));
      if (counts[0] !== k || counts[1] !== k + 1) wrong.push(`${counts}, not ${[k, k + 1]}, of ${size}`);
    }
    expect(wrong).toEqual([]);
  });

  test("equal tails count as reached", () => {
    for (const size of [1, 3, 5, 21, 99]) expect(binomialCount(0, size, 0.5)).toBe((size - 1) / 2);
    expect(binomialCount(0, 2, 0.5)).toBe(1);
  });

  test("never decrease with the score", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -7, max: 7, noNaN: true }),
        fc.double({ min: 1e-9, max: 0.5, noNaN: true }),
        fc.integer({ min: 0, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (z, step, size, probability) => {
          const low = binomialCount(z, size, probability);
          expect(binomialCount(z + step, size, probability)).toBeGreaterThanOrEqual(low);
        },
      ),
      { seed: 3, numRuns: 1500 },
    );
  });

  test("certain and impossible ones, and operands out of range", () => {
    expect(binomialCount(1, 0, 0.3)).toBe(0);
    expect(binomialCount(6, 12, 0)).toBe(0);
    expect(binomialCount(-6, 12, 1)).toBe(12);
    expect(binomialCount(15, 1e9, 1e-300)).toBe(0);
    expect(binomialCount(Number.POSITIVE_INFINITY, 20, 0.2)).toBe(20);
    expect(binomialCount(Number.NEGATIVE_INFINITY, 20, 0.2)).toBe(0);
    for (const [z, size, probability] of [
      [Number.NaN, 5, 0.5],
      [0, Number.NaN, 0.5],
      [0, 5, Number.NaN],
      [0, 2.5, 0.5],
      [0, -1, 0.5],
      [0, 1e9 + 1, 0.5],
      [0, 5, -1e-9],
      [0, 5, 1.000001],
    ])
      expect(binomialCount(z, size, probability)).toBeNaN();
  });
});

describe("Poisson counts", () => {
  test("quantiles of the reference", () => {
    expect(wrongQuantiles(["poisson"], (z, params) => poissonCount(z, params.mean))).toEqual([]);
  });

  test("change where the tail is exactly that of the score", () => {
    let all = 0;
    for (const mean of [1e-6, 0.01, 0.3, 1, 2.5, 7, 11.9, 12.1, 30, 55]) {
      const cdf = exactPoissonCdf(mean, Math.ceil(mean + 8 * Math.sqrt(mean) + 12));
      const { wrong, thresholds } = wrongThresholds(cdf, (z) => poissonCount(z, mean));
      expect(wrong, `mean ${mean}`).toEqual([]);
      all += thresholds;
    }
    expect(all).toBeGreaterThan(90);
  });

  test("tails of both sides fit the score, for means up to a million and rare events", () => {
    expect(poissonBrackets(3000, 5)).toEqual([]);
  });

  test("never decrease with the score", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -7, max: 7, noNaN: true }),
        fc.double({ min: 1e-9, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (z, step, mean) => {
          expect(poissonCount(z + step, mean)).toBeGreaterThanOrEqual(poissonCount(z, mean));
        },
      ),
      { seed: 4, numRuns: 1000 },
    );
  });

  test("none expected, and operands out of range", () => {
    expect(poissonCount(6, 0)).toBe(0);
    expect(poissonCount(15, 1e-300)).toBe(0);
    expect(poissonCount(-15, 1e9)).toBeLessThan(1e9);
    for (const [z, mean] of [
      [Number.NaN, 5],
      [0, Number.NaN],
      [0, -1],
      [0, 1e9 + 1],
    ])
      expect(poissonCount(z, mean)).toBeNaN();
  });
});

/** Mean and dispersion of the reference's ways to give a negative binomial distribution. */
function momentsOf({ mean, size, prob, sd }: Record<string, number>): readonly [number, number] {
  if (prob !== undefined) return [(size * (1 - prob)) / prob, 1 / size];
  return [mean, size === undefined ? (sd ** 2 - mean) / mean ** 2 : 1 / size];
}

describe("negative binomial counts", () => {
  test("quantiles of the reference", () => {
    const count = (z: number, params: Record<string, number>) => negativeBinomialCount(z, ...momentsOf(params));
    expect(wrongQuantiles(["negativeBinomial"], count)).toEqual([]);
  });

  test("of dispersion 1 are geometric: P(X > k) = q^(k + 1)", () => {
    const wrong: string[] = [];
    for (const mean of [0.05, 0.7, 3, 24, 999, 1e6])
      for (const [steps, k] of [0, 1, 2, 5, 10, 20].map((x) => [x, Math.round((x * (1 + mean)) / 3)])) {
        const upper = Math.exp(-(k + 1) * Math.log1p(1 / mean));
        const lower = -Math.expm1(-(k + 1) * Math.log1p(1 / mean));
        const tail = Math.min(lower, upper);
        if (tail < smallestTail) continue;
        const { z, apart } = scoreOf(tail, lower < upper, 1e-11);
        const counts = [z - apart, z + apart].map((score) => negativeBinomialCount(score, mean, 1));
        if (counts[0] !== k || counts[1] !== k + 1) wrong.push(`${counts}, not ${[k, k + 1]}, mean ${mean}, ${steps}`);
      }
    expect(wrong).toEqual([]);
  });

  test("tails of both sides fit the score, for means up to a hundred thousand and dispersion up to a hundred", () => {
    expect(negativeBinomialBrackets(1500, 9)).toEqual([]);
  });

  test("without dispersion are Poisson counts", () => {
    for (let score = -6; score <= 6; score += 0.37)
      for (const mean of [0.01, 1, 7, 60, 5000]) {
        expect(negativeBinomialCount(score, mean, 0)).toBe(poissonCount(score, mean));
        expect(negativeBinomialCount(score, mean, 1e-20)).toBe(poissonCount(score, mean));
      }
  });

  test("never decrease with the score", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -7, max: 7, noNaN: true }),
        fc.double({ min: 1e-9, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (z, step, mean, dispersion) => {
          const low = negativeBinomialCount(z, mean, dispersion);
          expect(negativeBinomialCount(z + step, mean, dispersion)).toBeGreaterThanOrEqual(low);
        },
      ),
      { seed: 5, numRuns: 1000 },
    );
  });

  test("none expected, and operands out of range", () => {
    expect(negativeBinomialCount(6, 0, 1)).toBe(0);
    expect(negativeBinomialCount(15, 1e-300, 2)).toBe(0);
    expect(Object.is(negativeBinomialCount(-3, 2, 5), 0)).toBe(true);
    for (const [z, mean, dispersion] of [
      [Number.NaN, 5, 1],
      [0, Number.NaN, 1],
      [0, 5, Number.NaN],
      [0, -1, 1],
      [0, 1e9 + 1, 1],
      [0, 5, -1e-9],
      [0, 5, 1001],
    ])
      expect(negativeBinomialCount(z, mean, dispersion)).toBeNaN();
  });
});

describe("counts over a net of scores", () => {
  const points = 4096;
  /** One score in each interval of a 4,096th of probability, as a net of scores in one dimension has them. */
  const scores = Array.from({ length: points }, (_, i) => normalQuantile((i + ((i * 0.618) % 1)) / points));

  /**
   * Every P(X ≤ k) is met within 1/4,096, so a mean misses by (highest − lowest + 1)/4,096 at the most, and the mean of squares
   * by as much again times twice the largest count; what lies beyond the outermost scores is far less.
   */
  test.each([
    [20, 0.2],
    [20, 0.93],
    [300, 0.5],
    [5000, 0.001],
  ])("of %d, %d: mean and variance", (size, probability) => {
    const drawn = scores.map((z) => binomialCount(z, size, probability));
    const expected = size * probability;
    const mean = drawn.reduce((sum, x) => sum + x, 0) / points;
    const range = Math.max(...drawn) - Math.min(...drawn) + 1;
    expect(Math.abs(mean - expected)).toBeLessThan(range / points);
    const variance = drawn.reduce((sum, x) => sum + (x - expected) ** 2, 0) / points;
    expect(Math.abs(variance - expected * (1 - probability))).toBeLessThan(range ** 2 / points);
  });

  test("of a size that is a count itself: a Poisson count of successes, thinned", () => {
    // Scores of size and of success in every pair of 64 × 64 intervals.
    const root = 64;
    const score = (i: number) => normalQuantile((i + 0.5) / root);
    let [sum, squares] = [0, 0];
    for (let i = 0; i < root; i++)
      for (let j = 0; j < root; j++) {
        const x = binomialCount(score(i), poissonCount(score(j), 40), 0.3);
        sum += x;
        squares += x * x;
      }
    const mean = sum / points;
    // Poisson with mean 12: the mean misses by 1/128 of the ranges of both, the variance by what lies beyond the scores.
    expect(Math.abs(mean - 12)).toBeLessThan((30 + 0.3 * 32) / 128);
    expect(Math.abs(squares / points - mean ** 2 - 12)).toBeLessThan(0.6);
  });
});
