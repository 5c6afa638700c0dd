import { describe, expect, test } from "vitest";
import { describe as described } from "../../engine/distributions/index.ts";
import { checkValue } from "../../scenarios/check.ts";
import type { CheckedScenario } from "../../scenarios/checked.ts";

const base = {
  format: "utfall-scenario/1",
  id: "support",
  title: "Support",
  priceYear: 2025,
  programme: { years: 3 },
  horizon: "10 years",
  discounting: "3.5 %/year",
  actors: { municipality: { title: "The municipality", parts: { education: "Education", social: "Social services" } } },
};

function outcomeOf(more: object) {
  return checkValue({ ...base, ...more });
}

function sound(more: object): CheckedScenario {
  const outcome = outcomeOf(more);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.scenario;
}

const codes = (more: object): string[] => {
  const outcome = outcomeOf(more);
  return (outcome.ok ? outcome.scenario.warnings : outcome.issues).map((issue) => issue.code);
};

/** One uncertain quantity and what is drawn for it. */
function input(quantity: unknown) {
  const scenario = sound({ quantities: { x: quantity }, formulas: { y: "= x" } });
  return scenario.inputs[0];
}

describe("what people know becomes a distribution", () => {
  test("low, best, high are the ends and the mode of a PERT", () => {
    expect(input({ low: 1, best: 2, high: 5 }).distribution).toEqual({
      family: "pert",
      parameters: { low: 1, best: 2, high: 5, weight: 4 },
    });
  });

  test("with a level, low and high are percentiles", () => {
    const { distribution } = input({ low: "10 kr", best: "20 kr", high: "40 kr", level: "90 %" });
    expect(described(distribution).cdf(10)).toBeCloseTo(0.05, 8);
    expect(described(distribution).upper(40)).toBeCloseTo(0.05, 8);
  });

  test("an interval with its level is a normal distribution", () => {
    const { distribution } = input({ interval: ["8 %", "27 %"], level: "95 %" });
    expect(distribution.family).toBe("normal");
    expect(described(distribution).quantile(0.025)).toBeCloseTo(0.08, 12);
    expect(described(distribution).upperQuantile(0.025)).toBeCloseTo(0.27, 12);
  });

  test("counts take Jeffreys' prior unless another is said", () => {
    expect(input({ count: 12, of: 60 }).distribution).toEqual({
      family: "beta",
      parameters: { alpha: 12.5, beta: 48.5 },
    });
    expect(input({ count: 12, of: 60, prior: 1 }).distribution.parameters).toEqual({ alpha: 13, beta: 49 });
  });

  test("a cut stands beside the whole", () => {
    expect(input({ mean: "18 %", sd: "7 %", max: "80 %" }).distribution).toEqual({
      family: "normal",
      parameters: { mean: 0.18, sd: 0.07 },
      max: 0.8,
    });
  });

  test("numbers come in base units, a rate the other way round", () => {
    const cost = input({ as: "uniform", low: "1.1 mnkr", high: "1 200 tkr" });
    expect(cost.distribution.parameters).toEqual({ low: 1_100_000, high: 1_200_000 });
    expect(cost.unit).toEqual({ kr: 1 });
    const rate = input({ as: "gamma", alpha: 3, beta: 0.1, unit: "kr/month" });
    expect(rate.unit).toEqual({ kr: 1, year: -1 });
    expect(described(rate.distribution).mean).toBeCloseTo(30 * 12, 10);
  });
});

describe("paths of draws", () => {
  const target = {
    segments: { young: "Under 25", old: "Over 25" },
    size: { young: "10 people", old: { low: 5, best: 6, high: 9, unit: "people" } },
  };

  test("programme, segment, name; a year at the end; shared by its own word", () => {
    const scenario = sound({
      quantities: {
        wages: { low: "1 kr/month", best: "2 kr/month", high: "3 kr/month", shared: "careWages" },
        posts: [1, { low: 1, best: 2, high: 3 }],
      },
      target,
      funnel: { reached: { young: "50 %", old: { count: 3, of: 9 } } },
      costs: { team: { post: { salary: "wages" }, number: "posts", paidBy: "social" } },
    });
    expect(scenario.inputs.map((own) => own.path)).toEqual([
      "shared/careWages",
      "support/posts.y1",
      "support/old/target.size",
      "support/old/funnel.reached",
    ]);
    expect(scenario.inputs.map((own) => own.suite)).toEqual(["shared", "parameters", "parameters", "parameters"]);
    expect(scenario.quantities.get("posts.y1")).toEqual({ kind: "input", input: 1, unit: {} });
    expect(scenario.quantities.get("target.size")).toMatchObject({ kind: "bySegment", unit: { people: 1 } });
  });

  test("one shared word at two quantities is told", () => {
    const shared = { low: 1, best: 2, high: 3, shared: "same" };
    expect(codes({ quantities: { a: shared, b: shared }, formulas: { c: "= a + b" } })).toEqual(["sharedTwice"]);
  });
});

