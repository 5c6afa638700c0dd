import { expect, test } from "vitest";
import type { About } from "../../engine/result/about.ts";
import type { Result } from "../../engine/result/result.ts";
import { inline } from "../../engine/run/inline.ts";
import { studyOf } from "../../engine/sensitivity/study.ts";
import { switchingValue } from "../../engine/sensitivity/switchingValue.ts";
import { simulate } from "../../engine/simulate.ts";
import { csv, page, summaryText } from "../../report/index.ts";
import { about as aboutOf } from "../../scenarios/about.ts";
import { checkText } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";

/* A budget in a report: by committee and calendar year, and nothing where a scenario asks for none. */

const text = (budget: string, cashable = "") => `
format: utfall-scenario/1
id: town
language: sv
title: Stöd
priceYear: 2025
programme: { start: 2026-08, years: 2 }
horizon: 6 years
discounting: 3 %/year
perspective: town
actors: { town: { title: Kommunen, parts: { school: Utbildningsnämnden, care: Socialnämnden } } }
target: { size: 10 people }
consequences:
  saved: { of: everyone, amount: { low: 60, best: 80, high: 130, unit: tkr/person }, starts: 1 year, lasts: 1 year, gains: care${cashable} }
costs:
  team: { title: Team, amount: { low: 0.8, best: 0.9, high: 1.1, unit: mnkr/year }, paidBy: { school: 75 %, care: 25 % } }
${budget}
`;

async function ran(budget: string, cashable = ""): Promise<{ result: Result; about: About }> {
  const outcome = checkText(text(budget, cashable), "town.yaml");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, null, 1));
  const request = { ...compile(outcome.scenario), seed: "1", design: "sobol", draws: 16_384 } as const;
  const run = await simulate(request, inline());
  return { result: run!.result, about: aboutOf(outcome.scenario) };
}

test("how far the strongest assumptions may go stands in the result where it was asked for", async () => {
  const outcome = checkText(text(""), "town.yaml");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, null, 1));
  const request = { ...compile(outcome.scenario), seed: "1", design: "sobol", draws: 16_384 } as const;
  const { result } = (await simulate({ ...request, switching: true }, inline()))!;
  const { switching, ...rest } = result;
  const { result: without } = (await simulate(request, inline()))!;
  expect(JSON.stringify(rest)).toBe(JSON.stringify(without));
  const [leading] = request.headlines;
  expect(switching!.of).toBe(leading);
  const strongest = result.rankCorrelations[leading].map(({ input }) => input).slice(0, 3);
  expect(switching!.inputs.map(({ input }) => input)).toEqual(strongest.slice(0, switching!.inputs.length));
  const names = Object.fromEntries(strongest.map((path) => [path, path]));
  const [alone] = (await switchingValue(studyOf({ ...request, outputs: [leading], names }, inline())))!;
  const of = (input: string) =>
    (alone.more!.inputs as readonly { readonly input: string }[]).find((own) => own.input === input);
  for (const own of switching!.inputs) expect(own).toEqual(of(own.input));
});

const flat = (shown: string) => shown.replaceAll("\u00a0", " ").replace(/\s+/g, " ");

test("the summary shows each committee's balance by calendar year, within its width", async () => {
  const { result, about } = await ran("budget: { inflation: 2 %/year }");
  const sv = summaryText(result, about, "sv", 80);
  expect(flat(sv)).toContain("I BUDGETEN, NETTO PER KALENDERÅR, LÖPANDE PRISER");
  expect(flat(sv)).toMatch(/\(tkr\) 2026 2027 2028 2029 2030 Utbildningsnämnden −292 −715 −426 0 0 Socialnämnden/);
  for (const line of sv.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(80);
});

test("the page has cost and benefit with ranges, every figure the result's own; CSV every row", async () => {
  const { result, about } = await ran("budget: { inflation: [2 %/year, 3 %/year], of: [school, care] }");
  const html = flat(await page(result, about, "sv"));
  expect(html).toContain("<h2>I budgeten</h2>");
  expect(html).toContain("inflation på 2 % och 3 % de följande åren, den sista därefter");
  expect(html).toContain("har 5 av sina månader i 2026");
  const inJanuary = { ...about, budget: { ...about.budget!, years: { ...about.budget!.years, monthsBefore: 12 } } };
  expect(flat(await page(result, inJanuary, "sv"))).toContain("Satsningens år är kalenderår.");
  const refs = [...html.matchAll(/data-ref="outputs\|(budget\/[^|"]+)\|/g)].map(([, id]) => id);
  expect(refs.length).toBeGreaterThan(5);
  for (const id of refs) expect(result.outputs).toHaveProperty([id]);
  const rows = csv(result, about, "en", "plain");
  const school = result.budget!.find(({ actor, year }) => actor === "school" && year === 2027)!;
  expect(rows).toContain(
    `budget.school.y2027,"Budget, current prices: Utbildningsnämnden","cost, year 2027",${school.cost.value}`,
  );
  expect(rows).toContain('budget/balance.care.y2028,"Budget, current prices: Benefit less cost, Socialnämnden, 2028"');
});

test("what can be taken out, apart from freed time, and from when a frame can be lowered", async () => {
  const { result, about } = await ran("budget: { inflation: 0 %/year }", ", cashable: { share: 60 %, delay: 1 year }");
  const sv = flat(summaryText(result, about, "sv", 80));
  expect(sv).toMatch(
    /ramen kan sänkas från att räkna med \(år\) störst chans \(år\) Socialnämnden 2028 \d+ \(2029\) 100 av 100 \(2028\)/,
  );
  const html = flat(await page(result, about, "en"));
  for (const words of [
    "Cashable saving",
    "Other, such as freed time",
    "Cashable, nine in ten at least",
    "When frames can be",
  ])
    expect(html).toContain(words);
  const least = result.outputs["budget/cashable.care.y2029"];
  expect(least.kind === "number" && least.percentiles["10"].value).toBeGreaterThan(0);
  expect(csv(result, about, "en", "plain")).toContain("cashable saving, year 2029");
});

test("a result without a budget says nothing of one", async () => {
  const { result, about } = await ran("");
  expect(result.budget).toBeUndefined();
  expect(await page(result, about, "en")).not.toContain("In the budget");
  expect(summaryText(result, about, "en", 80)).not.toContain("IN THE BUDGET");
});
