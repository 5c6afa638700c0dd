import { expect, test } from "vitest";
import type { Issue } from "../../engine/issues.ts";
import { checkText } from "../../scenarios/check.ts";
import { salvage } from "../../scenarios/salvage.ts";

const text = `a: 1
b:
  c: {
    d: 2
  }
  e: 3
f:
  g: bad
h: 4
`;
/** Every line with one of these words is wrong. */
const errorsOf =
  (...words: readonly string[]) =>
  (own: string): Issue[] =>
    own
      .split("\n")
      .flatMap((line, i) =>
        words.some((word) => line.includes(word))
          ? [{ code: "yamlIndent" as const, at: { file: "a", line: i + 1, column: 1 } }]
          : [],
      );

test("an entry is left out with all that stands under it, and nothing else moves", () => {
  const { text: rest, lost, issues } = salvage(text, errorsOf("c: {"));
  expect(rest?.length).toBe(text.length);
  expect(rest?.split("\n").filter((line) => line.trim() !== "")).toEqual([
    "a: 1",
    "b:",
    "  e: 3",
    "f:",
    "  g: bad",
    "h: 4",
  ]);
  expect(lost).toEqual({ paths: ["b.c"], names: ["c", "d"] });
  expect(issues.map(({ at }) => at?.line)).toEqual([3]);
});

test("what is left without anything under it goes too", () => {
  const { text: rest, lost } = salvage(text, errorsOf("bad"));
  expect(rest).not.toMatch(/f:|g:/);
  expect(lost.paths).toEqual(["f.g", "f"]);
});

test("each error is told once, and none for ever", () => {
  expect(salvage(text, errorsOf("bad", "h:")).issues).toHaveLength(2);
  const hopeless = salvage(text, () => [{ code: "yamlIndent", at: { file: "a", line: 1, column: 1 } }]);
  expect(hopeless.text).toBeUndefined();
  expect(hopeless.issues.length).toBeLessThan(30);
});

test("JSON and files of several documents are not cut", () => {
  expect(salvage('{\n  "a": bad\n}', errorsOf("bad")).text).toBeUndefined();
  expect(salvage("a: 1\n---\nb: 2", () => [{ code: "yamlDocuments" }]).text).toBeUndefined();
});

test("a title that cannot be read is not called missing", () => {
  const outcome = checkText("format: utfall-scenario/1\nid: a\ntitle: A: b\nhorizon: x years\n", "a.yaml");
  expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual(["yamlTwoColons", "yearsExpected"]);
});
