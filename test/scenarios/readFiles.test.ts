import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { say } from "../../engine/issues.ts";
import { checkText } from "../../scenarios/check.ts";
import { catalogueFile, catalogueIds, checkFile, readScenarioFile } from "../../scenarios/files.ts";

const folder = mkdtempSync(join(tmpdir(), "utfall-"));
afterAll(() => rmSync(folder, { recursive: true }));

function code(file: string): string {
  const outcome = checkFile(file);
  if (outcome.ok) return "sound";
  for (const issue of outcome.issues) {
    for (const language of ["en", "sv"] as const) expect(say(issue, language).found).not.toMatch(/\?|undefined/);
  }
  return outcome.issues[0].code;
}

test("a missing file, and a path through a file", () => {
  expect(code(join(folder, "none.yaml"))).toBe("fileMissing");
  const file = join(folder, "plain.yaml");
  writeFileSync(file, "a: 1");
  expect(code(join(file, "below.yaml"))).toBe("fileMissing");
});

test("a folder", () => expect(code(folder)).toBe("fileFolder"));

test("a file of 50 MB is refused unread", () => {
  const file = join(folder, "large.yaml");
  const open = openSync(file, "w");
  ftruncateSync(open, 50_000_000);
  closeSync(open);
  expect(code(file)).toBe("fileTooLarge");
});

test("a text of 6 MB is refused before it is parsed", () => {
  const outcome = checkText(`a: ${"x".repeat(6_000_000)}`, "large.yaml");
  expect(outcome.ok ? "" : outcome.issues[0].code).toBe("fileTooLarge");
});

test("bytes that are no text", () => {
  const file = join(folder, "picture.yaml");
  writeFileSync(
    file,
    Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256),
  );
  expect(code(file)).toBe("fileBinary");
  writeFileSync(file, Buffer.from("title: Å", "utf16le"));
  expect(code(file)).toBe("fileBinary");
});

test("an empty file", () => {
  const file = join(folder, "empty.yaml");
  writeFileSync(file, "");
  expect(code(file)).toBe("fileEmpty");
});

test("an endless device is read no further than a scenario can be", () => {
  expect(code("/dev/zero")).toMatch(/^file(TooLarge|Binary|Missing)$/);
});

test("the catalogue is found, and its files pass", () => {
  expect(catalogueIds()).toEqual(expect.arrayContaining(["reference", "school-absence"]));
  for (const id of catalogueIds()) expect(code(catalogueFile(id))).toBe("sound");
  expect(readScenarioFile(catalogueFile("reference"))).toMatchObject({ ok: true });
});
