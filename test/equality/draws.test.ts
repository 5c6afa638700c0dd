import fc from "fast-check";
import { expect, test } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import { checkSpec, type Family, transformOf } from "../../engine/distributions/index.ts";
import { fillScores, largestScore } from "../../engine/random/score.ts";
import { randomParameters } from "../distributions/families.ts";
import { transformDifferences } from "./drawParts.ts";
import { houseSpecs } from "./specs.ts";

/* Values far out in the tails, which a run meets once in 10^9 draws: the same bits in both kernels. */

const scores = new Float64Array(blockSize);

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
