import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkText } from "../../scenarios/check.ts";
import { renderIssue } from "../../scenarios/render.ts";

const file = new URL("./broken/decimal-comma.yaml", import.meta.url);

function shown(text: string, language: "en" | "sv"): string {
  const outcome = checkText(text, "plan.yaml");
  if (outcome.ok) throw new Error("nothing is wrong");
  return renderIssue(outcome.issues[0], text, language);
}

test("place, what was found, the line with a mark under it, and what would be right", () => {
  const text = readFileSync(file, "utf8").replace(/ +#!.*/, "");
  expect(shown(text, "en")).toBe(
    [
      "plan.yaml:13:29: error: 0,75 has a decimal comma",
      " 13 |   reach: { low: 60 %, best: 0,75, high: 90 % }",
      "    |                             ^^^^",
      "  → Write 0.75, with a decimal point",
    ].join("\n"),
  );
  expect(shown(text, "sv")).toBe(
    [
      "plan.yaml:13:29: fel: 0,75 har decimalkomma",
      " 13 |   reach: { low: 60 %, best: 0,75, high: 90 % }",
      "    |                             ^^^^",
      "  → Skriv 0.75, med decimalpunkt",
    ].join("\n"),
  );
});

test("the mark stands under its place after tabs, a byte-order mark and on a very long line", () => {
  const tabs = "\ufeffformat: utfall-scenario/1\nid: a\ntitle: A\npriceYear:\t12,5\n";
  expect(shown(tabs, "en").split("\n").slice(1, 3)).toEqual([" 4 | priceYear:\t12,5", "   |           \t^^^^"]);
  const long = `format: utfall-scenario/1\nid: a\ntitle: A\nquantities: { ${Array.from({ length: 30 }, (_, i) => `quantity${i}: ${i}`).join(", ")}, wrong: 0x10 }\n`;
  const [, line, mark] = shown(long, "en").split("\n");
  expect(line.length).toBeLessThan(130);
  expect(line.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1)).toBe("0x10");
});

test("without a file the path stands for the place", () => {
  expect(renderIssue({ code: "keyMissing", path: "costs.team.paidBy", with: { key: "paidBy" } }, "", "sv")).toBe(
    "costs.team.paidBy: fel: paidBy saknas\n  → Lägg till en rad paidBy: …",
  );
});
