import fc from "fast-check";
import { expect, test } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import { checkSpec, distributions, type Family } from "../../engine/distributions/index.ts";
import { fillScores, largestScore } from "../../engine/random/score.ts";
import { randomMember } from "../distributions/families.ts";
import { compiledScores, spanned } from "../equality/drawParts.ts";
import { outermostDifferences } from "../equality/outermost.ts";
import { houseSpecs } from "../equality/specs.ts";

/* The parts of the compiled kernel that make inputs, where runs hardly come: the same bits as the interpreter's. */

test("all 2^32 scores: the compiled kernel's are the interpreter's, never decreasing, symmetric, within their range", () => {
  const words = Uint32Array.from({ length: 10 }, (_, bit) => 1 << bit);
  const compiled = compiledScores(words);
  const mirrored = compiledScores(words);
  const scores = new Float64Array(blockSize);
  let compared = 0;
  let different = 0;
  let decreasing = 0;
  let unlike = 0;
  let last = Number.NEGATIVE_INFINITY;
  // By unsigned value, which is the lower probability, up to the median; the other half is the mirror image.
  for (let block = 0; block < 2 ** 21; block++) {
    fillScores(spanned(block * blockSize, words), scores);
    const low = compiled(block * blockSize);
    const high = mirrored(~(block * blockSize));
    for (let j = 0; j < blockSize; j++) {
      if (!Object.is(low[j], scores[j])) different++;
      if (!Object.is(high[j], -scores[j])) unlike++;
      if (!(scores[j] >= last)) decreasing++;
      last = scores[j];
    }
    compared += 2 * blockSize;
  }
  expect({ compared, different, decreasing, unlike }).toEqual({
    compared: 2 ** 32,
    different: 0,
    decreasing: 0,
    unlike: 0,
  });
  expect(last).toBeLessThan(0);
  fillScores(spanned(0, words), scores);
  expect(scores[0]).toBeGreaterThan(-largestScore);
});

test("values of the outermost scores: every distribution with parameters in the house, and random ones of every family", () => {
  for (const spec of houseSpecs) expect(outermostDifferences(spec), JSON.stringify(spec)).toEqual([]);
  for (const family of Object.keys(distributions) as Family[])
    fc.assert(
      fc.property(randomMember(family), (spec) => {
        if (checkSpec(spec).length === 0) expect(outermostDifferences(spec), JSON.stringify(spec)).toEqual([]);
      }),
      { seed: 41, numRuns: 50 },
    );
});
