import { describe, expect, test } from "vitest";
import type { NumberSummary, Result, VarianceByLevel } from "../../engine/result/result.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { about } from "../../scenarios/about.ts";
import { defineScenario } from "../../scenarios/builder.ts";
import { checkText, checkValue } from "../../scenarios/check.ts";
import { compile } from "../../scenarios/compile/index.ts";

type Written = Parameters<typeof defineScenario>[0];

const head: Written = {
  id: "own",
  title: "Own amounts",
  priceYear: 2025,
  discounting: "0 %/year",
  actors: { municipality: "Municipality" },
};

/** A scenario whose cost is one quantity. */
const costOf = (total: unknown): Written => ({
  ...head,
  quantities: { total: total as string },
  formulas: { paid: { value: "= total", paidBy: "municipality" } },
});

async function ran(
  written: Written,
  asked: { readonly seed?: string; readonly draws?: number; readonly chance?: "on" | "off" } = {},
) {
  const { seed = "1", draws = 16_384, chance = "on" } = asked;
  const compiled = compile(defineScenario(written), { chance });
  return (await simulate({ ...compiled, seed, draws, design: "sobol" }, inline()))!.result;
}

const number = (result: Result, id: string) => result.outputs[id] as NumberSummary;

const days = { as: "lognormal", mean: "120 day/person", sd: "90 day/person" };
const m = 120 * 50;
const v = (90 * 50) ** 2;

describe("added up over a number", () => {
  test.each([
    ["a certain number, one by one", { number: "8 people" }, 8 * m, 8 * v],
    ["a certain number, partly together", { number: "8 people", oneByOne: 3 }, 8 * m, 8 * v],
    ["a certain number, all together", { number: "8 people", oneByOne: 0 }, 8 * m, 8 * v],
    ["an expected number: compound Poisson", { expected: "5 people" }, 5 * m, 5 * (v + m * m)],
    ["an expected number, all together", { expected: "5 people", oneByOne: 0 }, 5 * m, 5 * (v + m * m)],
    ["a number with a half", { number: "4.5 people" }, 4.5 * m, 4.5 * v + 0.25 * m * m],
    ["none", { number: "0 people" }, 0, 0],
  ])("%s", async (_, counted, mean, variance) => {
    const result = await ran(costOf({ each: days, times: "50 kr/day", ...counted }));
    const { mean: found, sd } = number(result, "pvCost");
    expect(Math.abs(found.value - mean)).toBeLessThan(4 * found.se + 1e-9);
    expect(Math.abs(sd.value - Math.sqrt(variance))).toBeLessThan(4 * sd.se + 1e-9);
    if (variance > 0) expect(result.varianceByLevel!.net.chance.share.value).toBeGreaterThan(0.99);
  });

  test("compound Poisson over 20 seeds: mean and variance with errors that are true", async () => {
    const mean = 5 * m;
    const sd = Math.sqrt(5 * (v + m * m));
    const z: Record<"mean" | "sd", number[]> = { mean: [], sd: [] };
    for (let seed = 0; seed < 20; seed++) {
      const written = costOf({
        each: days,
        times: "50 kr/day",
        expected: "5 people",
        oneByOne: 4,
      });
      const found = number(await ran(written, { seed: String(seed) }), "pvCost");
      z.mean.push((found.mean.value - mean) / found.mean.se);
      z.sd.push((found.sd.value - sd) / found.sd.se);
    }
    for (const [name, all] of Object.entries(z)) {
      const average = all.reduce((sum, x) => sum + x, 0) / all.length;
      const square = Math.sqrt(all.reduce((sum, x) => sum + x * x, 0) / all.length);
      expect(Math.abs(average), name).toBeLessThan(3.5 / Math.sqrt(20));
      expect(square, name).toBeGreaterThan(0.5);
      expect(square, name).toBeLessThan(1.7);
    }
  });

  test("an uncertain expected number: what of the variance is chance", async () => {
    const rate = { as: "gamma", mean: "5 people", sd: "2 people" };
    const result = await ran(costOf({ each: days, times: "50 kr/day", expected: rate }));
    const chance = 5 * (v + m * m);
    const assumptions = 4 * m * m;
    const found: VarianceByLevel = result.varianceByLevel!.net;
    expect(Math.abs(found.chance.share.value - chance / (chance + assumptions))).toBeLessThan(
      4 * found.chance.share.se,
    );
    expect(found.chance.share.se).toBeLessThan(0.02);
    expect(Math.abs(found.assumptions.sd.value - Math.sqrt(assumptions))).toBeLessThan(4 * found.assumptions.sd.se);
  });

  test("percentiles of so many exponential amounts are those of their gamma", async () => {
    const result = await ran(costOf({ each: { as: "exponential", rate: "1", unit: "kr/person" }, number: "3 people" }));
    const { percentiles } = number(result, "pvCost");
    // qgamma(p, 3)
    for (const [level, exact] of [
      ["5", 0.8176914],
      ["50", 2.6740603],
      ["95", 6.2957936],
    ] as const)
      expect(Math.abs(percentiles[level].value - exact), level).toBeLessThan(4 * percentiles[level].se);
  });

  test("a run without chance says that their luck is left out", () => {
    const scenario = defineScenario(costOf({ each: days, times: "50 kr/day", number: "8 people" }));
    expect(compile(scenario).warnings).toEqual([{ code: "eachAsMean", with: { places: "total" } }]);
    expect(compile(scenario, { chance: "on" }).warnings).toEqual([]);
  });

  test("without chance it is the number times the mean", async () => {
    const result = await ran(
      costOf({ each: days, times: "50 kr/day", expected: { as: "gamma", mean: "5 people", sd: "2 people" } }),
      { chance: "off" },
    );
    const { mean, sd } = number(result, "pvCost");
    expect(Math.abs(mean.value - 5 * m)).toBeLessThan(4 * mean.se);
    expect(Math.abs(sd.value - 2 * m)).toBeLessThan(4 * sd.se);
  });
});

