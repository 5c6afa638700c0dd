import { expect, test } from "vitest";
import { binomialBrackets, hardestCounts, negativeBinomialBrackets, poissonBrackets } from "../numeric/tailBrackets.ts";

/* Millions of counts of all magnitudes against tails that were computed another way. */

test("scores a hair from a threshold: no approximation shows", () => {
  for (let start = 1; start <= 10; start++) expect(hardestCounts(300_000, start)).toEqual([]);
});

test("tails of both sides fit the score", () => {
  expect(binomialBrackets(1_000_000, 1)).toEqual([]);
  expect(poissonBrackets(500_000, 1)).toEqual([]);
  expect(negativeBinomialBrackets(200_000, 1)).toEqual([]);
});
