import { copyFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { say } from "../../engine/issues.ts";
import type { Figure, Result } from "../../engine/result/result.ts";
import type { SeenRow } from "../../engine/result/update.ts";
import type { Shown } from "../../report/shown.ts";
import { view } from "../../report/view.ts";
import { about } from "../../scenarios/about.ts";
import { catalogueFile, checkFile } from "../../scenarios/files.ts";
import { checkObserved } from "../../scenarios/observed/check.ts";
import { conflict } from "../../scenarios/updating/conflict.ts";
import { blocksOf } from "../snippets.ts";
import { ownFolder } from "./folder.ts";
import { within } from "./within.ts";

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const [group, seen] = [here("./group.yaml"), here("./group-seen.yaml")];
const made = new Map<string, string>();
const files = {
  read: async (path: string) => made.get(path) ?? readFile(path, "utf8"),
  exists: async () => false,
  write: async (all: readonly { path: string; content: unknown }[]) => {
    for (const { path, content } of all) made.set(path, String(content));
  },
};
const run = (words: readonly string[]) => within({ files }, words, false, 80);
const draws = ["--draws", "16384"];

/** One update, read by several tests. */
const updated = run(["update", group, "--observed", seen, "--json", "updated.json", "--csv", "all.csv", ...draws]);

/** Every figure of a report, wherever it stands. */
function figuresOf(part: unknown): Shown[] {
  if (typeof part !== "object" || part === null) return [];
  if ("ref" in part) return [part as Shown];
  return Object.values(part).flatMap(figuresOf);
}

test("an update: verified to the bit, told in both languages, every figure the result's own", async () => {
  const told = await updated;
  expect([told.code, told.stderr.includes("worth")]).toEqual([0, true]);
  const result: Result = JSON.parse(made.get("updated.json")!);
  expect((await run(["verify", "updated.json"])).stdout).toContain("The same bits");
  expect(result.update!.trail[0].followUps[0].file).toBe("group-seen.yaml");
  const text = await run(["report", "updated.json", "--text", "--lang", "sv"]);
  expect(text.stdout).toContain("UPPFÖLJNING: DET HÄR HAR VI SETT HITTILLS");
  expect(text.stdout).toMatch(/Träffar\s+40\s+22\s+55\s%\s+80\s+44/);
  expect(text.stdout.split("\n").filter((line) => [...line].length > 80)).toEqual([]);

  const checked = checkFile(group);
  if (!checked.ok) throw new Error("group.yaml has errors");
  for (const language of ["en", "sv"] as const) {
    const shown = view(result, about(checked.scenario), language).update!;
    const figures = figuresOf(shown).filter(({ ref }) => ref.startsWith("update|"));
    expect(figures.length).toBeGreaterThan(40);
    for (const { ref, value } of figures) {
      const found = ref.split("|").reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], result);
      const source = typeof found === "object" ? (found as Figure).value : Number(found);
      // Whole numbers stand for what is counted in draws or projected.
      const isRounded = /effective\|draws$|projected$/.test(ref);
      expect(Math.abs(value - source), ref).toBeLessThanOrEqual(isRounded ? 0.5 : 0);
    }
    expect(JSON.stringify(shown)).not.toMatch(/undefined|NaN|\{\w+\}/);
  }
});

test("CSV has what was seen; an earlier update is gone on from, and refused where it is of another scenario", async () => {
  await updated;
  expect(made.get("all.csv")).toMatch(/^update\.seen\.people\.everyone\.y0,"?In the target group/m);
  const again = ["update", group, "--observed", seen, "--after", "updated.json", ...draws];
  const clash = await run(again);
  expect([clash.code, clash.stderr.includes("given in two follow-ups")]).toEqual([2, true]);
  const other = await run(["update", "reference", "--observed", seen, "--after", "updated.json"]);
  expect([other.code, other.stderr.includes("of another scenario")]).toEqual([2, true]);
  const none = await run(["update", group]);
  expect([none.code, none.stderr.includes("--observed FILE")]).toEqual([2, true]);
});

test("what can hardly have come from the scenario is named", async () => {
  const own = ownFolder();
  const text = "format: utfall-observed/1\nscenario: group\nthrough: 1 year\n";
  writeFileSync(join(own, "odd.yaml"), `${text}people: { everyone: [90], enrolled: [3] }\n`);
  const odd = await run(["update", group, "--observed", join(own, "odd.yaml"), "--lang", "sv", ...draws]);
  expect(odd.stdout).toMatch(/people\.everyone\.y0 väntades bli 14\.?\d* people och blev 90 people/);
  const few = conflict(
    [
      { ...row, away: -9.31 },
      { ...row, key: "costs.team.y0", away: 2 },
    ],
    312.5,
    16_384,
  );
  expect(say(few.issues[0], "sv").found).toMatch(
    /bara 312\. people\.reached väntades bli 80 people och blev 20 people, 9\.3 medelfel bort/,
  );
});

const point = (value: number) => ({ value, se: 0, low: value, high: value });
const spread = { mean: point(80), sd: point(6), low: point(70), high: point(90) };
const row: SeenRow = {
  key: "people.reached",
  kind: "people",
  what: "reached",
  unit: "people",
  actual: 20,
  before: spread,
  after: spread,
};

test("past forecasts against what came: pairs by programme, few are not concluded from, a picture", async () => {
  const own = ownFolder();
  const forecast = await run(["run", group, "--output", "cost", "--json", ...draws]);
  writeFileSync(join(own, "group.json"), forecast.stdout);
  copyFileSync(seen, join(own, "group-seen.yaml"));
  writeFileSync(join(own, "nobody.yaml"), "format: utfall-observed/1\nscenario: nobody\nthrough: 1 year\n");
  const picture = join(own, "picture.svg");
  const told = await run(["calibrate", own, "--json", "--svg", picture]);
  expect(told.code).toBe(0);
  const { findings, outturns } = JSON.parse(told.stdout);
  expect(findings.map(({ code }: { code: string }) => code)).toEqual(["calibrationAlone", "calibrationFew"]);
  expect(outturns).toEqual([]);
  expect(made.get(picture)).toMatch(/^<svg[\s\S]*<\/svg>\n$/);
  const empty = await run(["calibrate", ownFolder()]);
  expect([empty.code, empty.stderr.includes("no result with a follow-up")]).toEqual([2, true]);
  const alone = ownFolder();
  copyFileSync(join(own, "nobody.yaml"), join(alone, "nobody.yaml"));
  expect((await run(["calibrate", alone])).stderr).toContain("nobody.yaml has no counterpart");
  expect((await run(["calibrate", join(alone, "nowhere")])).stderr).toContain("There is no folder");
});

test("the files on the page of follow-ups pass the check", () => {
  for (const { text } of blocksOf("docs/follow-up.md", "yaml")) {
    const [, id] = /scenario: (?:\{ id: )?([a-z-]+)/.exec(text)!;
    const scenario = checkFile(catalogueFile(id));
    if (!scenario.ok) throw new Error(`${id} has errors`);
    const outcome = checkObserved(text, "follow-up.md", scenario.scenario);
    expect(outcome.ok ? outcome.observed.warnings : outcome.issues).toEqual([]);
  }
});
