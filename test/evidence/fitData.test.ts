import { describe, expect, test } from "vitest";
import { applyTransform, transformOf } from "../../engine/distributions/index.ts";
import { normal } from "../../engine/distributions/normal.ts";
import { andersonDarling } from "../../engine/evidence/fit/andersonDarling.ts";
import { fitData, fittableFamilies } from "../../engine/evidence/fit/fitData.ts";
import type { FittableFamily } from "../../engine/evidence/fit/fittable.ts";
import { normalQuantile } from "../../engine/numeric/normalQuantile.ts";
import { trigamma } from "../../engine/numeric/trigamma.ts";
import { keyOf } from "../../engine/random/key.ts";
import { fillScores } from "../../engine/random/score.ts";
import { fillStream } from "../../engine/random/stream.ts";
import { reference } from "../reference.ts";

/* Likelihoods maximised with mpmath 1.3 at 30 digits; SciPy 1.17's fits agree to 1e-5. */

const costs = [
  3.346, 2.731, 2.372, 3.489, 2.31, 4.652, 3.601, 3.274, 1.054, 0.594, 1.141, 3.731, 3.229, 0.861, 3.706, 1.762, 1.764,
  5.926, 3.084, 3.498, 3.528, 0.845, 3.636, 10.739, 1.222, 4.915, 5.25, 5.2, 1.977, 2.356,
];
const shares = [
  0.0899, 0.5484, 0.0232, 0.4097, 0.5399, 0.3549, 0.1355, 0.2561, 0.3081, 0.0326, 0.6789, 0.3542, 0.3439, 0.1458,
  0.3469, 0.0183, 0.3086, 0.6016, 0.5233, 0.136, 0.2338, 0.2205, 0.1938, 0.2781, 0.1248,
];

const known: readonly {
  readonly family: FittableFamily;
  readonly data: readonly number[];
  readonly parameters: Readonly<Record<string, number>>;
  readonly logLikelihood: number;
}[] = [
  {
    family: "normal",
    data: costs,
    parameters: { mean: 3.1931, sd: 1.9776181186804833 },
    logLikelihood: -63.024950501941944,
  },
  {
    family: "lognormal",
    data: costs,
    parameters: { meanlog: 0.9722469047560424, sdlog: 0.6448483911928983 },
    logLikelihood: -58.57336187193273,
  },
  {
    family: "gamma",
    data: costs,
    parameters: { alpha: 2.804602738997856, beta: 0.8783322598721792 },
    logLikelihood: -58.03504475626015,
  },
  {
    family: "weibull",
    data: costs,
    parameters: { shape: 1.722566384725198, scale: 3.595969700727272 },
    logLikelihood: -58.747075453378784,
  },
  {
    family: "exponential",
    data: costs,
    parameters: { rate: 0.31317528420657037 },
    logLikelihood: -64.82976695254409,
  },
  {
    family: "beta",
    data: shares,
    parameters: { alpha: 1.361417358598836, beta: 3.4363768932941055 },
    logLikelihood: 9.414749730797993,
  },
];

function scoresOf(name: string, block: number, n: number): Float64Array {
  const integers = new Int32Array(n + (4 - (n % 4)));
  fillStream(keyOf("1", "test", name), block, integers);
  const scores = new Float64Array(integers.length);
  fillScores(integers, scores);
  return scores.slice(0, n);
}

describe("maximum likelihood", () => {
  for (const { family, data, parameters, logLikelihood } of known)
    test(family, () => {
      const [fit] = fitData(data, { families: [family], replicates: 0 }).ranking;
      for (const [name, value] of Object.entries(parameters))
        expect(Math.abs(fit.parameters[name] - value), name).toBeLessThanOrEqual(1e-12 * Math.abs(value));
      expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 11);
      expect(fit.aic).toBeCloseTo(2 * Object.keys(parameters).length - 2 * logLikelihood, 10);
      expect(fit.pValue).toBeUndefined();
    });

  test("awkward data: shapes far below one", () => {
    const spread = Array.from({ length: 12 }, (_, i) => Math.exp(-3 * i * i));
    for (const { family, parameters } of fitData(spread, { families: ["gamma", "weibull"], replicates: 0 }).ranking)
      expect(parameters[family === "gamma" ? "alpha" : "shape"]).toBeLessThan(0.15);
    const edges = [1e-9, 1e-5, 0.5, 1 - 1e-6, 1 - 1e-10];
    const [beta] = fitData(edges, { families: ["beta"], replicates: 0 }).ranking;
    expect(beta.parameters.alpha).toBeLessThan(0.2);
  });

  test("data too tight for a family that is normal by then are left to the normal", () => {
    const near = Array.from({ length: 20 }, (_, i) => 1e6 + (i % 7));
    const { ranking, excluded } = fitData(near, { replicates: 0 });
    expect(ranking.some(({ family }) => family === "gamma")).toBe(false);
    expect(excluded).toContainEqual({ family: "gamma", rule: "x > 0, sd > mean/200" });
    for (const { parameters } of ranking) expect(Object.values(parameters).every(Number.isFinite)).toBe(true);
  });

  test("trigamma", () => {
    const values = [
      [0.001, 1000001.6425331958],
      [0.5, 4.934802200544679],
      [1, 1.6449340668482264],
      [2.5, 0.49035775610023485],
      [11.9, 0.08766320119000419],
      [12.1, 0.08615364647098629],
      [1000, 0.0010005001666666333],
    ];
    for (const [x, value] of values) expect(Math.abs(trigamma(x) - value)).toBeLessThanOrEqual(4e-16 * value);
    expect(trigamma(0)).toBeNaN();
  });
});

