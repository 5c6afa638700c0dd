import { describe, expect, test } from "vitest";
import type { NumberSummary } from "../../engine/result/result.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { defineScenario } from "../../scenarios/builder.ts";
import { compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";

type Written = Parameters<typeof defineScenario>[0];

/** Ten avoided cases a year among a hundred people, in years 0 and 1 of four. */
const base: Written = {
  id: "small",
  title: "A small scenario",
  priceYear: 2025,
  discounting: "0 %/year",
  programme: { years: 2 },
  horizon: "4 years",
  units: { visit: "Visit" },
  actors: {
    town: { title: "The town", parts: { social: "Social services", school: "Schools" } },
    independent: "Independent schools",
  },
  target: { size: "100 people" },
  outcomes: {
    placed: {
      title: "Placed",
      better: "lower",
      baseline: "20 %",
      effect: { relativeReduction: "50 %", measuredOn: "everyone" },
    },
  },
};

/** Figures of a scenario without spread. */
function figures(more: Partial<Written>, outputs: readonly string[] = []) {
  const { graph, data } = compile(defineScenario({ ...base, ...more }), { outputs });
  return evaluate(graph, data, {});
}

const near = (got: number, wanted: number) =>
  expect(Math.abs(got - wanted), `${got} against ${wanted}`).toBeLessThanOrEqual(1e-12 * Math.abs(wanted));

describe("from cases to kronor", () => {
  test("10 cases a year, 60 % of them placed for 180 days at 5 200 kr a day", () => {
    const placement = { of: "placed", share: "60 %", number: "180 days/case", amount: "5200 kr/day", gains: "social" };
    const got = figures({ consequences: { placement } }, ["benefit.social.y1"]);
    near(got["pvBenefit.social"], 2 * 6 * 180 * 5200);
    near(got["benefit.social.y1"], 6 * 180 * 5200);
  });

  test("2.4 visits a year for three years, each cohort beside the other, dearer by 1 % a year", () => {
    const visits = {
      of: "placed",
      number: "2.4 visits/case/year",
      amount: "900 kr/visit",
      lasts: "3 years",
      drift: "1 %/year",
      gains: "social",
    };
    const got = figures({ consequences: { visits } });
    near(got["pvBenefit.social"], 10 * 2.4 * 900 * (1 + 2 * 1.01 + 2 * 1.01 ** 2 + 1.01 ** 3));
  });

  test("an amount per person and event of a group", () => {
    const talks = { of: "everyone", number: "3 visits/person", amount: "700 kr/visit", gains: "social" };
    near(figures({ consequences: { talks } })["pvBenefit.social"], 2 * 100 * 3 * 700);
  });

  test("steps may be of cases, or of the events of these", () => {
    const visits = { of: "placed", number: "30 visits/case", amount: "1000 kr/visit", gains: "social" };
    const taken = (inStepsOf: string) =>
      figures({ consequences: { visits: { ...visits, cashable: { inStepsOf } } } })["pvCashable.social"];
    near(taken("4 cases"), 2 * 8 * 30_000);
    near(taken("130 visits"), 2 * 260 * 1000);
    near(taken("130 visits/year"), 2 * 260 * 1000);
    expect(taken("301 visits")).toBe(0);
    const days = { of: "placed", number: "73 days/case", amount: "1000 kr/day", gains: "social" };
    // Ten cases of a fifth of a year fill two places.
    const places = figures({ consequences: { days: { ...days, cashable: { inStepsOf: "365 days" } } } });
    near(places["pvCashable.social"], 2 * 730 * 1000);
  });

  test("what is lost counts with a minus, and is felt in full", () => {
    const worse = { of: "placed", amount: "-1000 kr/case", gains: "social", cashable: "10 %" };
    const got = figures({ consequences: { worse } });
    near(got["pvBenefit.social"], -20_000);
    near(got["pvCashable.social"], -20_000);
  });
});

describe("who shares it", () => {
  const care = { of: "placed", amount: "1000 kr/case" };

  test("certain shares, and a rest", () => {
    const got = figures({ consequences: { care: { ...care, gains: { social: "70 %", school: "30 %" } } } });
    near(got["pvBenefit.social"], 14_000);
    near(got["pvBenefit.school"], 6000);
    const rest = figures({ consequences: { care: { ...care, gains: { school: "rest", social: "70 %" } } } });
    near(rest["pvBenefit.school"], 6000);
  });

  test("uncertain shares make the whole in every draw", () => {
    const gains = { social: { low: "50 %", best: "70 %", high: "90 %" }, independent: "5 %", school: "rest" };
    const { graph, data } = compile(defineScenario({ ...base, consequences: { care: { ...care, gains } } }));
    for (const social of [0.5, 0.61, 0.9]) {
      const got = evaluate(graph, data, { "small/consequences.care.gains.social": social });
      near(got["pvBenefit.social"], 20_000 * social);
      near(got["pvBenefit.social"] + got["pvBenefit.school"] + got["pvBenefit.independent"], 20_000);
    }
  });

  test("a transfer shared on both sides nets out", () => {
    const gains = { social: "70 %", school: "30 %" };
    const loses = { independent: "90 %", school: "10 %" };
    const got = figures({ consequences: { care: { ...care, gains, loses } } });
    near(got["pvBenefit.school"], 4000);
    expect(Math.abs(got.pvBenefit)).toBeLessThan(1e-9);
  });
});

describe("equal funding of independent schools", () => {
  const equalFunding = { share: "22 %", markup: "6 %", to: "independent" };
  const beside = (0.22 / 0.78) * 1.06;

  test("of a cost: what own pupils get, the others get, as a line of its own; a transfer to those who are given it", () => {
    const training = { amount: "780000 kr", when: "year 0", paidBy: "school", equalFunding };
    const got = figures({ costs: { training } }, ["pvCost.training", "pvCost.trainingEqualFunding.school"]);
    near(got["pvCost.school"], 780_000 * (1 + beside));
    near(got["pvCost.training"], 780_000);
    near(got["pvCost.trainingEqualFunding.school"], 780_000 * beside);
    near(got["pvCost.independent"], -780_000 * beside);
    near(got.pvCost, 780_000);
  });

  test("of a saving: the grant falls by what the own budget is lowered by", () => {
    const saved = { of: "placed", amount: "7800 kr/case", gains: "school", equalFunding, cashable: "50 %" };
    const got = figures({ consequences: { saved } }, ["pvBenefit.savedEqualFunding.school"]);
    near(got["pvBenefit.savedEqualFunding.school"], 156_000 * 0.5 * beside);
    near(got["pvCashable.school"], 156_000 * 0.5 * (1 + beside));
    near(got.pvBenefit, 156_000);
    const { cashable: _, ...unsaid } = saved;
    near(figures({ consequences: { saved: unsaid } })["pvBenefit.school"], 156_000 * (1 + beside));
  });
});

test("an allowance for optimism takes from what can be taken out as from the benefit", () => {
  const care = { of: "placed", amount: "1000 kr/case", gains: "social", cashable: { share: "40 %", delay: "1 year" } };
  const got = figures({ consequences: { care }, optimism: { benefit: "25 %" } });
  near(got["pvBenefit.social"], 15_000);
  near(got["pvCashable.social"], 6000);
});

test("each case has a Poisson count of events where chance is drawn: mean and spread as they follow", async () => {
  const talks = { of: "everyone", share: "50 %", number: "2.4 visits/person", amount: "1 kr/visit", gains: "social" };
  const days = { of: "everyone", share: "50 %", number: "6 days/person", amount: "1 kr/day", gains: "school" };
  const scenario = defineScenario({
    ...base,
    programme: { years: 1 },
    target: { size: "10 people" },
    outcomes: {},
    consequences: { talks, days } as Written["consequences"],
  });
  const compiled = compile(scenario, { chance: "on" });
  const { result } = (await simulate({ ...compiled, seed: "1", draws: 16_384, design: "sobol" }, inline()))!;
  const of = (id: string) => result.outputs[id] as NumberSummary;
  // Half of ten people: 5 expected, with variance 2.5. Given them, the visits are Poisson; the days are not drawn.
  for (const [id, mean, variance] of [
    ["pvBenefit.social", 2.4 * 5, 2.4 * 5 + 2.4 ** 2 * 2.5],
    ["pvBenefit.school", 6 * 5, 6 ** 2 * 2.5],
  ] as const) {
    const { mean: got, sd } = of(id);
    expect(Math.abs(got.value - mean), `${id}: ${got.value} ± ${got.se}`).toBeLessThan(4 * got.se + 1e-9);
    expect(Math.abs(sd.value - Math.sqrt(variance)), `${id}: ${sd.value} ± ${sd.se}`).toBeLessThan(4 * sd.se + 1e-9);
  }
});
