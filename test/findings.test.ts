import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findings } from "../engine/findings/index.ts";
import { ruleWords } from "../engine/findings/rules.ts";
import { say } from "../engine/issues.ts";

const folder = new URL("../engine/findings/", import.meta.url);
const groups = readdirSync(folder).filter((name) => !["index.ts", "finding.ts", "rules.ts"].includes(name));

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

test("rules in words: beside their symbols where broken, alone in what to do; numbers that would be possible stay", () => {
  const impossible = (rule: string, possible: string) =>
    say({ code: "distributionImpossible", with: { rule, values: "of 12", possible } }, "sv");
  expect(impossible("low < high", "low < high")).toEqual({
    found:
      "Värdena är omöjliga, för det måste vara så att den undre änden ligger under den övre (low < high); här of 12",
    mend: "Ange värden så att den undre änden ligger under den övre",
  });
  expect(impossible("low < high", "low < 3").mend).toBe("Ange värden så att low < 3");
  expect(impossible("sd > 0", "sd > 0").mend).toBe("Ange värden så att sd > 0");
});

test("every rule that has words is a rule of the code", () => {
  const code = ["engine", "scenarios"].flatMap((room) => {
    const path = new URL(`../${room}/`, import.meta.url);
    const files = readdirSync(path, { recursive: true, encoding: "utf8" });
    return files
      .filter((name) => name.endsWith(".ts") && !name.endsWith("rules.ts"))
      .map((name) => readFileSync(new URL(name, path), "utf8"));
  });
  const text = code.join("\n");
  // these two are put together where they are broken, from a family's ends and from what is listed
  const made = ["0 < x < ∞", "n(weights) = n(experts)"];
  expect(Object.keys(ruleWords).filter((rule) => !text.includes(`"${rule}"`) && !made.includes(rule))).toEqual([]);
});
