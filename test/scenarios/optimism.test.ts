import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { about } from "../../scenarios/about.ts";
import { checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { checked } from "./catalogue.ts";

/** Costs of 100, 50 and 50 against benefits of 30 in years 3 to 9, at 3.5 %. */
const scenario = (optimism: string, more: Readonly<Record<string, string>> = {}) => `
format: utfall-scenario/1
id: optimism
title: Optimism
priceYear: 2025
programme: { years: 3 }
horizon: 10 years
discounting: ${more.rate ?? "3.5 %/year"}
actors: { fund: The fund, home: The home }
sources: { record: Earlier programmes }
target: { size: [1 people, 0 people] }
consequences:
  saving: { of: everyone, amount: ${more.amount ?? "30 kr/person/year"}, starts: 3 years, lasts: 7 years, gains: fund, loses: home${more.saving ?? ""} }
costs:
  run: { amount: [100 kr, 50 kr], paidBy: fund }
${more.costs ?? ""}
${optimism}`;

function figures(optimism: string, outputs: readonly string[] = [], more: Readonly<Record<string, string>> = {}) {
  const { graph, data } = compile(checked(scenario(optimism, more)), { outputs });
  return evaluate(graph, data, {});
}

const near = (got: number, wanted: number): void =>
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));

describe("closed forms", () => {
  test("without it, and with 51 % half mitigated", () => {
    const plain = figures("");
    near(plain["pvCost.fund"], 194.984713762282);
    near(plain["pvBenefit.fund"], 171.239767008677);
    near(plain["returnPerKrona.fund"], 0.878221495956);
    const got = figures("optimism: { cost: 51 %, mitigated: 50 % }", ["pvCost.optimism.fund", "cost.optimism.y1"]);
    near(got["returnPerKrona.fund"], 0.699778084426);
    near(got["pvCost.optimism.fund"], 0.255 * plain["pvCost.fund"]);
    near(got["cost.optimism.y1"], 0.255 * 50);
    near(got["pvCost.fund"], 1.255 * plain["pvCost.fund"]);
    near(got["pvBenefit.fund"], plain["pvBenefit.fund"]);
  });

  test("of benefits, by part of what is dealt with", () => {
    const plain = figures("");
    const got = figures("optimism: { cost: 40 %, benefit: 20 %, mitigated: { cost: 75 % } }", [
      "pvBenefit.optimism.fund",
    ]);
    near(got["pvCost.fund"], 1.1 * plain["pvCost.fund"]);
    near(got["pvBenefit.fund"], 0.8 * plain["pvBenefit.fund"]);
    near(got["pvBenefit.optimism.fund"], -0.2 * plain["pvBenefit.fund"]);
    // What the fund gains and the home loses nets out as before.
    near(got.pvBenefit, 0);
  });

  test.each([
    ["12 months", [0, 0, 0, 0, 30, 30, 30, 30, 30, 30]],
    ["6 months", [0, 0, 0, 15, 30, 30, 30, 30, 30, 30]],
    ["30 months", [0, 0, 0, 0, 0, 15, 30, 30, 30, 30]],
  ])("of time: %s later", (delay, wanted) => {
    const years = wanted.map((_, year) => `benefit.fund.y${year}`);
    const got = figures(`optimism: { delay: ${delay} }`, years);
    for (const [year, id] of years.entries()) near(got[id], wanted[year]);
    const half = figures(`optimism: { delay: { value: ${delay} }, benefit: 10 %, mitigated: { delay: 100 % } }`, years);
    for (const [year, id] of years.entries()) near(half[id], year < 3 ? 0 : 27);
  });

  test("what comes later has the prices of when it comes", () => {
    const got = figures("optimism: { delay: 1 year }", ["benefit.fund.y4"], { saving: ", drift: 10 %/year" });
    near(got["benefit.fund.y4"], 30 * 1.1 ** 4);
  });

  test("what is cashable becomes less and comes later with the benefit", () => {
    const outputs = ["cashable.fund.y3", "cashable.fund.y4", "freed.fund.y4", "benefit.fund.y4"];
    const got = figures("optimism: { benefit: 20 %, delay: 1 year }", outputs, { saving: ", cashable: 50 %" });
    near(got["cashable.fund.y3"], 0);
    near(got["cashable.fund.y4"], 12);
    near(got["cashable.fund.y4"] + got["freed.fund.y4"], got["benefit.fund.y4"]);
  });

  test("income is not raised with the costs", () => {
    const grant = "  grant: { amount: -60 kr, when: year 0, paidBy: fund }";
    const got = figures("optimism: { cost: 50 % }", ["cost.optimism", "cost.fund.y0"], { costs: grant });
    near(got["cost.optimism"], 100);
    near(got["cost.fund.y0"], 100 - 60 + 50);
  });

  test("a formula that gains comes later too", () => {
    const formula = "formulas: { extra: { value: = 12 kr * programmeYear, gains: home } }";
    const got = figures(`${formula}\noptimism: { delay: 6 months }`, ["benefit.home.y0", "benefit.home.y3"], {
      amount: "0 kr/person/year",
    });
    near(got["benefit.home.y0"], 6);
    near(got["benefit.home.y3"], 6);
  });
});

test("never cheaper, and never better where all is gain", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 100 }),
      (cost, benefit, months, dealt) => {
        const plain = figures("");
        const got = figures(
          `optimism: { cost: ${cost} %, benefit: ${benefit} %, delay: ${months} months, mitigated: ${dealt} % }`,
        );
        expect(got["pvCost.fund"]).toBeGreaterThanOrEqual(plain["pvCost.fund"] - 1e-9);
        expect(got["pvBenefit.fund"]).toBeLessThanOrEqual(plain["pvBenefit.fund"] + 1e-9);
        near(got["net.fund"], got["pvBenefit.fund"] - got["pvCost.fund"]);
        if (dealt === 100) near(got["net.fund"], plain["net.fund"]);
      },
    ),
    { numRuns: 15, seed: 3 },
  ));

test("its numbers are assumptions with their source, and the content checks to itself", () => {
  const own = checked(
    scenario("optimism: { cost: { low: 5 %, best: 20 %, high: 50 % }, mitigated: 50 %, source: record }"),
  );
  const rows = about(own).assumptions.filter(({ place }) => place.startsWith("optimism."));
  expect(rows.map(({ title, source, uncertain }) => [title.en, source, uncertain])).toEqual([
    ["Allowance for optimism: costs are higher by", "record", true],
    ["Allowance for optimism: share dealt with", "record", false],
  ]);
  const again = checkValue(JSON.parse(JSON.stringify(own.content)));
  expect(again.ok && again.scenario.hash).toBe(own.hash);
});