describe("units", () => {
  test.each([
    ["15 people + 2 people", { people: 1 }],
    ["300 people/year * 42 000 kr/case/year", { kr: 1, people: 1, case: -1, year: -2 }],
    ["2 kr ^ 2", { kr: 2 }],
    ["sqrt(4 kr * 9 kr)", { kr: 1 }],
    ["max(0, 5 kr)", { kr: 1 }],
    ["if(year < 3, 5 kr/year, 0)", { kr: 1, year: -1 }],
    ["sum(5 kr/year)", { kr: 1 }],
    ["pv(grow(5 kr/year, 2 %/year))", { kr: 1 }],
    ["cum(programmeYear)", {}],
    ["carry(5 kr, 90 %)", { kr: 1 }],
    ["net.social * 2", { kr: 1 }],
    ["5 kr > 3 kr", {}],
  ])("%s", (formula, unit) => {
    expect(sound({ formulas: { x: `= ${formula}` } }).quantities.get("formulas.x.value")?.unit).toEqual(unit);
  });

  test.each([
    ["5 kr + 3", "formulaUnits"],
    ["5 kr + 3 people", "formulaUnits"],
    ["exp(5 kr)", "formulaPlain"],
    ["sqrt(5 kr)", "formulaPower"],
    ["5 ^ (2 kr)", "formulaPlain"],
    ["min(1 kr, 2 people)", "formulaUnits"],
    ["nothing * 2", "unknownName"],
    ["net.nobody * 2", "figurePart"],
    ["grow(1, 2 kr)", "formulaPlain"],
    ["at(1, 1.5)", "functionYears"],
  ])("%s is refused", (formula, code) => expect(codes({ formulas: { x: `= ${formula}` } })).toEqual([code]));

  test("amount times number gives money, whatever is counted", () => {
    const units = { visit: "Home visit" };
    expect(
      codes({ units, costs: { a: { amount: "900 kr/visit", number: "200 visits/year", paidBy: "social" } } }),
    ).toEqual([]);
    expect(
      codes({ units, costs: { a: { amount: "900 kr/visit", number: "200 people/year", paidBy: "social" } } }),
    ).toEqual(["unitWrong"]);
    expect(codes({ costs: { a: { amount: "0.5 mnkr", when: "year 0", paidBy: "social" } } })).toEqual([]);
  });

  test("an outcome that is no share counts its own unit", () => {
    const outcome = (amount: string) => ({
      target: { size: "100 people" },
      outcomes: {
        absence: {
          title: "Absence",
          unit: "hours/person/year",
          better: "lower",
          baseline: "40 hours/person/year",
          effect: { changes: { participants: "-30 %", comparison: "-12 %" }, measuredOn: "everyone" },
        },
      },
      consequences: { teaching: { of: "absence", amount, gains: "education", cashable: "50 %" } },
    });
    expect(codes(outcome("300 kr/hour"))).toEqual([]);
    expect(codes(outcome("300 kr/case"))).toEqual(["unitWrong"]);
  });
});

describe("warnings", () => {
  test("a quantity or a source that nothing uses", () => {
    expect(codes({ quantities: { x: 5 }, sources: { survey: "A survey" } }).sort()).toEqual([
      "quantityUnused",
      "sourceUnused",
    ]);
  });

  test("a spread of more than a hundred times", () => {
    const wide = { as: "lognormal", mean: "1 000 kr/year", sd: "5 000 kr/year" };
    const costs = (amount: unknown) => ({ costs: { a: { amount, paidBy: "social" } } });
    expect(codes(costs(wide))).toEqual(["wideTails"]);
    expect(codes(costs({ ...wide, max: "9 000 kr/year" }))).toEqual([]);
    expect(codes(costs({ ...wide, sd: "900 kr/year" }))).toEqual([]);
  });

  test("money over several years without a discount rate", () => {
    const outcome = checkValue({
      ...base,
      discounting: undefined,
      costs: { a: { amount: "1 kr/year", paidBy: "social" } },
    });
    expect(outcome.ok && outcome.scenario.warnings.map((issue) => issue.code)).toEqual(["discountingMissing"]);
    expect(outcome.ok && outcome.scenario.content.discounting).toBe("0 %/year");
  });
});

describe("texts", () => {
  test("a text is kept by language, and translations go where they belong", () => {
    const { content } = sound({
      decision: { question: "Shall we?" },
      notCounted: ["Health", "Housing"],
      perspectives: { society: "all", own: ["municipality"] },
      criteria: { gain: { test: "net > 0 kr" } },
      translations: {
        sv: {
          title: "Stöd",
          "decision.question": "Ska vi?",
          notCounted: ["Hälsa", "Boende"],
          municipality: "Kommunen",
          education: "Utbildning",
          gain: "Lönar sig",
        },
      },
    });
    expect(content.title).toEqual({ en: "Support", sv: "Stöd" });
    expect(content.decision?.question).toEqual({ en: "Shall we?", sv: "Ska vi?" });
    expect(content.notCounted[1]).toEqual({ en: "Housing", sv: "Boende" });
    expect(content.actors.municipality.parts?.education.title).toEqual({ en: "Education", sv: "Utbildning" });
    expect(content.perspectives.society.title).toEqual({ en: "Society", sv: "Samhället" });
    expect(content.criteria.gain.title).toEqual({ sv: "Lönar sig" });
    expect(content.translations).toBeUndefined();
  });

  test("a list is translated by a list of its length", () => {
    expect(codes({ notCounted: ["Health"], translations: { sv: { notCounted: ["Hälsa", "Boende"] } } })).toEqual([
      "translationForm",
    ]);
  });
});

test("correlations: a full matrix may be stated in any order, and only a contradiction is told", () => {
  const quantity = { low: 1, best: 2, high: 4 };
  const pairs = (ab: number, bc: number, ac: number) => ({
    quantities: { a: quantity, b: quantity, c: quantity },
    formulas: { d: "= a + b + c" },
    dependence: [
      { between: ["a", "b"], correlation: ab },
      { between: ["b", "c"], correlation: bc },
      { between: ["a", "c"], correlation: ac },
    ],
  });
  expect(codes(pairs(0.9, 0.9, 0.8))).toEqual([]);
  expect(codes(pairs(0.9, 0.9, 0))).toEqual(["correlationsContradict"]);
});
