import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { say } from "../../engine/issues.ts";
import { about } from "../../scenarios/about.ts";
import { checkText, checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { priceFiles } from "../../scenarios/files.ts";
import { onCosts } from "../../scenarios/onCosts/table.ts";
import { evaluate } from "../model/evaluate.ts";

/** A scenario of certain numbers whose costs are these lines. */
const withCosts = (costs: readonly string[], more = "") => `
format: utfall-scenario/1
id: costs
title: Costs
priceYear: 2021
programme: { start: 2026-08, years: 3 }
horizon: 4 years
discounting: 0 %/year
actors: { fund: The fund, state: The state }
target: { size: 40 people/year }
funnel: { accepted: 70 %, dropout: 25 %, dropouts: { costKept: 60 % } }
costs:
${costs.map((cost, k) => `  c${k}: { ${cost}, paidBy: fund }`).join("\n")}
${more}`;

function sound(text: string) {
  const outcome = checkText(text, "costs.yaml", priceFiles());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, undefined, 1));
  return outcome.scenario;
}

/** The cost of each year of the horizon. */
function yearly(cost: string, more = ""): number[] {
  const outputs = Array.from({ length: 4 }, (_, year) => `cost.y${year}`);
  const { graph, data } = compile(sound(withCosts([cost], more)), { outputs });
  const got = evaluate(graph, data, {});
  return outputs.map((id) => got[id]);
}

const close = (got: readonly number[], wanted: readonly number[]): void => {
  expect(got.length).toBe(wanted.length);
  for (const [k, value] of got.entries()) expect(value).toBeCloseTo(wanted[k], 8);
};

describe("phases", () => {
  test.each([
    ["amount: 12 000 kr/month", [144_000, 144_000, 144_000, 0]],
    ["amount: 12 000 kr/month, when: months 3-8", [72_000, 0, 0, 0]],
    ["amount: 12 000 kr/month, when: months 6-17", [72_000, 72_000, 0, 0]],
    ["amount: 12 000 kr/month, when: month 0", [12_000, 0, 0, 0]],
    ["amount: 120 000 kr/year, when: quarter 2", [30_000, 0, 0, 0]],
    ["amount: 120 000 kr/year, when: quarters 1-4", [90_000, 30_000, 0, 0]],
    ["amount: 120 000 kr/year, when: months 36-47", [0, 0, 0, 120_000]],
    ["amount: 90 000 kr, when: month 13", [0, 90_000, 0, 0]],
    ["amount: 90 000 kr, when: months 9-17", [30_000, 60_000, 0, 0]],
    ["amount: 1 000 kr/person, per: enrolled, when: months 2-4", [25_200, 0, 0, 0]],
    ["amount: 1 200 kr/person/year, per: completed, when: months 6-17", [12_600, 12_600, 0, 0]],
    ["amount: [10 000 kr, 30 000 kr]", [10_000, 30_000, 30_000, 0]],
    ["amount: 100 000 kr/year, when: months 6-17, drift: 10 %/year", [50_000, 55_000, 0, 0]],
  ] as const)("%s", (cost, wanted) => close(yearly(cost), wanted));

  test("a line tells which months it covers, where those are not whole years", () => {
    const months = (cost: string) => sound(withCosts([cost])).content.costs.c0.when;
    expect(months("amount: 12 000 kr/month, when: months 3-8")).toBe("months 3-8");
  });

  test("a sum that comes once is the same however it is spread over months, and a year's parts make the year", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 35 }),
        fc.integer({ min: 0, max: 35 }),
        fc.integer({ min: 1, max: 10_000 }),
        (a, b, amount) => {
          const [first, last] = [Math.min(a, b), Math.max(a, b)];
          const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
          const once = yearly(`amount: ${amount} kr, when: months ${first}-${last}`);
          expect(sum(once)).toBeCloseTo(amount, 8);
          const before = yearly(`amount: ${amount} kr/year, until: month ${last}`);
          const after = last === 35 ? [0, 0, 0, 0] : yearly(`amount: ${amount} kr/year, when: months ${last + 1}-35`);
          close(
            before.map((value, year) => value + after[year]),
            [amount, amount, amount, 0],
          );
        },
      ),
      { numRuns: 12, seed: 7 },
    ));
});

