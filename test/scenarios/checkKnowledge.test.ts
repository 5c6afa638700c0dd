import { expect, describe as group, test } from "vitest";
import { describe } from "../../engine/distributions/index.ts";
import { logarithmicPool } from "../../engine/evidence/experts/logarithmicPool.ts";
import { checkText } from "../../scenarios/check.ts";
import { brokenFiles } from "./broken.ts";
import { inputOf, outcomeOf, problemsOf } from "./oneQuantity.ts";

const described = (quantity: unknown) => describe(inputOf(quantity).distribution);

group("a family through what is known", () => {
  test.each(["normal", "lognormal", "logistic", "gumbel", "weibull", "gamma", "uniform", "logUniform"])(
    "%s through an interval and through quantiles",
    (as) => {
      const from = described({ as, interval: ["200 kr", "450 kr"], level: "80 %" });
      expect(from.cdf(200)).toBeCloseTo(0.1, 9);
      expect(from.upper(450)).toBeCloseTo(0.1, 9);
      const through = described({ as, quantiles: { "90 %": "450 kr", "10 %": "200 kr" } });
      expect(through.quantile(0.37)).toBeCloseTo(from.quantile(0.37), 6);
    },
  );
  test.each(["beta", "logitNormal"])("%s through an interval of shares", (as) => {
    const from = described({ as, interval: ["10 %", "40 %"], level: "90 %" });
    expect(from.cdf(0.1)).toBeCloseTo(0.05, 9);
    expect(from.upper(0.4)).toBeCloseTo(0.05, 9);
  });
  test.each(["uniform", "triangular", "pert", "weibull", "logUniform", "gamma", "lognormal"])(
    "%s from mean and sd",
    (as) => {
      const { mean, variance } = described({ as, mean: "40 kr", sd: "9 kr" });
      expect(mean).toBeCloseTo(40, 8);
      expect(Math.sqrt(variance)).toBeCloseTo(9, 7);
    },
  );
  test.each([{}, { as: "triangular" }, { weight: 6 }])("low, best and high with a level: %j", (more) => {
    const from = described({ low: 1, best: 2, high: 4, level: "80 %", ...more });
    expect(from.cdf(1)).toBeCloseTo(0.1, 8);
    expect(from.upper(4)).toBeCloseTo(0.1, 8);
  });
  test("three quantiles of a family with two parameters: as near as it can", () => {
    const { quantile } = described({ as: "gamma", quantiles: { "10 %": 200, "50 %": 300, "90 %": 450 } });
    for (const [u, x] of [
      [0.1, 200],
      [0.5, 300],
      [0.9, 450],
    ])
      expect(Math.abs(quantile(u) - x)).toBeLessThan(10);
  });
  test("units: thousands, and prices of another year", () => {
    const { parameters } = inputOf({ as: "lognormal", interval: [2, 3], level: "90 %", unit: "tkr" }).distribution;
    const kronor = inputOf({ as: "lognormal", interval: ["2000 kr", "3000 kr"], level: "90 %" }).distribution;
    expect(parameters).toEqual(kronor.parameters);
  });
});

group("counts and what was known before", () => {
  const alphaBeta = (more: object) => inputOf({ count: 12, of: 60, ...more }).distribution.parameters;
  test.each([
    [{}, 12.5, 48.5],
    [{ prior: "jeffreys" }, 12.5, 48.5],
    [{ prior: "uniform" }, 13, 49],
    [{ prior: 2 }, 14, 50],
    [{ prior: { alpha: 2, beta: 8 } }, 14, 56],
  ])("%j", (more, alpha, beta) => expect(alphaBeta(more)).toEqual({ alpha, beta }));
});

group("raw data", () => {
  const data = ["12 kr", "15 kr", "9 kr", "30 kr", "18 kr"];
  test("as they stand, or through a family by maximum likelihood", () => {
    expect(inputOf({ data }).distribution.family).toBe("empirical");
    const { distribution, basis } = inputOf({ as: "lognormal", data });
    const logs = [12, 15, 9, 30, 18].map(Math.log);
    const mean = logs.reduce((sum, x) => sum + x) / 5;
    expect(distribution.parameters.meanlog).toBeCloseTo(mean, 12);
    expect(distribution.parameters.sdlog).toBeCloseTo(
      Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 5),
      12,
    );
    expect(basis).toMatchObject({ kind: "fit", family: "lognormal", values: 5 });
    expect(basis?.kind === "fit" && basis.pValue).toBeGreaterThan(0.5);
  });
  test("a family that they are unlike is told", () => {
    const problems = problemsOf({ as: "exponential", data: [10, 10.1, 10.2, 10.3, 10.1, 10.05] });
    expect(problems).toMatchObject([{ code: "fitPoor", path: "quantities.x.as", values: 6 }]);
  });
});

