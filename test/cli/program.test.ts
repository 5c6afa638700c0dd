import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Io } from "../../cli/io.ts";
import { UtfallError } from "../../engine/issues.ts";
import { within } from "./within.ts";

const tiny = fileURLToPath(new URL("./tiny.yaml", import.meta.url));
const run = ["run", tiny, "--draws", "16384", "--threads", "1"];

const failing = (error: unknown): Io["files"] => ({
  read: async () => "",
  exists: async () => false,
  write: async () => {
    throw error;
  },
});

test("stopped before the first checkpoint: nothing written, and that is said", async () => {
  const stopSignal = () => AbortSignal.abort();
  const english = await within({ stopSignal }, [...run, "--out", "out"]);
  expect(english).toMatchObject({ code: 130, written: [], stdout: "" });
  expect(english.stderr).toMatch(/before the first checkpoint/);
  expect((await within({ stopSignal }, [...run, "--lang", "sv"])).stderr).toMatch(/Avbrutet före första delresultatet/);
});

describe("a fault of ours", () => {
  const broken = failing(new TypeError("nothing to be read of undefined"));

  test("ends with 3, says so and how to report it, without a stack", async () => {
    const { code, stdout, stderr } = await within({ files: broken }, [...run, "--out", "out"]);
    expect(code).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/mistake of its own[^\n]*nothing to be read of undefined\nPlease report/);
    expect(stderr).not.toMatch(/\n\s+at /);
    const swedish = await within({ files: broken, env: { UTFALL_LANG: "sv" } }, [...run, "--out", "out"]);
    expect(swedish.stderr).toMatch(/eget fel[\s\S]*Rapportera/);
  });

  test("with UTFALL_DEBUG=1 shows the stack", async () => {
    const { code, stderr } = await within({ files: broken, env: { UTFALL_DEBUG: "1" } }, [...run, "--out", "out"]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/\n\s+at /);
  });
});

test("a full disk is the user's to mend, and named", async () => {
  const full = failing(new UtfallError([{ code: "diskFull", with: { file: "out/tiny.json" } }]));
  const { code, stdout, stderr } = await within({ files: full }, [...run, "--out", "out", "--lang", "sv"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/out\/tiny\.json får inte plats: disken är full/);
});

test("everything is made before anything is written", async () => {
  const { code, written, stdout } = await within({}, [
    ...run,
    "--out",
    "out",
    "--csv",
    "r.csv",
    "--save-draws",
    "d.csv",
  ]);
  expect(code).toBe(0);
  expect(written.map(({ path }) => path)).toEqual(["out/tiny.json", "out/tiny.html", "r.csv", "d.csv"]);
  for (const line of stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(72);
});

test("on a terminal the bar is taken away before the summary", async () => {
  const { stderr } = await within({}, [...run, "--draws", "32768"], true);
  expect(stderr).toMatch(/█|░/);
  expect(stderr.split("\r\u001b[K").at(-1)).toMatch(/^[^█░]* draws of tiny/);
});
