import { expect, test } from "vitest";
import { checkSpec, distributions, type Family } from "../../engine/distributions/index.ts";
import { demanding } from "./families.ts";
import { familyLaws, scores } from "./familyLaws.ts";
import { drawsAreQuantiles } from "./laws.ts";

/* A few random members of every family; `test/long/distributions.test.ts` asks of many more. */

/** Tables of tails that are cut and heavy are long. */
const heavy: ReadonlySet<Family> = new Set(["studentT", "cauchy", "mixture"]);
for (const family of Object.keys(distributions) as Family[]) familyLaws(family, heavy.has(family) ? 2 : 6, 464);

test.each(Object.entries(demanding))("%s: draws are quantiles", (_, spec) => {
  expect(checkSpec(spec)).toEqual([]);
  drawsAreQuantiles(spec, scores(1000));
});
