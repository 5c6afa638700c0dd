import { expect, test } from "vitest";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { csv } from "../../report/csv.ts";
import { page, summaryText, view } from "../../report/index.ts";
import { plain } from "../../report/shown.ts";
import { about } from "../../scenarios/about.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { checked } from "../scenarios/catalogue.ts";

const scenario = checked(`
format: utfall-scenario/1
id: wards
title: Wards
priceYear: 2025
programme: { start: 2026-01, years: 1 }
horizon: 3 years
discounting: 0 %/year
actors: { hospital: Hospital, town: Town }
perspectives: { organisation: [hospital] }
perspective: organisation
target: { size: 1 000 people/year }
outcomes:
  harm:
    title: Complications
    better: lower
    baseline: 10 %
    effect: { points: 2 pp, measuredOn: everyone }
consequences: { days: { title: Days, of: harm, amount: 50 tkr/case/year, gains: { hospital: 80 %, town: 20 % } } }
costs: { lists: { title: Lists, amount: 300 tkr/year, paidBy: hospital } }
criteria: { pays: { title: It pays, test: net.organisation > 0 kr } }
implementation:
  target: 4 000 people/year
  amount: 1 200 tkr/year
  paidBy: hospital
  effectKept: { fidelity: 60 %, loss: 10 % }
  sites: { number: 8, between: { harm: { sd: 2 pp, se: 1 pp } } }
  marginalCost: { perDoubling: 5 % }
`);
const told = about(scenario);
const run = async () => {
  const request = { ...compile(scenario), seed: "1", design: "sobol", draws: 16_384 } as const;
  return (await simulate(request, inline()))!.result;
};
const ran = run();
const flat = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");

test("project and ordinary operation stand beside each other; losses, trying first and sites have tables of their own", async () => {
  const result = await ran;
  const shown = view(result, told, "en").scaleUp!;
  const rows = ({ rows: all }: typeof shown.beside) =>
    all.map(({ cells }) => cells.map((cell) => flat(plain(cell))).join(" | "));
  expect(rows(shown.beside).slice(0, 4)).toEqual([
    "In the target group | 1,000 people | 4,000 people",
    "Started | 1,000 people | 4,000 people",
    "Completed | 1,000 people | 4,000 people",
    "Reduction through the programme: Complications | 20 cases | 43 cases",
  ]);
  const [lost, first, sites] = shown.further.map(rows);
  expect(lost.map((row) => row.split(" | ").slice(0, 2).join(" | "))).toEqual([
    "If all were as in the project | 2,000",
    "Lost as part of the effect is not kept | 1,472",
    "Lost as the sites differ | 0",
    "Lost as the cost per person changes | 123",
    "Ordinary operation | 405",
  ]);
  expect(first.map((row) => row.split(" | ")[0])).toHaveLength(3);
  // 1.08 points, 2 between sites: below zero Φ(−0.54); significant Φ((1.08 − 1.96) / √5), and Φ((−1.08 − 1.96) / √5).
  expect(sites).toEqual(["Complications | 29 of 100 | 35 of 100 | 9 of 100"]);
  const chances = result.chances!;
  expect(chances["siteWorsens.harm"].probability.value).toBeCloseTo(0.2946, 2);
  expect(chances["siteSeenBetter.harm"].probability.value).toBeCloseTo(0.347, 2);
  expect(chances["siteSeenWorse.harm"].probability.value).toBeCloseTo(0.087, 2);
  const spread = result.outputs["scaleUp/cases.harm"];
  // 4 000 people, 2 points between 8 sites.
  expect(spread.kind === "number" && spread.sd?.value).toBeCloseTo((4000 * 0.02) / Math.sqrt(8), 1);
});

test.each(["en", "sv"] as const)("the page, the summary and the table of figures say it in %s", async (language) => {
  const result = await ran;
  const heading = { en: "The project and ordinary operation", sv: "Projektet och ordinarie verksamhet" }[language];
  const summary = flat(summaryText(result, told, language));
  expect(summary).toContain(heading.toUpperCase());
  expect(summary.split("\n").every((line) => line.length <= 80)).toBe(true);
  expect(summary).toContain({ en: "begins in 2027", sv: "börjar 2027" }[language]);
  expect(await page(result, told, language)).toContain(heading);
  const table = csv(result, told, language, "plain");
  expect(table).toContain("scaleUp/net.organisation");
  expect(table).toContain("chances.siteWorsens.harm");
  expect(table).not.toMatch(/scaleUp:|undefined/);
});
