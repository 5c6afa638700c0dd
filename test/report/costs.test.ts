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
id: items
title: Items
priceYear: 2025
programme: { start: 2026-08, years: 2 }
horizon: 4 years
discounting: 0 %/year
actors: { school: School, care: Care }
costs:
  team: { title: Team, post: { salary: 30 000 kr/month, charges: 40 % }, number: [1, 2], paidBy: school }
  course: { title: Course, category: training, amount: 100 tkr, when: month 14, paidBy: { school: 75 %, care: 25 % } }
  grant: { title: Grant, category: grant, amount: -240 tkr/year, until: 2027-12, paidBy: school }
optimism: { cost: 10 % }
implementation:
  target: 200 people
  amount: { low: 1 000, best: 1 200, high: 1 500, unit: tkr/year }
  posts: 2
  replaces: { title: Evening groups, amount: 300 tkr/year, by: care }
  paidBy: { school: 50 %, care: 50 % }
  stages: { year 2: 50 %, year 3: 100 % }
  frame: inside
  room: 1 mnkr/year
`);
const told = about(scenario);

async function run() {
  const request = { ...compile(scenario), seed: "1", design: "sobol", draws: 16_384 } as const;
  const { result } = (await simulate(request, inline()))!;
  return result;
}
const ran = run();
const flat = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");

test("costs by what they are for, by item, payer and year; the sums are those of the accounts", async () => {
  const result = await ran;
  const [byCategory, byItem] = view(result, told, "en").costs;
  const rows = (table: typeof byItem) =>
    table.rows.map(({ cells }) => cells.map((cell) => flat(plain(cell))).join(" | "));
  expect(rows(byCategory)).toEqual([
    "Staff | 504 | 1,008 | 1,512",
    "Training |  | 100 | 100",
    "Grants | −240 | −100 | −340",
    "Allowance for optimism | 50 | 111 | 161",
    "Total | 314 | 1,119 | 1,433",
  ]);
  expect(rows(byItem)).toEqual([
    "Team | Staff | School | 504 | 1,008 | 1,512",
    "Course | Training | School |  | 75 | 75",
    "Course | Training | Care |  | 25 | 25",
    "Grant | Grants | School | −240 | −100 | −340",
    "Allowance for optimism | Allowance for optimism | School | 50 | 108 | 159",
    "Allowance for optimism | Allowance for optimism | Care |  | 3 | 3",
    "Total |  |  | 314 | 1,119 | 1,433",
  ]);
  const sum = (result.costs ?? []).reduce((all, { cost }) => all + cost.value, 0);
  const accounts = result.accounts.filter(({ discounted }) => !discounted);
  expect(sum).toBeCloseTo(
    accounts.reduce((all, { cost }) => all + cost.value, 0),
    6,
  );
  expect(csv(result, told, "sv", "plain")).toContain("costs.course.care.y1,");
});

test("ordinary operation on page and in the terminal, in both languages", async () => {
  const result = await ran;
  const sv = flat(summaryText(result, told, "sv", 80)).replace(/\s+/g, " ");
  expect(sv).toContain("OM DET BLIR ORDINARIE VERKSAMHET");
  expect(sv).toContain("Vid full skala kostar det 1,22 mnkr per år, 6 080 kr per person i målgruppen.");
  expect(sv).toContain("Bemanning vid full skala 2 tjänster");
  const en = flat(summaryText(result, told, "en", 80));
  expect(en.replace(/\s+/g, " ")).toContain("Replaces: Evening groups. At full scale it costs 1.22 million kr a year");
  for (const line of en.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(80);
  const shown = await page(result, told, "sv");
  expect(shown).toContain("<h2>Om det blir ordinarie verksamhet</h2>");
  expect(shown).toContain("<h2>Vad det kostar</h2>");
  const { tables } = view(result, told, "en").ordinary!;
  const stages = tables[2].rows.map(({ cells }) => flat(cells.map(plain).join(" | ")));
  expect(stages).toEqual(["2028/29 | 608 | 150 | 458", "2029/30 | 1,217 | 300 | 917"]);
});