describe("income that ends", () => {
  test.each([
    ["amount: -600 tkr/year, until: 2027-12", [-600_000, -250_000, 0, 0]],
    ["amount: -600 tkr/year, until: month 16", [-600_000, -250_000, 0, 0]],
    ["amount: -600 tkr/year, until: quarter 4", [-600_000, -150_000, 0, 0]],
    ["amount: -600 tkr/year, until: 2032-01", [-600_000, -600_000, -600_000, 0]],
    ["amount: -200 kr/person, per: enrolled, until: month 5", [-2_520, 0, 0, 0]],
    ["amount: -200 kr/person, per: enrolled", [-5_040, -5_040, -5_040, 0]],
  ] as const)("%s", (cost, wanted) => close(yearly(cost), wanted));

  const ending = (costs: readonly string[]) =>
    sound(withCosts(costs)).warnings.filter(({ code }) => code === "grantEnds");

  test("is told where costs go on, unless other income takes over", () => {
    const grant = "amount: -600 tkr/year, until: 2027-12";
    const [found] = ending(["amount: 900 tkr/year", grant]);
    expect(found.path).toBe("costs.c1.until");
    expect(say(found, "en").found).toBe(
      "c1 ends with 2027-12 while the costs go on (c0): those who pay them then bear the whole cost",
    );
    expect(ending(["amount: 900 tkr/year, until: month 16", grant])).toEqual([]);
    expect(ending(["amount: 900 tkr/year", grant, "amount: -100 tkr/year, when: months 17-35"])).toEqual([]);
    expect(ending(["amount: 900 tkr, when: year 0", "amount: -600 tkr, when: year 0"])).toEqual([]);
    expect(ending(["amount: 900 tkr/year", "amount: -600 tkr, when: year 0"]).length).toBe(1);
  });
});

describe("a cost that grows", () => {
  test.each([
    ["amount: 100 000 kr/year, rampUp: [50 %, 80 %]", [50_000, 80_000, 80_000, 0]],
    ["amount: 100 000 kr/year, fullAfter: 0 months", [100_000, 100_000, 100_000, 0]],
    ["amount: 100 000 kr/year, fullAfter: 6 months", [75_000, 100_000, 100_000, 0]],
    ["amount: 100 000 kr/year, fullAfter: 2 years", [25_000, 75_000, 100_000, 0]],
    ["amount: 100 000 kr/year, fullAfter: 12 months, when: months 6-35", [12_500, 87_500, 100_000, 0]],
  ] as const)("%s", (cost, wanted) => close(yearly(cost), wanted));
});

