import { expect, test } from "vitest";
import { fineGuide } from "../../engine/kernel/compile/draws/fineGuide.ts";

/* A finer guide leads to the piece in which a score lies; where rounding could tell it from the table's own, that one stays. */

const below = (end: number, start: number) => end < start;
const upTo = (end: number, start: number) => end <= start;
const guideOf = (ends: Float64Array, bins: number, isPassed: typeof below) =>
  Int32Array.from({ length: bins }, (_, bin) => ends.filter((end) => isPassed(end, (18 / bins) * bin - 9)).length);

test("a finer guide leads to the piece where a bin begins", () => {
  const ends = Float64Array.of(-2.7, -0.4, 0.1, 0.11, 3.3);
  const fine = fineGuide(ends, guideOf(ends, 6, below), below);
  expect(fine.length).toBe(1022);
  expect(fine).toEqual(guideOf(ends, fine.length, below));
  const many = Float64Array.from({ length: 200 }, (_, i) => (i - 99.7) / 40);
  expect(fineGuide(many, guideOf(many, 201, below), below).length).toBe(2046);
});

test("an end at the edge of a bin leads both guides alike or keeps the table's own", () => {
  const median = Float64Array.of(0);
  // The median is the edge of a bin in both, then in neither.
  expect(fineGuide(median, guideOf(median, 2, upTo), upTo).length).toBe(1022);
  expect(fineGuide(median, guideOf(median, 3, upTo), upTo).length).toBe(1021);
  const quarters = Float64Array.of(-4.5, 0);
  const own = guideOf(quarters, 4, upTo);
  expect(fineGuide(quarters, own, upTo)).toBe(own);
  // A guide that begins one piece too early never leads past an end, whatever the rounding.
  expect(fineGuide(quarters, Int32Array.of(0, 0, 0, 1), below).length).toBe(1022);
});

test("a guide that is fine already stays", () => {
  const ends = Float64Array.from({ length: 3000 }, (_, i) => (i - 1499.3) / 400);
  const own = guideOf(ends, 3001, below);
  expect(fineGuide(ends, own, below)).toBe(own);
});
