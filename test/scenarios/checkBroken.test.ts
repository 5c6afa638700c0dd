import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { say, severityOf } from "../../engine/issues.ts";
import { checkText } from "../../scenarios/check.ts";
import { priceFiles } from "../../scenarios/files.ts";
import { renderIssue } from "../../scenarios/render.ts";
import { brokenFiles } from "./broken.ts";

const outcomes = new Map(
  brokenFiles.map(({ name, text }) => {
    const at = fileURLToPath(new URL(`./broken/${name}`, import.meta.url));
    return [name, checkText(text, name, priceFiles(at))];
  }),
);

test.each(brokenFiles)("$name: says what is wrong, where, and nothing else", ({ name, expected }) => {
  const outcome = outcomes.get(name)!;
  const errors = outcome.ok ? [] : outcome.issues.filter((issue) => severityOf(issue) === "error");
  expect(errors.map((issue) => `${issue.at?.line} ${issue.code}`)).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
});

test.each(brokenFiles)("$name: is told in whole sentences, in both languages", ({ name, text }) => {
  const outcome = outcomes.get(name)!;
  for (const issue of outcome.ok ? [] : outcome.issues) {
    for (const language of ["en", "sv"] as const) {
      const shown = renderIssue(issue, text, language);
      expect(shown).toMatch(new RegExp(`^${name}:\\d+:\\d+: (error|fel|warning|varning): `));
      const { found, mend } = say(issue, language);
      expect(`${found}. ${mend}`).not.toMatch(/undefined|\[object|\?|\.ts:/);
      expect(shown.split("\n").length).toBeLessThanOrEqual(4);
    }
  }
});
