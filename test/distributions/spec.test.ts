import { expect, describe as group, test } from "vitest";
import {
  betaFromCounts,
  checkSpec,
  type DistributionSpec,
  describe,
  distributions,
  normalFromInterval,
  pertFromPercentiles,
} from "../../engine/distributions/index.ts";
import { UtfallError } from "../../engine/issues.ts";

const rules = (spec: DistributionSpec) => checkSpec(spec).map((issue) => issue.with?.rule);

group("what is wrong with a spec", () => {
  test("every broken rule is named, with the values found", () => {
    const spec: DistributionSpec = { family: "pert", parameters: { low: 3, best: 1, high: 2, weight: -1 } };
    expect(rules(spec)).toEqual(["low < high", "low ≤ best ≤ high", "weight ≥ 0"]);
    expect(checkSpec(spec)[0]).toEqual({
      code: "distributionRule",
      with: { family: "pert", values: "low 3, best 1, high 2, weight -1", rule: "low < high" },
    });
  });
  test("a parameter that is missing or infinite", () => {
    expect(rules({ family: "normal", parameters: { mean: 1 } })).toEqual(["−∞ < sd < ∞"]);
    expect(rules({ family: "normal", parameters: { mean: Number.POSITIVE_INFINITY, sd: 1 } })).toEqual([
      "−∞ < mean < ∞",
    ]);
  });
  test("a default is filled in", () =>
    expect(rules({ family: "pert", parameters: { low: 0, best: 1, high: 2 } })).toEqual([]));
  test("a cut that leaves nothing", () => {
    expect(rules({ family: "normal", parameters: { mean: 0, sd: 1 }, min: 2, max: 1 })).toEqual(["min < max"]);
    expect(rules({ family: "beta", parameters: { alpha: 2, beta: 2 }, min: 1.5 })).toEqual(["P(min ≤ x ≤ max) > 0"]);
    expect(rules({ family: "uniform", parameters: { low: 0, high: 1 }, max: -1 })).toEqual(["P(min ≤ x ≤ max) > 0"]);
    expect(rules({ family: "normal", parameters: { mean: 0, sd: 1 }, min: 50 })).toEqual(["P(min ≤ x ≤ max) > 0"]);
    expect(rules({ family: "normal", parameters: { mean: 0, sd: 1 }, min: 30 })).toEqual([]);
  });
});

group("stated by what people know", () => {
  test("mean and standard deviation come back", () => {
    for (const family of ["lognormal", "beta", "gamma"] as const) {
      const form = distributions[family].forms.find(({ keys }) => keys.join() === "mean,sd")!;
      const parameters = { ...form.toParameters({ mean: 0.3, sd: 0.1 }) };
      const d = describe({ family, parameters });
      expect(d.mean).toBeCloseTo(0.3, 13);
      expect(Math.sqrt(d.variance)).toBeCloseTo(0.1, 13);
    }
  });
  test("a standard deviation too wide for a share", () => {
    const [form] = distributions.beta.forms;
    expect(form.rules.filter((rule) => !rule.holds({ mean: 0.3, sd: 0.5 })).map(({ text }) => text)).toEqual([
      "sd² < mean·(1 − mean)",
    ]);
  });
  test("an interval", () => {
    const d = describe(normalFromInterval(8, 27, 0.95));
    expect(d.cdf(8)).toBeCloseTo(0.025, 13);
    expect(d.upper(27)).toBeCloseTo(0.025, 13);
    expect(() => normalFromInterval(27, 8, 0.95)).toThrow(UtfallError);
    expect(() => normalFromInterval(8, 27, 95)).toThrow("0 < level < 1");
  });
  test("counts", () => {
    expect(betaFromCounts(12, 60)).toEqual({ family: "beta", parameters: { alpha: 12.5, beta: 48.5 } });
    expect(betaFromCounts(0, 5, 1, 1)).toEqual({ family: "beta", parameters: { alpha: 1, beta: 6 } });
    expect(() => betaFromCounts(7, 5)).toThrow("0 ≤ count ≤ of");
  });
  test.each([
    [10, 25, 90, 0.9],
    [10, 10.5, 90, 0.9],
    [0.1, 0.39, 0.4, 0.8],
    [1, 1.001, 1000, 0.8],
    [1, 2, 3, 0.99],
  ])("percentiles around a best guess: %d, %d, %d at %d", (low, best, high, level) => {
    const spec = pertFromPercentiles(low, best, high, level);
    const d = describe(spec);
    expect(checkSpec(spec)).toEqual([]);
    expect(spec.parameters.best).toBe(best);
    expect(d.cdf(low)).toBeCloseTo((1 - level) / 2, 10);
    expect(d.upper(high)).toBeCloseTo((1 - level) / 2, 10);
  });
  test("percentiles on the wrong side of the best guess", () => {
    expect(() => pertFromPercentiles(10, 5, 90)).toThrow("low < best < high");
  });
});

