import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkText } from "../../scenarios/check.ts";
import type { CheckedScenario } from "../../scenarios/checked.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";

interface Written {
  readonly start?: string;
  readonly budget?: string;
  readonly costs?: string;
  readonly priceYear?: number;
}

const scenario = ({ start = "2026-08", budget = "{ inflation: 2 %/year }", costs = "", priceYear = 2025 }: Written) => `
format: utfall-scenario/1
id: town
title: Town
priceYear: ${priceYear}
programme: { start: ${start}, years: 2 }
horizon: 4 years
discounting: 3 %/year
actors:
  town: { title: The town, parts: { school: School, care: Care } }
  state: The state
perspectives: { organisation: [town] }
perspective: organisation
target: { size: 10 people }
consequences:
  saved: { of: everyone, amount: 400 kr/person, starts: 1 year, gains: care }
  spared: { of: everyone, amount: 70 kr/person, gains: state }
costs:
  team: { amount: [1200 kr/year, 2400 kr/year], paidBy: { school: 75 %, care: 25 % } }
${costs}
budget: ${budget}
`;

function checked(source: string): CheckedScenario {
  const outcome = checkText(source, "town.yaml");
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, null, 1));
  return outcome.scenario;
}

function figures(written: Written, outputs: readonly string[] = []) {
  const compiled = compile(checked(scenario(written)), { outputs });
  return { got: evaluate(compiled.graph, compiled.data, {}), compiled };
}

