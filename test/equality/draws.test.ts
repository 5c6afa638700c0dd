import fc from "fast-check";
import { expect, test } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import { checkSpec, type Family, transformOf } from "../../engine/distributions/index.ts";
import { fillScores, largestScore } from "../../engine/random/score.ts";
import { randomParameters } from "../distributions/families.ts";
import { compiledScores, spanned, transformDifferences } from "./drawParts.ts";
import { houseSpecs } from "./specs.ts";

/* Draws far out in the tails and at the seams of tables, which a run meets once in 10^9: the same bits in both kernels. */

const scores = new Float64Array(blockSize);

/** Sets of ten words whose spans hold the ends of the range, the median from both sides, and all octaves between. */
const lowest = Uint32Array.from({ length: 10 }, (_, bit) => 1 << bit);
const highest = Uint32Array.from({ length: 10 }, (_, bit) => 1 << (31 - bit));
const everyThird = Uint32Array.from({ length: 10 }, (_, bit) => 1 << (3 * bit + 2));
const runs = Uint32Array.from({ length: 10 }, (_, bit) => -1 >>> (3 * bit));
const firsts = [0, -1, 0x7fffffff, -0x80000000, 1 << 14, (1 << 20) - 512, 0x55555555, ~(1 << 24)];

test("scores of integers at the ends, at the median and at the seams of octaves", () => {
  for (const words of [lowest, highest, everyThird, runs]) {
    const compiled = compiledScores(words);
    for (const first of firsts) {
      const integers = spanned(first, words);
      fillScores(integers, scores);
      const got = compiled(first);
      const wrong = Array.from(integers).filter((_, j) => !Object.is(scores[j], got[j]));
      expect(wrong).toEqual([]);
    }
  }
});

/** The 256 scores next to either end, and some of every size between. */
const outer = Float64Array.from({ length: blockSize }, (_, i) => {
  const size = i < 512 ? 5.5 + ((i >> 1) * 0.84) / 255 : ((i - 512) >> 1) / 47;
  return i % 2 === 0 ? size : -size;
});
const ends = Int32Array.from({ length: blockSize }, (_, i) => (i % 2 === 0 ? i >> 1 : ~(i >> 1)));

test("values of the outermost scores: every distribution with parameters in the house, and random ones of every family", () => {
  fillScores(ends, scores);
  expect(Math.max(...scores)).toBeLessThanOrEqual(largestScore);
  expect(Math.min(...scores)).toBeGreaterThanOrEqual(-largestScore);
  for (const spec of houseSpecs)
    for (const z of [scores, outer])
      expect(transformDifferences(transformOf(spec), z), JSON.stringify(spec)).toEqual([]);
  for (const [family, parameters] of Object.entries(randomParameters) as [Family, fc.Arbitrary<never>][])
    fc.assert(
      fc.property(parameters, (given) => {
        const spec = { family, parameters: given };
        if (checkSpec(spec).length > 0) return;
        expect(transformDifferences(transformOf(spec), outer), JSON.stringify(spec)).toEqual([]);
      }),
      { seed: 41, numRuns: 15 },
    );
});
