import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binomialCount } from "../../engine/numeric/counts.ts";
import { normalQuantile, normalUpperQuantile } from "../../engine/numeric/normalQuantile.ts";
import { reference } from "../reference.ts";
import { exactBinomialCdf, exactNormalTail, one, quotient } from "./exactTails.ts";
import { binomialBrackets } from "./tailBrackets.ts";

/** The smallest tail that a score without correlation has. */
const smallestTail = 2 ** -33;

/** Score of the nearer tail of a count, and how far a relative change of the tail by `by` moves it. */
function scoreOf(tail: number, lower: boolean, by: number) {
  const z = normalQuantile(tail);
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  return { z: lower ? z : -z, apart: Math.max((by * tail) / density, 4e-16 * Math.abs(z)) };
}

describe("binomial counts", () => {
  test("quantiles of the reference", () => {
    const wrong: string[] = [];
    for (const { id, family, params, p, quantile } of reference("distributions-discrete").cases) {
      if (family !== "binomial" && family !== "bernoulli") continue;
      p.forEach((u: number, i: number) => {
        const score = u < 0.5 ? normalQuantile(u) : normalUpperQuantile(1 - u);
        const count = binomialCount(score, params.n ?? 1, params.p);
        if (count !== quantile[i]) wrong.push(`${id} at ${u}: ${count}, not ${quantile[i]}`);
      });
    }
    expect(wrong).toEqual([]);
  });

  test("change where the tail is exactly that of the score, to a trillionth of the tail", () => {
    const within = 1e-12;
    const wrong: string[] = [];
    let thresholds = 0;
    for (const size of [1, 2, 3, 7, 20, 41, 60])
      for (const probability of [1e-9, 1e-3, 0.02, 0.1, 0.2, 1 / 3, 0.5, 0.62, 0.85, 0.97, 0.9999])
        exactBinomialCdf(size, probability).forEach((below, k) => {
          const above = one - below;
          const lower = below < above;
          const exact = lower ? below : above;
          const tail = quotient(exact, one);
          if (tail < smallestTail || exact === above) return;
          const { z, apart } = scoreOf(tail, lower, within);
          // The score itself is put to the proof: the exact tail lies between those a little farther in and out.
          const far = Math.abs(z);
          expect(exactNormalTail(far + apart) < exact && exact < exactNormalTail(Math.max(0, far - apart))).toBe(true);
          const counts = [binomialCount(z - apart, size, probability), binomialCount(z + apart, size, probability)];
          if (counts[0] !== k || counts[1] !== k + 1) wrong.push(`${k} of ${size}, ${probability}, at ${z}: ${counts}`);
          thresholds++;
        });
    expect(wrong).toEqual([]);
    expect(thresholds).toBeGreaterThan(250);
  });

  test("tails of both sides fit the score, for sizes up to a million and rare events", () => {
    expect(binomialBrackets(6000, 7)).toEqual([]);
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
      { seed: 3, numRuns: 3000 },
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
