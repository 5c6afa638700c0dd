import { expect, test } from "vitest";
import { demanding, onePerFamily } from "../distributions/families.ts";
import { outermostDifferences } from "./outermost.ts";

/* Values far out in the tails, which a run meets once in 10^9 draws: the same bits in both kernels. */

test.each(Object.entries({ ...onePerFamily, ...demanding }))("%s", (_, spec) => {
  expect(outermostDifferences(spec)).toEqual([]);
});