describe("counted by the place", () => {
  const consequence = (amount: unknown, more: object = {}): Written => ({
    ...head,
    target: { size: "30 people" },
    outcomes: { placed: { title: "Placed", better: "lower", effect: { points: "20 pp", measuredOn: "everyone" } } },
    consequences: { care: { of: "placed", amount: amount as string, gains: "municipality", ...more } },
  });
  const perCase = { as: "lognormal", mean: "120 day/case", sd: "90 day/case" };

  test("every avoided case has an amount of its own: a random sum", async () => {
    const result = await ran(consequence({ each: perCase, times: "50 kr/day" }));
    const { mean, sd } = number(result, "pvBenefit");
    expect(Math.abs(mean.value - 6 * m)).toBeLessThan(4 * mean.se);
    expect(Math.abs(sd.value - Math.sqrt(6 * v + 30 * 0.2 * 0.8 * m * m))).toBeLessThan(4 * sd.se);
  });

  test("through a name, with a share, and with a multiplier that is drawn for all at once", async () => {
    const written = consequence("ownDays", { share: "50 %" });
    const rate = { mean: "50 kr/day", sd: "10 kr/day" };
    const result = await ran({ ...written, quantities: { ownDays: { each: perCase, times: rate } } });
    const { mean, sd } = number(result, "pvBenefit");
    expect(Math.abs(mean.value - 3 * m)).toBeLessThan(4 * mean.se);
    const days2 = 3 * 90 * 90 + 30 * 0.1 * 0.9 * 120 * 120;
    const variance = days2 * (50 * 50 + 100) + 100 * (3 * 120) ** 2;
    expect(Math.abs(sd.value - Math.sqrt(variance))).toBeLessThan(4 * sd.se);
    expect(
      about(defineScenario({ ...written, quantities: { ownDays: { each: perCase, times: rate } } })).assumptions.some(
        ({ input }) => input === "own/ownDays.times",
      ),
    ).toBe(true);
  });

  test("of people, where harm is done the sign turns", async () => {
    const harmed = consequence({ each: perCase, times: "50 kr/day" });
    const outcomes = {
      placed: { ...harmed.outcomes!.placed, effect: { points: "-20 pp", measuredOn: "everyone" as const } },
    };
    const { mean } = number(await ran({ ...harmed, outcomes }), "pvBenefit");
    expect(Math.abs(mean.value + 6 * m)).toBeLessThan(4 * mean.se);
    const people = consequence({ each: days, times: "50 kr/day" }, { of: "enrolled" });
    const { sd } = number(await ran(people), "pvBenefit");
    expect(Math.abs(sd.value - Math.sqrt(30 * v))).toBeLessThan(4 * sd.se);
  });

  test("without chance a case has the mean", async () => {
    const { mean, sd } = number(
      await ran(consequence({ each: perCase, times: "50 kr/day" }), { chance: "off" }),
      "pvBenefit",
    );
    expect(mean.value).toBeCloseTo(6 * m, 6);
    expect(sd.value).toBe(0);
  });
});

