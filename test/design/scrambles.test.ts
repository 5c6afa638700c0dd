import { expect, test } from "vitest";
import { passes } from "../random/quality/tests.ts";
import { bad, ours } from "./quality/coordinates.ts";
import { qualityOf, uneven } from "./quality/nets.ts";
import { acrossSuites, mutualIndependence, relations, uniformity } from "./quality/scrambles.ts";

/* The thin form of test/long/generators.test.ts: fewer scrambles. */

const seeds = 300;
const refused = (found: Readonly<Record<string, number>>) => Object.keys(found).filter((name) => !passes(found[name]));

test("points are uniform, and related as nested scrambling has them, over scrambles", () => {
  expect(refused(uniformity(ours, seeds, [1, 2, 3]))).toEqual([]);
  expect(refused({ ...relations(ours, seeds, 1), ...relations(ours, seeds, 3) })).toEqual([]);
  expect(refused(uniformity(bad.noShift, seeds, [2]))).toContain("dimension 2, point 0: whole");
  expect(refused(relations(bad.shiftAlone, seeds, 1))).toContain("dimension 1, points 6 apart: digits that agree");
});

test("replicates, coordinates and suites are independent", () => {
  expect(refused(mutualIndependence(ours, seeds))).toEqual([]);
  expect(refused(mutualIndependence(bad.oneReplicate, seeds))).toEqual([
    "16 replicates: correlations",
    "16 replicates: cells of pairs",
  ]);
  expect(passes(acrossSuites(ours, 4 * seeds).p)).toBe(true);
});

test("every dyadic run of a suite is a net, whatever the scramble and the order", () => {
  for (let seed = 1; seed <= 3; seed++) {
    const suite = ours(seed, 5, 2).map((replicates) => replicates[1]);
    for (let s = 1; s <= suite.length; s++)
      for (const m of [0, 1, 5, 8])
        for (const run of [0, 5]) expect(uneven(suite.slice(0, s), run * 2 ** m, m, qualityOf[s])).toEqual([]);
    // The quality is the one stated, not better: the count can fail.
    expect(uneven(suite.slice(0, 3), 0, 8, 0)).not.toEqual([]);
  }
});
