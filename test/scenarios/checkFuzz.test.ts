import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { say } from "../../engine/issues.ts";
import { checkText, checkValue } from "../../scenarios/check.ts";
import { catalogueFile, catalogueIds } from "../../scenarios/files.ts";
import { renderIssue } from "../../scenarios/render.ts";

const texts = catalogueIds().map((id) => readFileSync(catalogueFile(id), "utf8"));

const head = "format: utfall-scenario/1\nid: a\ntitle: A\nquantities:\n";

/** Whatever is done to a file, checking it gives an outcome whose problems can be shown. */
function survives(text: string): void {
  const outcome = checkText(text, "a.yaml");
  const issues = outcome.ok ? outcome.scenario.warnings : outcome.issues;
  expect(outcome.ok || issues.length > 0).toBe(true);
  for (const issue of issues) {
    expect(issue.at?.line).toBeGreaterThan(0);
    expect(renderIssue(issue, text, "sv").length).toBeGreaterThan(20);
    expect(say(issue, "en").found).not.toContain("undefined");
  }
}

const pieces = [
  "{",
  "}",
  "[",
  "]",
  ":",
  "- ",
  "#",
  "*",
  "&a ",
  "!",
  "|",
  ">",
  "'",
  '"',
  "%",
  "@",
  "`",
  ",",
  "\n",
  "  ",
  "\t",
  "=",
  "= min(a, b)",
  "1,5",
  "007",
  "0x10",
  "1e400",
  ".inf",
  "NaN",
  "null",
  "~",
  "true",
  "unit: kr",
  "over60",
  "relapse",
  "net",
  "mean",
  "-",
  "\u2212",
  "ö",
  "\u0000",
  "__proto__: 1",
  "constructor: 1",
  "<<: *a",
];

test("letters put in, taken out and changed", () => {
  const change = fc.record({
    text: fc.constantFrom(...texts),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.integer({ min: 0, max: 12 }),
    put: fc.constantFrom("", ...pieces),
  });
  fc.assert(
    fc.property(change, ({ text, at, cut, put }) => {
      const from = Math.floor(at * text.length);
      survives(text.slice(0, from) + put + text.slice(from + cut));
    }),
    { numRuns: 40 },
  );
});

test("lines left out, doubled and moved", () => {
  const change = fc.record({
    text: fc.constantFrom(...texts),
    from: fc.nat(400),
    to: fc.nat(400),
    way: fc.constantFrom("drop", "double", "swap", "indent"),
  });
  fc.assert(
    fc.property(change, ({ text, from, to, way }) => {
      const lines = text.split("\n");
      const a = from % lines.length;
      const b = to % lines.length;
      if (way === "drop") lines.splice(a, 1 + (b % 5));
      else if (way === "double") lines.splice(a, 0, lines[b]);
      else if (way === "swap") [lines[a], lines[b]] = [lines[b], lines[a]];
      else lines[a] = `  ${lines[a]}`;
      survives(lines.join("\n"));
    }),
    { numRuns: 40 },
  );
});

test("values of any kind in any place", () => {
  const strange = fc.constantFrom<unknown>(
    0,
    -1,
    1e308,
    "",
    " ",
    "x",
    "= x",
    "= (",
    "5 kr",
    "120 %",
    true,
    null,
    [],
    [[]],
    {},
    { a: 1 },
    { mean: 1 },
    { low: 1, best: 2, high: 3 },
    { as: "beta" },
    { value: {} },
    ["a", 1],
    { en: "x" },
    { over60: 1, others: 2 },
    "all",
    "to horizon",
  );
  const contents = catalogueIds().map((id) => {
    const outcome = checkText(readFileSync(catalogueFile(id), "utf8"), id);
    if (!outcome.ok) throw new Error(id);
    return JSON.stringify(outcome.scenario.content);
  });
  fc.assert(
    fc.property(fc.constantFrom(...contents), fc.nat(), strange, fc.boolean(), (content, choice, put, remove) => {
      const value = JSON.parse(content) as Record<string, unknown>;
      const places: [Record<string, unknown>, string][] = [];
      const walk = (own: unknown) => {
        if (typeof own !== "object" || own === null) return;
        for (const key of Object.keys(own)) {
          places.push([own as Record<string, unknown>, key]);
          walk((own as Record<string, unknown>)[key]);
        }
      };
      walk(value);
      const [holder, key] = places[choice % places.length];
      if (remove) delete holder[key];
      else holder[key] = put;
      const outcome = checkValue(value);
      if (!outcome.ok) {
        expect(outcome.issues.length).toBeGreaterThan(0);
        for (const issue of outcome.issues) expect(say(issue, "sv").found).not.toMatch(/undefined|\[object/);
      } else
        expect(checkValue(JSON.parse(JSON.stringify(outcome.scenario.content)))).toMatchObject({
          ok: true,
          scenario: { hash: outcome.scenario.hash },
        });
    }),
    { numRuns: 120 },
  );
});

test.each([
  ["a value repeated many times", `a:\n${"- 1\n".repeat(200_000)}`, "fileTooMany"],
  [
    "a chain of names",
    `${head}${Array.from({ length: 3000 }, (_, i) => `  k${i}: = k${i + 1} + 1\n`).join("")}  k3000: 1`,
    "chainTooLong",
  ],
  [
    "names that double at each step",
    `${head}${Array.from({ length: 120 }, (_, i) => `  k${i}: = k${i + 1} + k${i + 1}\n`).join("")}  k120: = nobody`,
    "unknownName",
  ],
  ["many aliases", Array.from({ length: 200 }, (_, i) => `a${i}: &a${i} 1\nb${i}: *a${i}\n`).join(""), "fileAliases"],
  ["brackets without end", `a: ${"[".repeat(5000)}`, "yamlUnreadable"],
  ["a line without end", `a: b: ${"c".repeat(500_000)}`, "yamlTwoColons"],
])(
  "%s is refused soon, and in few words",
  (_, text, code) => {
    const outcome = checkText(text, "a.yaml");
    const issues = outcome.ok ? [] : outcome.issues;
    expect(issues.map((issue) => issue.code)).toContain(code);
    for (const issue of issues) expect(renderIssue(issue, text, "en").length).toBeLessThan(1000);
  },
  20_000,
);
