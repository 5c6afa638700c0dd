import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { findings } from "../engine/findings/index.ts";
import { say } from "../engine/issues.ts";

const folder = new URL("../engine/findings/", import.meta.url);
const groups = readdirSync(folder).filter((name) => !["index.ts", "finding.ts"].includes(name));

test("every code stands in one group only, and every group is in the table", async () => {
  const codes: string[] = [];
  for (const group of groups)
    for (const exported of Object.values(await import(new URL(group, folder).href)))
      codes.push(...Object.keys(exported as object));
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  expect([...codes].sort()).toEqual(Object.keys(findings).sort());
});

test("both languages say the same values, in one sentence without a full stop", () => {
  const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const [code, { found, mend }] of Object.entries(findings)) {
    for (const words of [found, mend]) {
      expect(placeholders(words.sv), code).toEqual(placeholders(words.en));
      expect(words.en.trim(), code).not.toBe("");
      expect(words.sv.trim(), code).not.toBe("");
      expect(words.en, code).not.toMatch(/\.$/);
      expect(words.sv, code).not.toMatch(/\.$/);
    }
  }
});

test("words are filled from the issue's values", () => {
  const issue = { code: "drawsRounded", with: { asked: 5, design: "sobol", draws: 16_384 } } as const;
  expect(say(issue, "en").found).toBe("5 draws were asked for; the sobol design takes 16384");
  expect(say(issue, "sv").found).toContain("5 dragningar");
});