describe("what a cost is counted by", () => {
  test.each([
    ["amount: 100 kr/person, per: reached", [4_000, 4_000, 4_000, 0]],
    ["amount: 100 kr/person, per: enrolled", [2_520, 2_520, 2_520, 0]],
    ["amount: 100 kr/person, per: completed", [2_100, 2_100, 2_100, 0]],
    ["amount: 1 000 kr/group, per: group of 12", [3_000, 3_000, 3_000, 0]],
    ["amount: 1 000 kr/group, per: group of 12 completed", [2_000, 2_000, 2_000, 0]],
    ["amount: 1 000 kr/group, per: group of 12 reached", [4_000, 4_000, 4_000, 0]],
    ["amount: 3 000 kr/person/month, number: 4 months, per: completed", [252_000, 252_000, 252_000, 0]],
  ] as const)("%s", (cost, wanted) => close(yearly(cost), wanted));

  test("whole groups cost at least what their part of a group would, and more people never less", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 30 }),
        (people, more, of) => {
          const cost = (size: number, per: string) => {
            const text = withCosts([per]).replace("40 people/year", `${size} people/year`);
            const { graph, data } = compile(sound(text), { outputs: ["cost.y0"] });
            return evaluate(graph, data, {})["cost.y0"];
          };
          const steps = `amount: 1 000 kr/group, per: group of ${of}`;
          const smooth = `amount: ${(1000 / of).toFixed(6)} kr/person, per: enrolled`;
          const now = cost(people, steps);
          expect(now).toBeGreaterThanOrEqual(cost(people, smooth.replace("enrolled", "completed")) - 1e-3);
          expect(now).toBeGreaterThanOrEqual((people * 0.7 * 1000) / of - 1e-6);
          for (const one of [steps, smooth]) expect(cost(people + more, one)).toBeGreaterThanOrEqual(cost(people, one));
        },
      ),
      { numRuns: 10, seed: 11 },
    ));
});

describe("wage on-costs", () => {
  const post = (charges: string) => `post: { salary: 30 000 kr/month${charges} }`;
  const codes = (costs: readonly string[], more = "") =>
    sound(withCosts(costs, more)).warnings.map(({ code, path }) => `${code} ${path}`);

  test.each(Object.entries(onCosts))("of %s from the table, for both employers", (year, { percent }) => {
    const rate = (text: string) => Number(text.replace(" %", "")) / 100;
    const charges = `, charges: { PO: ${year} }`;
    const year0 = yearly(post(charges))[0];
    expect(year0).toBeCloseTo(360_000 * (1 + rate(percent.municipality)), 6);
    const region = yearly(post(charges.replace("}", ", employer: region }")))[0];
    expect(region).toBeCloseTo(360_000 * (1 + rate(percent.region)), 6);
    expect(percent.municipality).not.toBe(percent.region);
  });

  test("the checked content says the rate and where it is from, and checks to itself", () => {
    const { content, hash } = sound(withCosts([post(", charges: { PO: 2021 }")]));
    expect(content.costs.c0.post?.charges).toMatchObject({ PO: 2021, value: "40.15 %", evidence: "data" });
    const again = checkValue(JSON.parse(JSON.stringify(content)));
    expect(again.ok && again.scenario.hash).toBe(hash);
  });

  test("the source of a rate of the table is the table, not what the file says of other numbers", () => {
    const more = "sources: { ours: Ours }\ndefaults: { source: ours, evidence: assumption }";
    const rows = about(sound(withCosts([post(", charges: { PO: 2021 }")], more))).assumptions;
    const charges = rows.find(({ place }) => place === "costs.c0.post.charges");
    expect(charges).toMatchObject({ evidence: "data", note: { sv: expect.stringContaining("SKR") } });
    expect(charges?.source).toBeUndefined();
  });

  test("a rate of one's own leads, whatever year it says", () => {
    close(yearly(post(", charges: { value: 45 %, PO: 2021 }")), [522_000, 522_000, 522_000, 0]);
  });

  test("missing, of another year, or twice: told", () => {
    expect(codes([post("")])).toEqual(["onCostMissing costs.c0.post"]);
    expect(codes([post(", charges: 40 %")])).toEqual([]);
    expect(codes([post(", charges: { PO: 2019 }")])).toEqual(["onCostOtherYear costs.c0.post.charges.PO"]);
    const own = `unitCosts:
  entries:
    nurse: { title: A nurse, amount: 45 000 kr/month, priceYear: 2021, source: ours, includes: [wages, employersContributions] }
sources: { ours: Ours }`;
    const nurse = (more: string) => `post: { salary: { unitCost: nurse }${more} }`;
    expect(codes([nurse("")], own)).toEqual([]);
    expect(codes([nurse(", charges: 40 %")], own)).toEqual(["onCostTwice costs.c0.post.charges"]);
  });
});
