import { expect, test } from "vitest";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { plain } from "../../report/shown.ts";
import { summaryText } from "../../report/terminal.ts";
import { view } from "../../report/view.ts";
import { about as aboutOf } from "../../scenarios/about.ts";
import { checkText } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";

/* Adjusted and shrunk effects in a report: a table beside what is stated, and nothing where there are none. */

const text = (effect: string) => `
format: utfall-scenario/1
id: support
language: sv
title: Stöd
priceYear: 2025
discounting: 3 %/year
sources: { review: En översikt }
perspective: town
actors: { town: Kommunen }
target: { size: 100 people }
outcomes:
  placed: { title: Placering, better: lower, baseline: 40 %, effect: { ${effect}, measuredOn: everyone } }
consequences:
  care: { title: Vård, of: placed, amount: 100 tkr/case, gains: town }
costs:
  team: { title: Team, amount: { low: 0.7, best: 0.9, high: 1.3, unit: mnkr/year }, paidBy: town }
criteria:
  pays: { title: Lönar sig, test: net.town > 0 kr }
`;

async function reported(effect: string) {
  const outcome = checkText(text(effect), "a.yaml");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const request = { ...compile(outcome.scenario), seed: "beside", design: "sobol" as const, draws: 16_384 };
  return { result: (await simulate(request, inline()))!.result, about: aboutOf(outcome.scenario) };
}

const shrunk =
  "points: { mean: 10 pp, sd: 4 pp }, referenceClass: { mean: 4 pp, sd: 3 pp, source: review }, " +
  "design: matching, adjust: { factor: 80 %, source: review }";

test("stated, adjusted and shrunk stand in three columns, in the reader's language", async () => {
  const { result, about } = await reported(shrunk);
  const swedish = view(result, about, "sv").beside!;
  expect(swedish.columns.map(({ title }) => title).slice(1)).toEqual(["Som angivet", "Justerat", "Krympt"]);
  const rows = swedish.rows.map(({ cells }) => cells.map((cell) => plain(cell).replaceAll("\u00a0", " ")));
  expect(rows[0]).toEqual(["Effekt: Placering", "10,0 %", "8,0 %", "6,2 %"]);
  expect(rows.at(-1)![0]).toBe("Lönar sig");
  expect(rows.map((cells) => cells.length)).toEqual(rows.map(() => 4));
  for (const language of ["sv", "en"] as const) {
    const page = summaryText(result, about, language, 80);
    expect(page).toContain(language === "sv" ? "JUSTERADE OCH KRYMPTA EFFEKTER" : "ADJUSTED AND SHRUNK EFFECTS");
    expect(Math.max(...page.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(80);
  }
});

test("what is stated leads: every other part of the report is the same without them", async () => {
  const [beside, alone] = [
    await reported(shrunk),
    await reported("points: { mean: 10 pp, sd: 4 pp }, design: matching"),
  ];
  const [shown, without] = [beside, alone].map(({ result, about }) => view(result, about, "en"));
  expect(without.beside).toBeUndefined();
  for (const part of ["answer", "forTarget", "criteria", "firstYears", "accounts", "payback", "hangsOn"] as const)
    expect(shown[part], part).toEqual(without[part]);
});