group("chips and experts", () => {
  test("chips in bins are a histogram", () => {
    const { mean } = described({ edges: [0, 10, 20], chips: [3, 1], unit: "kr" });
    expect(mean).toBeCloseTo((3 * 5 + 15) / 4, 12);
  });
  const experts = [
    { low: 1, best: 2, high: 4, note: "A head of unit" },
    { low: 2, best: 3, high: 6 },
  ];
  test("a linear pool is the mixture of what they say, by weight", () => {
    const first = described({ low: 1, best: 2, high: 4 });
    const second = described(experts[1]);
    const pool = described({ experts, weights: [3, 1], unit: "kr" });
    expect(pool.cdf(2.7)).toBeCloseTo(0.75 * first.cdf(2.7) + 0.25 * second.cdf(2.7), 12);
    expect(described({ experts, unit: "kr" }).mean).toBeCloseTo((first.mean + second.mean) / 2, 12);
  });
  test("the unit may stand once, thousands too", () => {
    const thousands = described({ experts, unit: "tkr" });
    expect(thousands.mean).toBeCloseTo(1000 * described({ experts, unit: "kr" }).mean, 9);
    expect(described({ experts, unit: "kr/day" }).mean).toBeCloseTo(
      365 * described({ experts, unit: "kr/year" }).mean,
      9,
    );
  });
  test("a logarithmic pool of normal opinions is normal: precisions add", () => {
    const { distribution } = inputOf({
      experts: [
        { mean: 1, sd: 2 },
        { mean: 3, sd: 1 },
      ],
      weights: [2, 1],
      pool: "logarithmic",
      unit: "kr",
    });
    const precision = 2 / 3 / 4 + 1 / 3;
    expect(distribution.family).toBe("normal");
    expect(distribution.parameters.mean).toBeCloseTo(((2 / 3 / 4) * 1 + (1 / 3) * 3) / precision, 12);
    expect(distribution.parameters.sd).toBeCloseTo(1 / Math.sqrt(precision), 12);
  });
  test("others are drawn from a table of the pool's quantiles", () => {
    const pool = described({ experts, pool: "logarithmic", unit: "kr" });
    const exact = logarithmicPool(
      [
        { low: 1, best: 2, high: 4 },
        { low: 2, best: 3, high: 6 },
      ].map((quantity) => ({ distribution: described(quantity), weight: 1 })),
    );
    const sd = Math.sqrt(exact.variance);
    for (const u of [1e-6, 0.01, 0.1, 0.5, 0.9, 0.99, 1 - 1e-6])
      expect(Math.abs(pool.quantile(u) - exact.quantile(u))).toBeLessThan(1e-3 * sd);
    expect(Math.abs(pool.mean - exact.mean)).toBeLessThan(1e-4 * sd);
    expect(Math.abs(Math.sqrt(pool.variance) - sd)).toBeLessThan(1e-4 * sd);
  });
  test("what stands in the content checks to the same again", () => {
    const outcome = outcomeOf({ experts, weights: [3, 1], pool: "logarithmic", unit: "kr" });
    if (!outcome.ok) throw new Error("refused");
    expect(inputOf(outcome.scenario.content.quantities.x).distribution).toEqual(
      outcome.scenario.inputs[0].distribution,
    );
  });
});

group("knowledge that cannot be", () => {
  const files = brokenFiles.filter(({ name }) => name.startsWith("knowledge-"));
  test("there are sixty cases and more", () => {
    expect(files.reduce((sum, { expected }) => sum + expected.length, 0)).toBeGreaterThan(60);
  });
  test.each(files)("$name: what would be possible is said", ({ name, text }) => {
    const outcome = checkText(text, name);
    const impossible = (outcome.ok ? [] : outcome.issues).filter(({ code }) => code === "distributionImpossible");
    expect(impossible.length).toBeGreaterThan(1);
    for (const issue of impossible) {
      expect(issue.with!.values).not.toBe("");
      expect(issue.with!.possible).toMatch(/[<>≤≥=]/);
      expect(`${issue.with!.rule} ${issue.with!.possible}`).not.toMatch(/Infinity|NaN|undefined/);
    }
  });
});
