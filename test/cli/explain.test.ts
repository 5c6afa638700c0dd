import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { explain } from "../../cli/explain.ts";
import { checked, openScenario } from "../../cli/scenario.ts";
import { copulaValue } from "../../engine/dependence/copula.ts";
import { explanationText } from "../../report/explain/index.ts";
import { about } from "../../scenarios/about.ts";
import { within } from "./within.ts";

const tiny = fileURLToPath(new URL("./tiny.yaml", import.meta.url));
const together = fileURLToPath(new URL("./together.yaml", import.meta.url));

const run = (...words: string[]) => within({}, words, false, 80);

test("explains an input in the scenario's language or the one asked for, at its line", async () => {
  const english = await run("explain", "school-absence", "costs.team.post.salary");
  expect(english.code).toBe(0);
  expect(english.stdout).toMatch(/^Cost: Attendance team, salary\n/);
  expect(english.stdout).toMatch(/school-absence\.yaml:\d+:\d+\n +\d+ \| +post: \{ salary/);
  expect(english.stdout).toMatch(/Read as: between 37\s000 and 39\s000/);
  const swedish = await run("explain", "school-absence", "costs.team.post.salary", "--lang", "sv");
  expect(swedish.stdout).toMatch(/^Kostnad: Närvaroteam, lön\n/);
  for (const line of (english.stdout + swedish.stdout).split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
});

test("a name may be a place, the path of draws, or the end of a place; one that is split says its parts", async () => {
  const place = await run("explain", "school-absence", "target.size.over60");
  for (const name of ["school-absence/over60/target.size", "over60/target.size", "size.over60"])
    expect((await run("explain", "school-absence", name)).stdout).toBe(place.stdout);
  const split = await run("explain", "school-absence", "target.size");
  expect(split.stdout).toMatch(/Parts\n {2}target\.size\.over60: mean 30, /);
});

test("as JSON: what was read, and the distribution in numbers", async () => {
  const { stdout } = await run("explain", "school-absence", "costs.team.post.salary", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    place: "costs.team.post.salary",
    input: "school-absence/costs.team.post.salary",
    unit: "kr/month",
    scale: 12,
    spec: { family: "pert" },
    spread: { mean: 456_000 },
  });
});

test("says what an input moves together with: wanted, drawn and possible", async () => {
  const english = (await run("explain", together, "crisis")).stdout;
  expect(english).toMatch(
    /Moves together with \(rank correlation\)\n {2}weather: wanted 0\.44, drawn 0\.19; possible with values in steps −0\.34 to 0\.34\n?$/,
  );
  const swedish = (await run("explain", together, "days", "--lang", "sv")).stdout;
  expect(swedish).toMatch(/Samvarierar med .*\n {2}costPerDay: önskad 0,5, dragen 0,5; ytterligheter möts 27\s%\n/);
  expect(swedish).toMatch(/ {2}wages: önskad 0, dragen 0; ytterligheter möts 7,6\s%\n {2}t-kopula med 4 frihetsgrader/);
  expect((await run("explain", together, "alone")).stdout).not.toContain("together with");
  for (const line of (english + swedish).split("\n")) expect([...line].length).toBeLessThanOrEqual(80);

  const { dependence } = JSON.parse((await run("explain", together, "crisis", "--json")).stdout);
  const [pair] = dependence.with;
  const score = Math.sin((0.3 * Math.PI) / 2);
  expect(pair.wanted).toBeCloseTo((6 / Math.PI) * Math.asin(score / 2), 12);
  // An event of chance p: E(V; event) is a probability that two scores lie below theirs.
  const p = 0.04;
  const both = copulaValue({ kind: "gaussian" }, score / Math.SQRT2, p, 0.5);
  expect(Math.abs(pair.achieved - (both - p / 2) / Math.sqrt((p * (1 - p)) / 12))).toBeLessThan(0.003);
});

test("writes a picture where there is something to draw", async () => {
  const { written, code } = await run("explain", "school-absence", "costs.team.post.salary", "--svg", "salary.svg");
  expect(code).toBe(0);
  expect(written.map(({ path }) => path)).toEqual(["salary.svg"]);
  expect(written[0].content).toMatch(/^<svg /);
  const certain = await run("explain", "school-absence", "costs.premises.amount", "--svg", "x.svg");
  expect(certain).toMatchObject({ code: 2, written: [] });
});

test("an unknown name: the nearest, and 2; one that several end in: which they are", async () => {
  const unknown = await run("explain", "school-absence", "funel.reached");
  expect(unknown).toMatchObject({ code: 2, stdout: "" });
  expect(unknown.stderr).toContain("funnel.reached");
  const several = await run("explain", "school-absence", "salary", "--lang", "sv");
  expect(several.code).toBe(2);
  expect(several.stderr).toContain("costs.leader.post.salary");
});

test.each(["school-absence", tiny, together])("every quantity of %s can be explained, in both languages", (name) => {
  const opened = openScenario(name);
  const scenario = checked(opened);
  const said = about(scenario);
  for (const place of scenario.quantities.keys()) {
    const explanation = explain(scenario, place, opened, said);
    for (const language of ["en", "sv"] as const)
      expect(explanationText(explanation, language), place).not.toMatch(/undefined|NaN|\[object/);
  }
});

test("the list of unit costs, for people and for programs", async () => {
  const swedish = await run("list", "--unit-costs", "--lang", "sv");
  expect(swedish.code).toBe(0);
  expect(swedish.stdout.replaceAll("\u00a0", " ")).toMatch(/childWelfareInvestigation +30 561 kr\/fall \(2015\)/);
  expect(swedish.stdout).toContain("platshållare utan källa");
  for (const line of swedish.stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
  const [file] = JSON.parse((await run("list", "--unit-costs", "--json")).stdout);
  expect(file.entries.preliminaryAssessment).toMatchObject({ amount: "1 543 kr/case", priceYear: 2015 });
});

test("without a name: all that are uncertain, each by a name that the command takes", async () => {
  const { stdout, code } = await run("explain", "school-absence", "--lang", "sv");
  expect(code).toBe(0);
  // What the options state otherwise stands after it.
  const [own, options] = stdout.split(/^(?=I alternativet)/m);
  expect(options).toContain("costs.team.number: 0,6; 1; 1");
  const names = own.split("\n").filter((line) => /^\S/.test(line));
  expect(names).toContain("costs.team.post.salary");
  const scenario = checked(openScenario("school-absence"));
  expect(names).toEqual(scenario.inputs.map(({ place }) => place));
  // under each name, how it was read
  expect(own.match(/^ {2}\S.*$/gm)?.length).toBe(names.length);
  const refused = await run("explain", "school-absence", "--svg", "x.svg");
  expect([refused.code, refused.written]).toEqual([2, []]);
});
