import { expect, test } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import { fillScores, largestScore } from "../../engine/random/score.ts";
import { compiledScores, spanned } from "../equality/drawParts.ts";

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
