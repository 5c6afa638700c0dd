import { expect, describe as group, test } from "vitest";
import { describe } from "../../engine/distributions/index.ts";
import { studentTQuantile } from "../../engine/numeric/studentT.ts";
import { basisNote } from "../../scenarios/about/basisNote.ts";
import { inputOf, problemsOf } from "./oneQuantity.ts";

/* With equal standard errors s and sample variance S² of k estimates: τ² = S² − s² by REML, and a new place lies Student's t
   (k − 1) about the mean with scale √(τ² + S²/k). */
const estimates = [4, 18, 11, 25];
const se = 3;
const [k, mean] = [4, 14.5];
const sampleVariance = estimates.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (k - 1);
const tau2 = sampleVariance - se * se;
const scale = Math.sqrt(tau2 + sampleVariance / k);
const studies = estimates.map((estimate) => ({ estimate: `${estimate} %`, se: `${se} %` }));

group("studies pooled for a new place", () => {
  test("REML and Hartung–Knapp: Student's t about the mean", () => {
    const { distribution, basis } = inputOf({ studies });
    expect(distribution.family).toBe("studentT");
    expect(distribution.parameters.df).toBe(3);
    expect(distribution.parameters.location).toBeCloseTo(mean / 100, 12);
    expect(distribution.parameters.scale).toBeCloseTo(scale / 100, 10);
    if (basis?.kind !== "studies") throw new Error("no basis");
    expect(basis.tau).toBeCloseTo(Math.sqrt(tau2) / 100, 10);
    expect(basis.i2).toBeCloseTo(tau2 / sampleVariance, 10);
    expect(basis.newPlace.high).toBeCloseTo((mean + scale * studentTQuantile(0.975, 3)) / 100, 10);
    expect(basis.mean.low).toBeCloseTo((mean - Math.sqrt(sampleVariance / k) * studentTQuantile(0.975, 3)) / 100, 10);
  });
  test("DerSimonian and Laird agree where standard errors are equal", () => {
    const { scale: own } = inputOf({ studies, method: "DerSimonian-Laird" }).distribution.parameters;
    expect(own).toBeCloseTo(scale / 100, 10);
  });
  test("intervals are standard errors, 95 % unless said; alone they have the estimate in their middle", () => {
    const half = 1.959963984540054 * se;
    const half90 = 1.6448536269514722 * se;
    const intervals = estimates.map((x, i) => {
      if (i === 0) return { interval: [`${x - half} %`, `${x + half} %`] };
      if (i === 1) return { estimate: `${x} %`, interval: [`${x - half90} %`, `${x + half90} %`], level: "90 %" };
      return { estimate: `${x} %`, se: `${se} %` };
    });
    const own = inputOf({ studies: intervals }).distribution.parameters;
    expect(own.location).toBeCloseTo(mean / 100, 9);
    expect(own.scale).toBeCloseTo(scale / 100, 9);
  });
  test("ratios are pooled as logarithms", () => {
    const ratios = estimates.map((x) => ({ estimate: Math.exp(x / 100), se: se / 100 }));
    const { distribution, basis } = inputOf({ as: "lognormal", studies: ratios });
    const { quantile } = describe(distribution);
    for (const u of [0.025, 0.2, 0.5, 0.9, 0.975])
      expect(Math.abs(Math.log(quantile(u)) - (mean + scale * studentTQuantile(u, 3)) / 100)).toBeLessThan(
        1e-5 * scale,
      );
    expect(basis?.kind === "studies" && basis.mean.value).toBeCloseTo(Math.exp(mean / 100), 10);
    const intervals = ratios.map(({ estimate }) => ({
      interval: [estimate * Math.exp(-1.959963984540054 * 0.03), estimate * Math.exp(1.959963984540054 * 0.03)],
    }));
    const from = inputOf({ as: "lognormal", studies: intervals }).basis;
    expect(from?.kind === "studies" && from.tau).toBeCloseTo(Math.sqrt(tau2) / 100, 9);
  });
  test("a ratio has no mean unless it is cut, and that is told", () => {
    const ratios = estimates.map((x) => ({ estimate: Math.exp(x / 100), se: se / 100 }));
    expect(problemsOf({ as: "lognormal", studies: ratios })).toMatchObject([{ code: "wideTails" }]);
    expect(problemsOf({ as: "lognormal", studies: ratios, max: 3 })).toEqual([]);
    expect(problemsOf({ as: "lognormal", studies: ratios, method: "confidence distribution" })).toEqual([]);
  });
  test("over all τ² that they allow: wider, the same middle", () => {
    const { distribution } = inputOf({ studies, method: "confidence distribution" });
    const plain = describe(inputOf({ studies }).distribution);
    const wide = describe(distribution);
    expect(distribution.family).toBe("mixture");
    expect(wide.quantile(0.5)).toBeCloseTo(mean / 100, 9);
    expect(wide.quantile(0.975)).toBeGreaterThan(plain.quantile(0.975));
  });
  test("cut where it cannot go; amounts in their unit and of other years", () => {
    const cut = inputOf({ studies, min: 0, max: "100 %" }).distribution;
    expect([cut.min, cut.max]).toEqual([0, 1]);
    const thousands = inputOf({
      studies: [
        { estimate: 2, se: 1 },
        { estimate: 3, se: 1 },
      ],
      unit: "tkr",
    });
    expect(thousands.distribution.parameters.location).toBeCloseTo(2500, 9);
    expect(thousands.unit).toEqual({ kr: 1 });
  });
  test("the assumptions say mean, new place and heterogeneity", () => {
    const { basis, unit } = inputOf({ studies });
    const { en, sv } = basisNote(basis!, unit);
    expect(en).toMatch(/^Pooled from 4 studies \(REML, Hartung–Knapp\): mean 14.5\u00a0% /);
    expect(en).toMatch(/I² 8\d\u00a0%/);
    expect(sv).toMatch(/^Sammanvägt från 4 studier .*medel 14,5\u00a0%.* på en ny plats /);
  });
  test.each([
    [{ studies: studies.slice(0, 1) }, "studies ≥ 2"],
    [
      {
        studies: [
          { estimate: 1, se: 0 },
          { estimate: 2, se: 1 },
        ],
      },
      "se > 0",
    ],
    [
      {
        as: "lognormal",
        studies: [
          { estimate: -1, se: 1 },
          { estimate: 2, se: 1 },
        ],
      },
      "estimate > 0",
    ],
    [
      {
        studies: [
          { estimate: 3, interval: [1, 2] },
          { estimate: 2, se: 1 },
        ],
      },
      "low < estimate < high",
    ],
    [
      {
        studies: [
          { interval: [1, 2], level: 95 },
          { estimate: 2, se: 1 },
        ],
      },
      "0 < level < 1",
    ],
  ])("%j: %s", (quantity, rule) => {
    expect(problemsOf(quantity)).toMatchObject([{ code: "distributionImpossible", rule }]);
  });
  test("a study that says too little, or too much", () => {
    for (const study of [{ estimate: 1 }, { se: 1 }, { estimate: 1, se: 1, interval: [0, 2] }, 3])
      expect(problemsOf({ studies: [study, { estimate: 2, se: 1 }] })).toMatchObject([{ code: "studyForm" }]);
  });
});
