import { describe, expect, test } from "vitest";
import { crossCorrelation } from "./quality/correlation.ts";
import { badSequence, badSideBySide, controls, sequences, sideBySide } from "./quality/sequences.ts";
import { passes, tests } from "./quality/tests.ts";

/* The thin form of test/long/generators.test.ts: shorter sequences, two of the controls. */

const n = 2 ** 16;
const found = (words: Uint32Array) => Object.entries(tests).map(([name, p]) => [name, p(words)] as const);

describe("passes every test", () => {
  const { "seedrandom's xor128": xor128, "seedrandom's alea": alea } = controls;
  test.each(Object.entries({ ...sequences, xor128, alea }))("%s", (_, make) => {
    expect(found(make(n)).filter(([, p]) => !passes(p))).toEqual([]);
  });
  test.each(Object.entries(sideBySide))("%s side by side", (_, make) => {
    expect(passes(crossCorrelation(make(16, 4096)))).toBe(true);
  });
});

test("every test refuses a generator with 65,536 states", () => {
  expect(found(badSequence(n)).filter(([, p]) => passes(p))).toEqual([]);
  expect(passes(crossCorrelation(badSideBySide(16, 4096)))).toBe(false);
});
