import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { checkText } from "../scenarios/check.ts";
import { priceFiles } from "../scenarios/files.ts";
import { readPriceIndex, readUnitCosts } from "../scenarios/unitCosts/readUnitCosts.ts";

/* Every example of docs/scenario.md is checked: the first is a whole scenario, the others replace sections of it. */

const root = resolve(import.meta.dirname, "..");
const text = readFileSync(resolve(root, "docs/scenario.md"), "utf8");
const [whole, ...fragments] = [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map((match) => match[1]);

/** What is wrong with a file, as data: nothing, where it holds. */
function found(source: string): readonly unknown[] {
  const outcome = checkText(source, "docs.yaml", priceFiles());
  return outcome.ok ? outcome.scenario.warnings : outcome.issues;
}

/** A file's text by section. */
const sections = (source: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    source.split(/^(?=[A-Za-z])/m).map((section) => [section.slice(0, section.indexOf(":")), section]),
  );

test("the whole scenario passes the check, without a warning", () => {
  expect(found(whole)).toEqual([]);
});

describe("fragments, in place of the whole scenario's sections", () => {
  test.each(fragments.map((fragment) => [fragment.split("\n").slice(0, 2).join(" "), fragment]))(
    "%s",
    (_, fragment) => {
      const text = Object.values({ ...sections(whole), ...sections(fragment) }).join("");
      // What only the replaced section used is no fault of the fragment, nor that it shows one thing and leaves out another.
      const unused = ["quantityUnused", "sourceUnused", "cashableMissing"];
      expect((found(text) as { readonly code: string }[]).filter(({ code }) => !unused.includes(code))).toEqual([]);
    },
  );
});

test("every section of the format is explained", () => {
  const schema = JSON.parse(readFileSync(resolve(root, "scenarios/scenario.schema.json"), "utf8"));
  const keys = Object.keys(schema.properties).filter((key) => key !== "$schema");
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(text))).toEqual([]);
});

test("the files on the page of unit costs can be read", () => {
  const page = readFileSync(resolve(root, "docs/unit-costs.md"), "utf8");
  const [costs, index] = [...page.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, file]) => file);
  expect(readUnitCosts(costs, "local.yaml")).toMatchObject({ ok: true });
  expect(readPriceIndex(index, "later-years.yaml")).toMatchObject({ ok: true });
});