const close = (got: number, wanted: number) =>
  expect(Math.abs(got - wanted), `${got} against ${wanted}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
const paths = (figure: string, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `${figure}.y${first + index}`);

describe("calendar years", () => {
  test("a school year from August: five months in the year it begins, seven in the next", () => {
    const ids = paths("budget/cost.school", 2026, 2030);
    const { got } = figures({ budget: "{ inflation: 0 %/year }" }, ids);
    const wanted = [900 * (5 / 12), 900 * (7 / 12) + 1800 * (5 / 12), 1800 * (7 / 12), 0, 0];
    for (const [index, id] of ids.entries()) close(got[id], wanted[index]);
  });

  test("a programme from January has its years as they are", () => {
    const ids = paths("budget/benefit.care", 2026, 2029);
    const { got, compiled } = figures({ start: "2026-01", budget: "{ inflation: 0 %/year }" }, ids);
    for (const [index, id] of ids.entries()) close(got[id], [0, 4000, 4000, 0][index]);
    expect(compiled.budget?.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2026, 2027, 2028, 2029]);
  });

  test("costs with months of their own stand in their months", () => {
    const costs = `  start: { amount: 500 kr, when: months 0-1, paidBy: school }
  late: { amount: 300 kr, when: months 4-6, paidBy: school }
  spring: { amount: 1200 kr/year, when: months 5-9, paidBy: school }`;
    const ids = paths("budget/cost.school", 2026, 2027);
    const wanted = [500 + 300 / 3, 300 * (2 / 3) + 1200 * (5 / 12)];
    const { got } = figures({ budget: "{ inflation: 0 %/year }", costs }, ids);
    const without = figures({ budget: "{ inflation: 0 %/year }" }, ids).got;
    for (const [index, id] of ids.entries()) close(got[id] - without[id], wanted[index]);
  });

  test("without inflation the budget years add up to the programme years", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 20 }), (month, first) => {
        const costs = `  extra: { amount: 777 kr, when: months ${first}-${first + 3}, paidBy: care }`;
        const who = ["", ".school", ".care", ".state", ".town", ".organisation"];
        const flows = ["cost", "benefit", "balance"];
        const ids = flows.flatMap((flow) => who.map((one) => `${flow}${one}`));
        const { got } = figures(
          { start: `2026-${String(month).padStart(2, "0")}`, budget: "{ inflation: 0 %/year }", costs },
          [...ids, ...ids.map((id) => `budget/${id}`)],
        );
        for (const id of ids) close(got[`budget/${id}`], got[id]);
      }),
      { numRuns: 12, seed: 5 },
    ));
});

describe("current prices", () => {
  test("from the price year to the budget year, at one inflation or at each year's own", () => {
    const ids = paths("budget/cost.school", 2026, 2028);
    const plain = figures({ budget: "{ inflation: 0 %/year }" }, ids).got;
    const even = figures({}, ids).got;
    const listed = figures({ budget: "{ inflation: [1 %/year, 3 %/year] }" }, ids).got;
    for (const [index, id] of ids.entries()) {
      close(even[id], plain[id] * 1.02 ** (index + 1));
      close(listed[id], plain[id] * 1.01 * 1.03 ** index);
    }
  });

  test("a price year after the first budget year divides", () => {
    const ids = paths("budget/cost.school", 2026, 2028);
    const plain = figures({ budget: "{ inflation: 0 %/year }" }, ids).got;
    const { got } = figures({ priceYear: 2027 }, ids);
    for (const [index, id] of ids.entries()) close(got[id], plain[id] * 1.02 ** (index - 1));
  });

  test("moves nothing that is not of the budget", () => {
    const { got } = figures({});
    const source = scenario({}).replace(/^budget:.*$/m, "");
    const { graph, data } = compile(checked(source));
    for (const [id, value] of Object.entries(evaluate(graph, data, {}))) expect(got[id], id).toBe(value);
    expect(graph.outputs.some(({ id }) => id.includes("budget"))).toBe(false);
  });
});

describe("whose budget", () => {
  test("that of those who lead, or of those who are named; rows add up to the figures", () => {
    const { got, compiled } = figures({});
    expect([...new Set(compiled.budget?.map(({ actor }) => actor))]).toEqual(["school", "care"]);
    for (const year of [2026, 2027, 2028]) {
      const rows = compiled.budget!.filter((row) => row.year === year);
      const sum = rows.reduce((all, row) => all + got[row.benefit] - got[row.cost], 0);
      close(got[`budget/balance.organisation.y${year}`], sum);
    }
    const named = figures({ budget: "{ inflation: 2 %/year, of: [state, care] }" }).compiled;
    expect([...new Set(named.budget?.map(({ actor }) => actor))]).toEqual(["care", "state"]);
  });

  test("what can be taken out stands in its calendar year, apart from the rest of the benefit", () => {
    const source = scenario({ budget: "{ inflation: 0 %/year }" }).replace(
      "gains: care }",
      "gains: care, cashable: { share: 60 %, delay: 1 year } }",
    );
    const years = [2027, 2028, 2029, 2030];
    const ids = ["cashable", "freed", "benefit"].flatMap((figure) => years.map((y) => `budget/${figure}.care.y${y}`));
    const { graph, data, budget } = compile(checked(source), { outputs: ids });
    const got = evaluate(graph, data, {});
    // 4 000 kr in each of the school years 2027/28 and 2028/29, 60 % of it a year later.
    const taken = [0, 2400 * (5 / 12), 2400, 2400 * (7 / 12)];
    const gained = [4000 * (5 / 12), 4000, 4000 * (7 / 12), 0];
    for (const [index, year] of years.entries()) {
      close(got[`budget/cashable.care.y${year}`], taken[index]);
      close(got[`budget/freed.care.y${year}`], gained[index] - taken[index]);
      const row = budget!.find((own) => own.actor === "care" && own.year === year)!;
      close(got[row.cashable!], taken[index]);
    }
    const given = graph.outputs.filter(({ id }) => /^budget\/cashable\.care/.test(id)).map(({ id }) => id);
    expect(given).toContain("budget/cashable.care.y2030");
    expect(given).not.toContain("budget/cashable.care.y2026");
    expect(figures({}).compiled.budget?.every(({ cashable }) => cashable === undefined)).toBe(true);
  });

  test("a goal can be set on a budget year", () => {
    const source = `${scenario({})}criteria: { enough: { test: budget/benefit.care.y2028 >= 4 tkr } }\n`;
    const { graph, data } = compile(checked(source));
    const got = evaluate(graph, data, {});
    // 4 000 kr from August 2027 and from August 2028, at prices three years later.
    close(got["budget/benefit.care.y2028"], 4000 * 1.02 ** 3);
    expect(got["criteria.enough"]).toBe(1);
  });
});
