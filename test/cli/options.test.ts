import { expect, test } from "vitest";
import { within } from "./within.ts";

const run = (...words: string[]) => within({}, words);
const few = ["--draws", "16384", "--threads", "1"];

test("an option leads: its page, its figures, and the same bits again from the result alone", async () => {
  const led = await run("run", "school-absence", ...few, "--option", "smallTeam", "--out", "out");
  expect(led.code).toBe(0);
  expect(led.stdout).toMatch(/Option: One post instead of one and a half/);
  const [json, page] = led.written;
  expect(page.content).toMatch(/<h2>Options<\/h2>/);
  const result = JSON.parse(String(json.content));
  expect(result.manifest.option).toBe("smallTeam");
  const read = async () => String(json.content);
  const files = { read, exists: async () => true, write: async () => {} };
  const again = await within({ files }, ["verify", "out/school-absence.json", "--threads", "1"]);
  expect(again.stdout).toMatch(/^The same bits/);
  const told = await within({ files }, ["report", "out/school-absence.json", "--text", "--lang", "sv"]);
  expect(told.stdout).toMatch(/Alternativ: En tjänst i stället för en och en halv/);
  expect(told.stdout).toMatch(/ALTERNATIV/);
});

test("an option that there is not is refused with the nearest", async () => {
  const { code, stderr } = await run("run", "school-absence", ...few, "--option", "smalTeam");
  expect([code, stderr]).toEqual([2, expect.stringMatching(/smallTeam/)]);
});
