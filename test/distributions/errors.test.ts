import { expect, test } from "vitest";
import { describe, distributions } from "../../engine/distributions/index.ts";
import { largestErrors } from "./errors.ts";

/* Every family is held to the reference; `npm run accuracy` prints the largest error of each. */

test("every family is held to the reference, and none errs more than it allows", () => {
  const errors = largestErrors();
  // the reference has no histogram: it is a quantile table in other words, see below
  const held = Object.keys(distributions).filter((family) => family !== "histogram");
  expect([...errors.keys()].sort()).toEqual(held.sort());
  for (const [family, { share }] of errors) expect(share, family).toBeLessThanOrEqual(1);
});

test("a histogram is the quantile table of its chips", () => {
  const chips = describe({
    family: "histogram",
    parameters: {},
    lists: { edges: [2, 5, 8, 17, 40], chips: [1, 4, 10, 5] },
  });
  const lists = { levels: [0, 0.05, 0.25, 0.75, 1], values: [2, 5, 8, 17, 40] };
  const table = describe({ family: "quantileTable", parameters: {}, lists });
  for (const x of [1, 2, 3.7, 5, 7.9, 8, 12, 39.99, 40, 41]) {
    expect(chips.density(x)).toBeCloseTo(table.density(x), 14);
    expect(chips.cdf(x)).toBeCloseTo(table.cdf(x), 14);
    expect(chips.upper(x)).toBeCloseTo(table.upper(x), 14);
  }
  for (const u of [0, 1e-9, 0.01, 0.05, 0.3, 0.9]) {
    expect(chips.quantile(u)).toBeCloseTo(table.quantile(u), 12);
    expect(chips.upperQuantile(u)).toBeCloseTo(table.upperQuantile(u), 12);
  }
  expect([chips.mean, chips.variance, chips.skewness]).toEqual(
    [table.mean, table.variance, table.skewness].map((x) => expect.closeTo(x, 10)),
  );
});
