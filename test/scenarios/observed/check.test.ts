import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findings } from "../../../engine/findings/index.ts";
import { observedFindings } from "../../../engine/findings/observed.ts";
import { say, severityOf } from "../../../engine/issues.ts";
import type { CheckedScenario } from "../../../scenarios/checked.ts";
import { catalogueFile, checkFile } from "../../../scenarios/files.ts";
import { checkObserved, checkObservedValue } from "../../../scenarios/observed/check.ts";
import { renderIssue } from "../../../scenarios/render.ts";

const known = new Map<string, CheckedScenario>();
function scenarioOf(id: string): CheckedScenario {
  const found = known.get(id);
  if (found !== undefined) return found;
  const outcome = checkFile(catalogueFile(id));
  if (!outcome.ok) throw new Error(`${id} has errors`);
  known.set(id, outcome.scenario);
  return outcome.scenario;
}

const folder = new URL("./broken/", import.meta.url);
/** `#! code` stands on the line that is wrong, `#v code` above it; the first line says which scenario it is about. */
const broken = readdirSync(folder).map((name) => {
  const text = readFileSync(new URL(name, folder), "utf8");
  const against = /^# against: (\S+)/.exec(text)![1];
  const expected = text.split("\n").flatMap((line, index) => {
    const mark = /#([!v]) (.*)$/.exec(line);
    return mark === null ? [] : mark[2].split(", ").map((code) => `${index + (mark[1] === "!" ? 1 : 2)} ${code}`);
  });
  return { name, text, expected, against };
});

test.each(broken)("$name: says what is wrong, where, and nothing else", ({ name, text, expected, against }) => {
  const outcome = checkObserved(text, name, scenarioOf(against));
  const issues = outcome.ok ? [] : outcome.issues;
  const errors = issues.filter((issue) => severityOf(issue) === "error");
  expect(errors.map((issue) => `${issue.at?.line} ${issue.code}`).sort()).toEqual([...expected].sort());
  expect(expected.length).toBeGreaterThan(0);
  for (const issue of issues) {
    for (const language of ["en", "sv"] as const) {
      expect(renderIssue(issue, text, language)).toMatch(new RegExp(`^${name}:\\d+:\\d+: `));
      const { found, mend } = say(issue, language);
      expect(`${found}. ${mend}`).not.toMatch(/undefined|\[object|\?/);
    }
  }
});

test("every finding of the checker has a broken file", () => {
  const told = new Set(broken.flatMap(({ expected }) => expected.map((line) => line.split(" ")[1])));
  const elsewhere = ["observedVersion", "observedHash", "observedNoLevel", "observedReplaced", "observedClash"];
  const own = Object.keys(observedFindings).filter((code) => code.startsWith("observed"));
  expect(own.filter((code) => !told.has(code) && !elsewhere.includes(code))).toEqual([]);
  expect(own.every((code) => Object.hasOwn(findings, code))).toBe(true);
});

const sound = `
format: utfall-observed/1
scenario: { id: school-absence, version: 0 }
through: 2027-07
people:
  everyone: { over60: 31, others: 880 }
  reached: { over60: 27, others: 90 }
outcomes:
  notFinishing: { participants: { count: 40, of: 290 } }
  absence: { segment: over60, participants: { mean: 300, sd: 150 hours/person/year, of: 25 } }
costs:
  team: 600 000 kr
`;

test("a follow-up reads against its scenario; its content checks to the same again", () => {
  const scenario = scenarioOf("school-absence");
  const outcome = checkObserved(sound.replace("mean: 300", "mean: 300 hours/person/year"), "sound.yaml", scenario);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const { observed } = outcome;
  expect(observed.warnings.map(({ code, at }) => [code, at?.line])).toEqual([["observedVersion", 3]]);
  expect(observed.months).toBe(12);
  expect(observed.people.map(({ group, segment, count }) => [group, segment, count])).toEqual([
    ["everyone", "over60", 31],
    ["everyone", "others", 880],
    ["reached", "over60", 27],
    ["reached", "others", 90],
  ]);
  expect(observed.outcomes.map(({ measure }) => measure)).toEqual([
    { by: "count", count: 40, of: 290 },
    { by: "mean", value: 300, se: 30 },
  ]);
  expect(observed.costs).toEqual([{ cost: "team", years: [{ year: 0, part: 1 }], amount: 600_000, se: 30_000 }]);
  const again = checkObservedValue(JSON.parse(JSON.stringify(observed.content)), scenario);
  if (!again.ok) throw new Error(JSON.stringify(again.issues));
  expect(again.observed.hash).toBe(observed.hash);
  expect(again.observed.people).toEqual(observed.people);
});

test("another hash of the scenario is told, and so is a measure without a level to hold it against", () => {
  const outcome = checkObserved(
    "format: utfall-observed/1\nscenario: { id: school-absence, hash: abc }\nthrough: 1 year\n",
    "hash.yaml",
    scenarioOf("school-absence"),
  );
  expect(outcome.ok && outcome.observed.warnings.map(({ code }) => code)).toEqual(["observedHash"]);
});
