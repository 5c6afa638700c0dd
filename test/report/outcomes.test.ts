import { expect, test } from "vitest";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { plain } from "../../report/shown.ts";
import { summaryText } from "../../report/terminal.ts";
import { view } from "../../report/view.ts";
import { about as aboutOf } from "../../scenarios/about.ts";
import { checkText } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";

/* What a report says of outcomes whose cases come later, and of those that something is taken off. */

const text = `
format: utfall-scenario/1
id: visits
language: sv
title: Hembesök
priceYear: 2025
horizon: 4 years
discounting: 3 %/year
actors: { town: Kommunen }
target: { size: 200 people }
outcomes:
  first: { title: Första hemtjänst, better: lower, baseline: 30 %, effect: { postponedBy: { low: 6, best: 14, high: 24, unit: months } } }
  falls:
    title: Fall
    better: lower
    baseline: 20 %
    effect: { relativeReduction: { mean: 30 %, sd: 5 % } }
    lasts: 3 years
    deductions: { deadweight: { gross: 25 % }, displacement: { net: 10 % }, dropOff: { gross: 20 %/year } }
consequences:
  later: { title: Hemtjänst, of: first, amount: 80 000 kr/case/year, gains: town }
`;

async function reported() {
  const outcome = checkText(text, "a.yaml");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const request = { ...compile(outcome.scenario), seed: "outcomes", design: "sobol" as const, draws: 16_384 };
  return { result: (await simulate(request, inline()))!.result, about: aboutOf(outcome.scenario) };
}

test("cases that come later are not called fewer; what is taken off stands from gross to net", async () => {
  const { result, about } = await reported();
  const spaces = (own: string) => own.replaceAll("\u00a0", " ");
  const shown = view(result, about, "sv");
  const [first, falls] = shown.forTarget.map((sentence) => spaces(plain(sentence)));
  expect(first).toMatch(/^Första hemtjänst: omkring 60 kommer senare, i genomsnitt 1,2 år\./);
  expect(falls).toMatch(/^Fall: omkring 9 färre\./);
  const table = shown.figures.find(({ caption }) => caption === "Fall")!;
  const rows = table.rows.map(({ cells }) => spaces(plain(cells[0])));
  expect(rows.slice(0, 5)).toEqual([
    "Minskning genom satsningen (fall)",
    "Före avdrag, för varje år de varar (fall)",
    "Avdrag för dödvikt (hade blivit av ändå) (fall)",
    "Avdrag för avklingning (fall)",
    "Efter avdrag, för varje år de varar (fall)",
  ]);
  expect(rows).toContain("Förbättring efter alla avdrag");
  for (const language of ["sv", "en"] as const) {
    const summary = summaryText(result, about, language, 80);
    expect(summary).toContain(language === "sv" ? "skjuts upp genom" : "postponed by");
    expect(summary).toContain(language === "sv" ? "dödvikt" : "deadweight");
    expect(Math.max(...summary.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(80);
  }
});
