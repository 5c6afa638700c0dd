import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { checkedValue, resultOf, scenarioOf } from "./flows.ts";

/* Criteria together, and what a failure goes back to. */

/** Three actors who gain an amount between 0 and 1, each for itself. */
const three = (more: object) =>
  scenarioOf([0], "0 %/year", {
    actors: { a: "A", b: "B", c: "C" },
    costs: {},
    formulas: Object.fromEntries(
      ["a", "b", "c"].map((id) => [
        `income${id.toUpperCase()}`,
        { value: { as: "uniform", low: 0, high: 1, unit: "kr" }, gains: id },
      ]),
    ),

    ...more,
  });
const met = { first: 0.8, second: 0.5, third: 0.4 };
type Id = keyof typeof met;
const ids = Object.keys(met) as Id[];
const others = (id: Id) => ids.filter((own) => own !== id);

const criteria = (texts: Readonly<Record<Id, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { test: text }]));
const tests = criteria({ first: "net.a > 0.2 kr", second: "net.b > 0.5 kr", third: "net.c > 0.6 kr" });

describe("shares of failure, against independent chances", () => {
  const check = async (more: object, success: number, unmet: (id: Id) => number, alone: (id: Id) => number) => {
    const { criteria: found } = await resultOf(three({ criteria: tests, ...more }));
    expect(Math.abs(found.success.probability.value - success)).toBeLessThan(0.01);
    for (const id of ids) {
      const shares = found[id].ofFailures;
      expect(Math.abs((shares?.unmet.value ?? Number.NaN) - unmet(id)), `${id} unmet`).toBeLessThan(0.01);
      expect(Math.abs((shares?.alone.value ?? Number.NaN) - alone(id)), `${id} alone`).toBeLessThan(0.01);
      expect(shares!.unmet.se).toBeLessThan(0.01);
      expect(shares!.alone.value).toBeLessThanOrEqual(shares!.unmet.value);
    }
    expect(found.success.ofFailures).toBeUndefined();
    // Counted beside the criteria, never as criteria.
    expect(Object.keys(found)).toEqual([...ids, "all", "success"]);
  };

  test("all", async () => {
    const success = 0.8 * 0.5 * 0.4;
    await check(
      {},
      success,
      (id) => (1 - met[id]) / (1 - success),
      (id) => ((1 - met[id]) * others(id).reduce((product, own) => product * met[own], 1)) / (1 - success),
    );
  });

  test("any: all are unmet, and each would have been enough", async () => {
    await check(
      { success: { any: ids } },
      1 - 0.2 * 0.5 * 0.6,
      () => 1,
      () => 1,
    );
  });

  test("at least two: a criterion is enough where one other is met", async () => {
    const [p, q, r] = [0.8, 0.5, 0.4];
    const success = p * q + p * r + q * r - 2 * p * q * r;
    const oneOther = (id: Id) => {
      const [x, y] = others(id).map((own) => met[own]);
      return x * (1 - y) + y * (1 - x);
    };
    const noOther = (id: Id) => others(id).reduce((product, own) => product * (1 - met[own]), 1);
    await check(
      { success: { atLeast: 2, of: ids } },
      success,
      (id) => ((1 - met[id]) * (oneOther(id) + noOther(id))) / (1 - success),
      (id) => ((1 - met[id]) * oneOther(id)) / (1 - success),
    );
  });

  test("none where one criterion is all there is, and none where nothing fails", async () => {
    const alone = await resultOf(three({ criteria: { first: { test: "net.a > 0.2 kr" } } }));
    expect(alone.criteria.first.ofFailures).toBeUndefined();
    const sure = criteria({ first: "net.a > -1 kr", second: "net.b > -1 kr", third: "net.c > -1 kr" });
    const never = await resultOf(three({ criteria: sure }));
    expect(never.criteria.success.probability.value).toBe(1);
    expect(never.criteria.first.ofFailures).toBeUndefined();
  });
});

test("each kind of figure can be asked for, of an actor, a segment and a year", () => {
  const text = [
    "net.a > 0 kr",
    "net.a.y0 > 0 kr",
    "cumulativeNet.a.y0 > 0 kr",
    "pvBenefit.a <= 1 kr",
    "benefit.incomeA.a.y0 > 0 kr",
    "cost.a < 1 kr",
    "balance.y0 > 0 kr",
    "paybackYear.a < 1 year",
    "returnPerKrona.a >= 1",
    "netPresentValueRatio.a >= 0",
    "breakEvenShare.a <= 1",
    "annualEquivalent.a > 0 kr/year",
  ];
  const own = Object.fromEntries(text.map((one, i) => [`c${i}`, { test: one }]));
  const { criteria: found } = checkedValue(three({ criteria: own })).content;
  expect(Object.keys(found)).toHaveLength(text.length);
});

test("chances fall as thresholds rise, no joint one is larger than its parts, and ratios pass 1 where net passes 0", async () => {
  const spread = fc.record({ mean: fc.integer({ min: 50, max: 400 }), sd: fc.integer({ min: 10, max: 200 }) });
  const share = { mean: 100, sd: 15, min: 1 };
  for (const { mean, sd } of fc.sample(spread, { numRuns: 4, seed: 11 })) {
    const thresholds = [-200, -50, 0, 50, 200];
    const value = scenarioOf([0, 0, 0], "3 %/year", {
      costs: { outlay: { amount: { ...share, unit: "kr" }, when: "year 0", paidBy: "municipality" } },
      formulas: { income: { value: { mean: mean / 3, sd: sd / 3, unit: "kr" }, gains: "municipality" } },
      criteria: {
        ...Object.fromEntries(thresholds.map((at, i) => [`at${i}`, { test: `net >= ${at} kr` }])),
        back: { test: "returnPerKrona >= 1" },
        quota: { test: "netPresentValueRatio >= 0" },
        yearly: { test: "annualEquivalent >= 0 kr/year" },
        late: { test: "paybackYear < 3 years" },
      },
    });
    const request = { ...compile(checkedValue(value)), seed: "3", design: "plain" as const, draws: 16_384 };
    const { criteria: found } = (await simulate(request, inline()))!.result;
    const chance = (id: string) => found[id].probability.value;
    for (let i = 1; i < thresholds.length; i++) expect(chance(`at${i}`)).toBeLessThanOrEqual(chance(`at${i - 1}`));
    for (const id of Object.keys(found)) expect(chance("all")).toBeLessThanOrEqual(chance(id));
    for (const id of ["back", "quota", "yearly"]) expect(chance(id), id).toBe(chance("at2"));
    expect(chance("late")).toBeGreaterThanOrEqual(chance("at2"));
  }
});
