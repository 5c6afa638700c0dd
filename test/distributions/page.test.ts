import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { distributions, type Family } from "../../engine/distributions/index.ts";
import { largestErrors } from "./errors.ts";
import { onePerFamily } from "./families.ts";
import { indexPage, pageOf, pictureOf } from "./familyPage.ts";
import { plotOf } from "./plot.ts";

/* The pages are made from the table of families. When a test says that one is stale: vitest run test/distributions/page.test.ts -u */

const families = Object.keys(distributions) as Family[];
const folder = "../../docs/distributions";
const errors = largestErrors();

test.each(families)("%s: its page and its pictures are those of the table", async (family) => {
  await expect(pageOf(family, errors.get(family))).toMatchFileSnapshot(`${folder}/${family}.md`);
  await expect(pictureOf(family)).toMatchFileSnapshot(`${folder}/${family}.svg`);
  await expect(plotOf(onePerFamily[family])).toMatchFileSnapshot(`${folder}/small/${family}.svg`);
});

test("docs/distributions.md lists them all", async () => {
  await expect(indexPage()).toMatchFileSnapshot("../../docs/distributions.md");
});

test("no page is left of a family that is gone", () => {
  const expected = families.flatMap((family) => [`${family}.md`, `${family}.svg`, `small/${family}.svg`]);
  const there = readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: "utf8" });
  expect(there.filter((file) => file.includes(".")).sort()).toEqual(expected.sort());
});
