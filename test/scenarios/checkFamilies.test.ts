import { expect, describe as group, test } from "vitest";
import { checkSpec, distributions } from "../../engine/distributions/index.ts";
import { checkValue } from "../../scenarios/check.ts";
import { written } from "../distributions/written.ts";

/* Every family as it is written in a scenario, and what is said where it cannot be. */

function outcomeOf(quantity: unknown) {
  return checkValue({
    format: "utfall-scenario/1",
    id: "support",
    title: "Support",
    priceYear: 2025,
    programme: { years: 3 },
    horizon: "10 years",
    discounting: "3.5 %/year",
    quantities: { x: quantity },
    formulas: { y: "= x" },
  });
}

function specOf(quantity: unknown) {
  const outcome = outcomeOf(quantity);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.scenario.inputs[0].distribution;
}

function problemsOf(quantity: unknown) {
  const outcome = outcomeOf(quantity);
  return outcome.ok ? [] : outcome.issues.map((issue) => ({ code: issue.code, ...issue.with }));
}

test.each(Object.entries(written))("%s", (family, quantity) => {
  const spec = specOf(quantity);
  expect(spec.family).toBe(family);
  expect(checkSpec(spec)).toEqual([]);
});

test("the families are those of the table", () => {
  expect(Object.keys(written)).toEqual(Object.keys(distributions));
});

group("lists, quantiles and parts", () => {
  test("each number of a list may have its unit, or the unit stands once", () => {
    expect(specOf({ data: ["3 tkr", "1 tkr"] }).lists).toEqual({ data: [3000, 1000] });
    expect(specOf({ data: [3, 1], unit: "tkr" }).lists).toEqual({ data: [3000, 1000] });
  });
  test("quantiles stand in any order", () => {
    const spec = specOf({ quantiles: { "90 %": "450 kr", "2.5 %": "100 kr", "50 %": "300 kr" }, low: "0 kr" });
    expect(spec).toEqual({
      family: "metalog",
      parameters: { terms: 0, low: 0 },
      lists: { levels: [0.025, 0.5, 0.9], values: [100, 300, 450] },
    });
  });
  test("parts weigh the same unless said, and share the unit", () => {
    const spec = specOf({
      parts: [
        { mean: 3, sd: 1 },
        { as: "uniform", low: 5, high: 6 },
      ],
      unit: "tkr",
      min: 1,
    });
    expect(spec.lists).toEqual({ weights: [1, 1] });
    expect(spec.parts!.map(({ parameters }) => parameters)).toEqual([
      { mean: 3000, sd: 1000 },
      { low: 5000, high: 6000 },
    ]);
    expect(spec.min).toBe(1000);
  });
  test("a continuous family may be cut, a discrete one not", () => {
    expect(specOf({ as: "weibull", shape: 1.5, scale: 4, max: 10 }).max).toBe(10);
    expect(problemsOf({ as: "poisson", mean: 3, max: 10 })).toEqual([
      { code: "distributionNotCut", family: "poisson" },
    ]);
  });
});

group("what is impossible, and what would be possible", () => {
  const impossible = (quantity: unknown) =>
    problemsOf(quantity).map((problem) => [problem.code, "possible" in problem && problem.possible]);
  test.each([
    [{ as: "beta", mean: 0.3, sd: 0.5 }, "sd < 0.458"],
    [{ as: "scaledBeta", mean: 40, sd: 60, low: 0, high: 100 }, "sd < 48.9"],
    [{ count: 14, of: 12 }, "0 ≤ count ≤ 12"],
    [{ as: "negativeBinomial", mean: 100, sd: 5 }, "sd > 10"],
    [{ quantiles: { "10 %": 3, "50 %": 2, "90 %": 5 } }, "value₁ < value₂ < …"],
    [{ quantiles: { "10 %": 1, "50 %": 1.2, "90 %": 10 } }, "2.5 < value₂ < 8.5"],
    [{ as: "quantileTable", quantiles: { "10 %": 1, "90 %": 2 } }, "level₁ = 0 %"],
    [{ as: "binomial", trials: 2.5, probability: 0.2 }, "trials = 1, 2, 3, …"],
    [{ as: "histogram", edges: [0, 1], chips: [1, 2] }, "n(edges) = n(chips) + 1 ≥ 2"],
    [{ as: "categorical", values: [1, 2], weights: [1, -1] }, "weights ≥ 0"],
    [{ as: "pareto", low: 0, shape: 2 }, "low > 0"],
    [
      {
        parts: [
          { mean: 1, sd: 1 },
          { as: "poisson", mean: 3 },
        ],
      },
      "parts continuous | parts discrete",
    ],
  ])("%j: %s", (quantity, possible) => {
    expect(impossible(quantity)).toEqual([["distributionImpossible", possible]]);
  });
  test("the form of lists and quantiles", () => {
    expect(problemsOf({ data: 3 }).map(({ code }) => code)).toEqual(["listExpected"]);
    expect(problemsOf({ quantiles: [1, 2] }).map(({ code }) => code)).toEqual(["quantilesForm"]);
    expect(problemsOf({ as: "categorical", values: ["1 kr", "2 people"], weights: [1, 1] })[0].code).toBe(
      "unitsDiffer",
    );
    expect(problemsOf({ as: "mixture", weights: [1] }).map(({ code }) => code)).toEqual(["listExpected"]);
    expect(
      problemsOf({
        parts: [
          { mean: "1 kr", sd: "1 kr" },
          { mean: "1 people", sd: "1 people" },
        ],
      })[0].code,
    ).toBe("unitsDiffer");
    expect(problemsOf({ parts: [{ as: "beta", mean: 0.3, sd: 0.5 }] })[0].code).toBe("distributionImpossible");
  });
});