group("moments where closed forms cancel", () => {
  test("a Weibull of large shape is a Gumbel of minima", () => {
    const d = describe({ family: "weibull", parameters: { shape: 1e7, scale: 1 } });
    expect(d.skewness).toBeCloseTo(-1.1395470994046486, 4);
    expect(d.variance * 1e14).toBeCloseTo(Math.PI ** 2 / 6, 4);
    const near = describe({ family: "weibull", parameters: { shape: 10.000001, scale: 1 } });
    const before = describe({ family: "weibull", parameters: { shape: 10, scale: 1 } });
    expect(near.skewness).toBeCloseTo(before.skewness, 6);
  });
  test("a log-uniform of hardly any width is a uniform", () => {
    const d = describe({ family: "logUniform", parameters: { low: 1, high: 1 + 1e-6 } });
    expect(d.variance * 12e12).toBeCloseTo(1, 5);
    expect(d.skewness).toBeCloseTo(0, 6);
  });
});

group("cut distributions", () => {
  test("a uniform stays a uniform", () => {
    const d = describe({ family: "uniform", parameters: { low: 0, high: 10 }, min: 4 });
    expect([d.mean, d.variance, ...d.support]).toEqual([7, 3, 4, 10]);
  });
  test("a normal cut in the middle is half a normal", () => {
    const d = describe({ family: "normal", parameters: { mean: 0, sd: 1 }, min: 0 });
    expect(d.mean).toBeCloseTo(Math.sqrt(2 / Math.PI), 13);
    expect(d.variance).toBeCloseTo(1 - 2 / Math.PI, 13);
  });
  test("a triangle cut at its best guess is a falling triangle", () => {
    const d = describe({ family: "triangular", parameters: { low: 0, best: 1, high: 4 }, min: 1 });
    expect(d.mean).toBeCloseTo(2, 13);
    expect(d.variance).toBeCloseTo(0.5, 13);
  });
  test("a mixture cut is a mixture of what is left of its parts", () => {
    const part = (mean: number): DistributionSpec => ({ family: "normal", parameters: { mean, sd: 1 } });
    const spec: DistributionSpec = {
      family: "mixture",
      parameters: {},
      lists: { weights: [1, 1] },
      parts: [part(0), part(40)],
      min: 0,
    };
    expect(checkSpec(spec)).toEqual([]);
    const d = describe(spec);
    const half = Math.sqrt(2 / Math.PI);
    const mean = (half + 2 * 40) / 3;
    expect(d.support).toEqual([0, Number.POSITIVE_INFINITY]);
    expect(d.mean).toBeCloseTo(mean, 12);
    expect(d.variance).toBeCloseTo((1 + 2 * (1600 + 1)) / 3 - mean * mean, 10);
    expect(d.cdf(10)).toBeCloseTo(1 / 3, 14);
  });
  test("an exponential cut below is itself again, further on", () => {
    const d = describe({ family: "gamma", parameters: { alpha: 1, beta: 0.5 }, min: 3 });
    expect(d.mean).toBeCloseTo(5, 12);
    expect(d.variance).toBeCloseTo(4, 11);
  });
});
