import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { words } from "../../report/words/index.ts";

const sources = readdirSync("report", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.startsWith("words"))
  .map((name) => readFileSync(join("report", name), "utf8"))
  .join("\n");

test("every word is said somewhere", () => {
  // Some names are made of two parts: the figure, the row of the logic model, the evidence, what a cost is for, how a run ended.
  const made = /^(?:f|r|e|category|ended|s_(?:cost|benefit|cashable))(?:_|Discounted|$)|^s_(?:cost|benefit|cashable)$/;
  const unused = Object.keys(words.en).filter(
    (key) => !made.test(key) && !new RegExp(`"${key}"|words\\.${key}\\b`).test(sources),
  );
  expect(unused).toEqual([]);
});

test("no part of the words says again what another says: the later would take the earlier's place unseen", () => {
  const keysIn = (file: string) =>
    [...readFileSync(join("report/words", file), "utf8").matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key);
  const shared = readdirSync("report/words")
    .filter((file) => !["en.ts", "sv.ts", "index.ts"].includes(file))
    .flatMap((file) => [...new Set(keysIn(file))]);
  for (const own of [shared, [...keysIn("en.ts"), ...shared], [...keysIn("sv.ts"), ...shared]]) {
    expect(own.filter((key, index) => own.indexOf(key) !== index)).toEqual([]);
  }
});
