import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { within } from "./within.ts";

const group = fileURLToPath(new URL("./group.yaml", import.meta.url));

const run = (words: readonly string[], stored = "") =>
  within({ files: { read: async () => stored, exists: async () => false, write: async () => {} } }, words, false, 80);

const draws = ["--draws", "16384"];

test("chance on is in the result, which comes out the same again, also as that of a stopped run", async () => {
  const on = await run(["run", group, "--chance", "on", "--json", ...draws]);
  expect(on.code).toBe(0);
  const { varianceByLevel, ...rest } = JSON.parse(on.stdout);
  expect(rest.manifest.chance).toBe("on");
  expect(Object.keys(varianceByLevel)).toEqual([
    "net.municipality",
    "net",
    "pvBenefit.municipality",
    "completed",
    "cases.placed",
  ]);
  expect((await run(["verify", "result.json"], on.stdout)).stdout).toContain("The same bits");
  // Whoever stops a run does not wait for its variance to be parted.
  const stopped = JSON.stringify({ ...rest, manifest: { ...rest.manifest, ended: "interrupted" } });
  expect((await run(["verify", "result.json"], stopped)).stdout).toContain("The same bits");
});

test("another word than on and off is refused, in the reader's language", async () => {
  const wrong = await run(["run", group, "--chance", "maybe", "--lang", "sv"]);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("--chance kan inte vara maybe");
  expect(wrong.stderr).toContain("on | off");
});