describe("what is wrong is said", () => {
  const problems = (written: unknown) => {
    const outcome = checkValue({ format: "utfall-scenario/1", ...(written as object) });
    return outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} ${path}`);
  };
  const ofTotal = (total: object) => problems(costOf(total));

  test.each([
    [{ each: "120 day/person", number: "8 people", times: "50 kr/day" }, "eachExpected quantities.total.each"],
    [{ each: days, number: "8 people", unit: "kr", times: "50 kr/day" }, "eachBeside quantities.total.unit"],
    [{ each: days, number: "8 people", expected: "8 people", times: "50 kr/day" }, "eachCountedTwice quantities.total"],
    [{ each: days, number: "8 people", nunber: 3, times: "50 kr/day" }, "unknownKey quantities.total.nunber"],
    [{ each: days, number: "8 people", oneByOne: 2.5, times: "50 kr/day" }, "oneByOneRange quantities.total.oneByOne"],
    [{ each: days, number: "8 people", oneByOne: 500, times: "50 kr/day" }, "oneByOneRange quantities.total.oneByOne"],
    [
      { each: { as: "pareto", low: 10, shape: 0.9, unit: "kr/person" }, number: "8 people" },
      "eachNoMean quantities.total.each",
    ],
    [
      { each: { as: "pareto", low: 10, shape: 2.5, unit: "kr/person" }, number: "40 people" },
      "eachHeavy quantities.total.each",
    ],
    [
      { each: { as: "pareto", low: 10, shape: 2.5, unit: "kr/person" }, expected: "4 people" },
      "eachHeavy quantities.total.each",
    ],
    [{ each: days, times: "50 kr/day" }, "eachNotHere formulas.paid.value"],
    [{ each: { mean: "120 day/person" }, number: "8 people" }, "distributionParameterMissing quantities.total.each"],
  ])("%j", (total, expected) => {
    expect(ofTotal(total)).toContain(expected);
  });

  test("a heavy tail is let be where all are drawn one by one, or where it is cut off", () => {
    const pareto = { as: "pareto", low: 10, shape: 2.5, unit: "kr/person" };
    expect(ofTotal({ each: pareto, number: "20 people" })).toEqual([]);
    expect(
      ofTotal({ each: pareto, number: { low: "5 people", best: "10 people", high: "40 people" }, oneByOne: 40 }),
    ).toEqual([]);
    expect(ofTotal({ each: { ...pareto, max: 1000 }, number: "40 people" })).toEqual([]);
  });

  test("what each has of its own is counted by consequences of people or cases only", () => {
    const base = { ...head, target: { size: "30 people", segments: {} }, costs: {}, format: "utfall-scenario/1" };
    const cost = {
      amount: { each: { mean: "9 kr/person", sd: "1 kr/person" } },
      per: "enrolled",
      paidBy: "municipality",
    };
    expect(problems({ ...base, costs: { lunch: cost } })).toContain("eachNotHere costs.lunch.amount");
    const outcomes = {
      absence: {
        title: "Absence",
        better: "lower",
        unit: "hour/person",
        effect: { points: "3 hour/person", measuredOn: "everyone" },
      },
    };
    const consequences = {
      lost: { of: "absence", amount: { each: { mean: "9 kr/hour", sd: "1 kr/hour" } }, gains: "municipality" },
    };
    expect(problems({ ...base, outcomes, consequences })).toContain("eachNotHere consequences.lost.amount");
    const perYear = { ...head, programme: { years: 2 }, format: "utfall-scenario/1" };
    const number = ["3 people", "4 people"];
    expect(
      problems({ ...perYear, ...costOf({ each: days, number, times: "50 kr/day" }), programme: { years: 2 } }),
    ).toContain("yearsNotHere quantities.total.number");
  });

  test("at its line, and the content checks to itself again", () => {
    const text = `format: utfall-scenario/1
id: own
title: Own
quantities:
  total: { each: { mean: 3, sd: 1, unit: kr/person }, number: 8 people }
  wrong: { each: 5 kr/person, number: 8 people }
formulas: { y: = total + wrong }
`;
    const outcome = checkText(text, "own.yaml");
    expect(outcome.ok ? [] : outcome.issues.map(({ code, at }) => [code, at?.line, at?.column])).toContainEqual([
      "eachExpected",
      6,
      18,
    ]);
    const scenario = defineScenario(costOf({ each: days, number: "8  people", times: "50 kr/day" }));
    const again = checkValue(scenario.content);
    expect(again.ok && again.scenario.hash).toBe(scenario.hash);
    const { graph } = compile(scenario);
    expect(graph.inputs).toEqual([]);
    expect(
      compile(scenario, { chance: "on" })
        .graph.inputs.map(({ path }) => path)
        .slice(0, 2),
    ).toEqual(["own/total.number#whole", "own/total#1"]);
  });
});