describe("ranking", () => {
  test("best first, what cannot hold the data beside it with the reason, and the data themselves", () => {
    const { ranking, excluded, empirical, replicates } = fitData(costs, { replicates: 99 });
    expect(ranking.map(({ family }) => family)).toEqual(["gamma", "lognormal", "weibull", "normal", "exponential"]);
    expect(excluded).toEqual([{ family: "beta", rule: "0 < x < 1, sd > min(mean, 1 − mean)/200" }]);
    expect(empirical).toEqual([...costs].sort((a, b) => a - b));
    expect(replicates).toBe(99);
    expect(ranking[0].pValue).toBeGreaterThan(0.05);
    expect(ranking.at(-1)?.pValue).toBeLessThan(0.05);
    const negative = fitData([-1, 2, 3, 4], { replicates: 0 });
    expect(negative.ranking.map(({ family }) => family)).toEqual(["normal"]);
    expect(negative.excluded).toHaveLength(fittableFamilies.length - 1);
  });

  test("the same seed gives the same p-values, another nearly the same", () => {
    const p = (seed: string) => fitData(costs, { families: ["gamma"], replicates: 299, seed }).ranking[0].pValue!;
    expect(p("a")).toBe(p("a"));
    expect(Math.abs(p("a") - p("b"))).toBeLessThan(0.15);
  });

  test("ten thousand values are no more work than a thousand", () => {
    const many = Array.from({ length: 10_000 }, (_, i) => normalQuantile((i + 0.5) / 10_000));
    const { ranking, replicates } = fitData(many, { families: ["normal"], replicates: 19 });
    expect(replicates).toBe(19);
    expect(ranking[0].pValue).toBe(1);
    expect(ranking[0].parameters.sd).toBeCloseTo(1, 3);
  });

  test("what cannot be fitted is said", () => {
    expect(() => fitData([1, 2])).toThrow("n ≥ 3");
    expect(() => fitData([1, 1, 1])).toThrow("max > min");
    expect(() => fitData([1, 2, Number.NaN])).toThrow("−∞ < x < ∞");
  });
});

describe("test of fit", () => {
  test("the distance is the reference's for a distribution given in full", () => {
    for (const { data, mean, sd, andersonDarlingFullySpecified } of reference("statistics").cases.filter(
      ({ kind }) => kind === "ksOneSampleNormal",
    )) {
      const sorted = Float64Array.from(data as number[]).sort();
      expect(andersonDarling(sorted, normal.tails!({ mean, sd }))).toBeCloseTo(andersonDarlingFullySpecified, 11);
    }
  });

  /**
   * Data bent until the modified A² is the 5 % point for estimated parameters of D'Agostino & Stephens (1986), Goodness-of-fit
   * techniques, tables 4.7, 4.11 and 4.17.
   */
  const bent = (
    family: FittableFamily,
    shape: (u: number, bend: number) => number,
    target: number,
    highest: number,
  ) => {
    const n = 40;
    const factor = { normal: 1 + 0.75 / n + 2.25 / n ** 2, exponential: 1 + 0.6 / n, weibull: 1 + 0.2 / Math.sqrt(n) };
    const data = (bend: number) => Array.from({ length: n }, (_, i) => shape((i + 0.5) / n, bend));
    const modified = (bend: number) =>
      fitData(data(bend), { families: [family], replicates: 0 }).ranking[0].distance *
      factor[family as keyof typeof factor];
    let [low, high] = [0, highest];
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2;
      if (modified(middle) < target) low = middle;
      else high = middle;
    }
    return data(high);
  };
  const gumbel = (u: number) => Math.log(-Math.log(1 - u));

  for (const [family, target, highest, shape] of [
    ["normal", 0.752, 1, (u: number, bend: number) => normalQuantile(u) + bend * normalQuantile(u) ** 2],
    ["exponential", 1.321, 3, (u: number, bend: number) => (-Math.log(1 - u)) ** (1 + bend)],
    ["weibull", 0.757, 1, (u: number, bend: number) => Math.exp(gumbel(u) + bend * gumbel(u) ** 2)],
  ] as const)
    test(`${family}: the p-value is 5 % where tables for fitted parameters say so`, () => {
      const replicates = 999;
      const [{ pValue }] = fitData(bent(family, shape, target, highest), { families: [family], replicates }).ranking;
      expect(Math.abs(pValue! - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / replicates));
    });

  test("p-values of samples that come from the family are uniform", () => {
    const families = [
      { family: "gamma", parameters: { alpha: 0.8, beta: 2 } },
      { family: "beta", parameters: { alpha: 0.7, beta: 3 } },
    ] as const;
    for (const spec of families) {
      const transform = transformOf(spec);
      const rounds = 30;
      const ranks = Array.from({ length: rounds }, (_, round) => {
        const sample = scoresOf(spec.family, round, 20);
        applyTransform(transform, sample, sample, 20);
        const options = { families: [spec.family], replicates: 39, seed: String(round) };
        return fitData([...sample], options).ranking[0].pValue!;
      });
      // p is uniform on 1/40, …, 1: mean 0.5125, sd 0.2886.
      const mean = ranks.reduce((sum, p) => sum + p, 0) / rounds;
      expect(Math.abs(mean - 0.5125) / (0.2886 / Math.sqrt(rounds)), spec.family).toBeLessThan(4);
      const low = ranks.filter((p) => p <= 0.1).length;
      expect(Math.abs(low - 0.1 * rounds) / Math.sqrt(0.09 * rounds), spec.family).toBeLessThan(4);
    }
  });
});
