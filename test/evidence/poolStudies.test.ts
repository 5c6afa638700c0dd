import { describe, expect, test } from "vitest";
import { type PoolingOptions, poolStudies } from "../../engine/evidence/poolStudies.ts";
import { effectFromCounts } from "../../engine/evidence/studyEffects.ts";
import { exp } from "../../engine/numeric/elementary.ts";

/*
 * Figures documented by R's package metafor (github.com/wviechtb/metafor, README.md and tests/testthat/: test_misc_confint,
 * test_analysis_example_raudenbush1985, test_analysis_example_normand1999), rounded as given there.
 */

/** Cases and others, vaccinated and not, of the thirteen trials that Colditz et al. (1994) pooled. */
const bcg = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
].map(([a, b, c, d], i) => ({
  id: `trial ${i + 1}`,
  ...effectFromCounts("logRelativeRisk", { hits: a, of: a + b }, { hits: c, of: c + d }),
}));

/** Standardised mean differences of teacher expectancy (Raudenbush 1984) with their variances. */
const expectancy = [
  [0.03, 0.0156],
  [0.12, 0.0216],
  [-0.14, 0.0279],
  [1.18, 0.1391],
  [0.26, 0.1362],
  [-0.06, 0.0106],
  [-0.02, 0.0106],
  [-0.32, 0.0484],
  [0.27, 0.0269],
  [0.8, 0.063],
  [0.54, 0.0912],
  [0.18, 0.0497],
  [-0.02, 0.0835],
  [0.23, 0.0841],
  [-0.18, 0.0253],
  [-0.06, 0.0279],
  [0.3, 0.0193],
  [0.07, 0.0088],
  [-0.07, 0.0303],
].map(([estimate, variance], i) => ({ id: `study ${i + 1}`, estimate, standardError: Math.sqrt(variance) }));

/** Days in hospital of stroke patients, special care against routine: patients, mean and sd of both (Normand 1999, table II). */
const stay = [
  [155, 55, 47, 156, 75, 64],
  [31, 27, 7, 32, 29, 4],
  [75, 64, 17, 71, 119, 29],
  [18, 66, 20, 18, 137, 48],
  [8, 14, 8, 13, 18, 11],
  [57, 19, 7, 52, 18, 4],
  [34, 52, 45, 33, 41, 34],
  [110, 21, 16, 183, 31, 27],
  [60, 30, 27, 52, 23, 20],
].map(([n1, m1, s1, n2, m2, s2], i) => {
  const pooled = ((n1 - 1) * s1 * s1 + (n2 - 1) * s2 * s2) / (n1 + n2 - 2);
  return { id: `hospital ${i + 1}`, estimate: m1 - m2, standardError: Math.sqrt(pooled / n1 + pooled / n2) };
});

/** Its documented figures carry its own searches' error: to 1e-5 in the iterated τ², to 1e-4 in the ends of τ²'s interval. */
function expectNear(found: readonly number[], documented: readonly number[], error: number): void {
  expect(found.length).toBe(documented.length);
  found.forEach((x, i) => {
    expect(Math.abs(x - documented[i])).toBeLessThanOrEqual(error);
  });
}

const rounded = (x: number, digits: number) => Number(x.toFixed(digits));

describe("BCG vaccine, 13 trials, log relative risks", () => {
  test("DerSimonian–Laird with normal errors", () => {
    const { mean, heterogeneity: h } = poolStudies(bcg, { betweenStudies: "dersimonianLaird", error: "normal" });
    expect([mean.mean, mean.low, mean.high].map((x) => rounded(exp(x), 4))).toEqual([0.4896, 0.3449, 0.695]);
    expect([h.tau2.value, h.tau2.low, h.tau2.high].map((x) => rounded(x, 4))).toEqual([0.3088, 0.1197, 1.1115]);
    expect([rounded(100 * h.i2.value, 4), rounded(h.h2.value, 4)]).toEqual([92.1173, 12.6861]);
    // d I²/dτ² = 124 per cent a unit at the lower end: 1e-4 in τ² is 0.0124.
    expectNear([100 * h.i2.low, 100 * h.i2.high], [81.9177, 97.6781], 0.0124);
    expectNear([h.h2.low, h.h2.high], [5.5303, 43.068], 0.004);
  });

  test("restricted maximum likelihood with normal errors", () => {
    const { mean, heterogeneity: h } = poolStudies(bcg, { error: "normal" });
    expect([mean.mean, mean.scale, mean.low, mean.high].map((x) => rounded(x, 4))).toEqual([
      -0.7145, 0.1798, -1.0669, -0.3622,
    ]);
    expect(rounded(mean.mean / mean.scale, 4)).toBe(-3.9744);
    expect([h.tau2.value, Math.sqrt(h.tau2.value)].map((x) => rounded(x, 4))).toEqual([0.3132, 0.5597]);
    expect([rounded(100 * h.i2.value, 2), rounded(h.h2.value, 2)]).toEqual([92.22, 12.86]);
    expect([rounded(h.q, 4), h.degreesOfFreedom]).toEqual([152.233, 12]);
    expect(h.pValue).toBeLessThan(1e-4);
  });

  test("restricted maximum likelihood with Hartung and Knapp's errors, and the prediction for a new place", () => {
    const { mean, prediction } = poolStudies(bcg, { error: "hartungKnapp" });
    expect([mean.mean, mean.scale, mean.low, mean.high].map((x) => rounded(x, 4))).toEqual([
      -0.7145, 0.1808, -1.1084, -0.3206,
    ]);
    expect([rounded(mean.mean / mean.scale, 4), mean.degreesOfFreedom]).toEqual([-3.9522, 12]);
    expect([mean.low, mean.high, prediction.low, prediction.high].map((x) => rounded(exp(x), 2))).toEqual([
      0.33, 0.73, 0.14, 1.76,
    ]);
  });
});

test("teacher expectancy, 19 studies: mean, heterogeneity, and each study shrunk with its interval", () => {
  const { mean, heterogeneity, studies } = poolStudies(expectancy, { error: "normal" });
  expect([rounded(heterogeneity.tau2.value, 4), rounded(mean.mean, 4)]).toEqual([0.0188, 0.0837]);
  expect([rounded(heterogeneity.q, 4), rounded(mean.mean / mean.scale, 4)]).toEqual([35.8295, 1.6208]);
  expectNear(
    studies.map(({ shrunk }) => shrunk.mean),
    [
      0.0543, 0.1006, -0.0064, 0.2144, 0.1051, -0.0082, 0.0174, -0.0293, 0.1604, 0.2485, 0.1618, 0.1102, 0.0646, 0.1105,
      -0.0288, 0.0258, 0.1905, 0.0744, 0.0248,
    ],
    1e-4,
  );
  expectNear(
    studies.map(({ shrunk }) => shrunk.mean - 1.959964 * shrunk.sd),
    [
      -0.1324, -0.1033, -0.2228, -0.0533, -0.1622, -0.1737, -0.1481, -0.2689, -0.0543, 0, -0.097, -0.1303, -0.192,
      -0.1463, -0.2405, -0.1906, -0.0076, -0.0808, -0.1954,
    ],
    1e-4,
  );
  expect(studies.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 14);
});

test("length of stay, 9 hospitals: both estimators of the variance between places", () => {
  const figures = (betweenStudies: PoolingOptions["betweenStudies"]) => {
    const { mean, heterogeneity } = poolStudies(stay, { betweenStudies, error: "normal" });
    return [mean.mean, mean.low, mean.high, heterogeneity.tau2.value].map((x) => rounded(x, 2));
  };
  expect(figures("dersimonianLaird")).toEqual([-14.1, -24.45, -3.75, 218.72]);
  expect(figures("reml")).toEqual([-15.12, -32.67, 2.43, 685.2]);
});

describe("beside documented figures", () => {
  test("studies that agree leave no variance between places, and all errors meet", () => {
    const same = [1, 2, 3].map((i) => ({ id: `${i}`, estimate: 0.4, standardError: 0.1 * i }));
    for (const betweenStudies of ["dersimonianLaird", "reml"] as const) {
      const { mean, prediction, heterogeneity, studies } = poolStudies(same, { betweenStudies, error: "normal" });
      expect(mean.mean).toBe(0.4);
      expect(mean.scale).toBeCloseTo(1 / Math.sqrt(100 + 25 + 100 / 9), 14);
      expect(prediction).toEqual(mean);
      expect([heterogeneity.tau2.value, heterogeneity.i2.value, heterogeneity.h2.value]).toEqual([0, 0, 1]);
      expect(studies.map(({ shrunk }) => shrunk.mean)).toEqual([0.4, 0.4, 0.4]);
    }
    expect(poolStudies(same, { error: "hartungKnapp" }).mean.scale).toBe(0);
    const floored = poolStudies(same).mean;
    expect(floored.scale).toBeCloseTo(1 / Math.sqrt(100 + 25 + 100 / 9), 14);
    expect(floored.degreesOfFreedom).toBe(2);
  });

  test("equal standard errors: τ² is the sample variance less the error variance, in both estimators", () => {
    const estimates = [0.1, 0.5, 0.9, 1.4, -0.3];
    const studies = estimates.map((estimate, i) => ({ id: `${i}`, estimate, standardError: 0.2 }));
    const average = estimates.reduce((sum, x) => sum + x, 0) / 5;
    const variance = estimates.reduce((sum, x) => sum + (x - average) ** 2, 0) / 4;
    for (const betweenStudies of ["dersimonianLaird", "reml"] as const) {
      const { mean, heterogeneity } = poolStudies(studies, { betweenStudies });
      expect(heterogeneity.tau2.value).toBeCloseTo(variance - 0.04, 12);
      expect(mean.scale).toBeCloseTo(Math.sqrt(variance / 5), 12);
    }
  });

  test("restricted likelihood is nowhere higher than at the estimate", () => {
    for (const studies of [bcg, expectancy, stay]) {
      const { tau2 } = poolStudies(studies).heterogeneity;
      const logLikelihood = (variance: number) => {
        const w = studies.map(({ standardError: s }) => 1 / (s * s + variance));
        const total = w.reduce((sum, x) => sum + x, 0);
        const mean = studies.reduce((sum, { estimate }, i) => sum + w[i] * estimate, 0) / total;
        const squares = studies.reduce((sum, { estimate }, i) => sum + w[i] * (estimate - mean) ** 2, 0);
        return (w.reduce((sum, x) => sum + Math.log(x), 0) - Math.log(total) - squares) / 2;
      };
      for (const factor of [0, 0.01, 0.3, 0.9, 0.999, 1.001, 1.1, 3, 50])
        expect(logLikelihood(tau2.value * factor)).toBeLessThan(logLikelihood(tau2.value));
    }
  });

  test("a change of unit or of origin changes nothing else", () => {
    const plain = poolStudies(stay);
    for (const [unit, origin] of [
      [1e-7, 0],
      [1e9, 0],
      [1, 1e6],
    ]) {
      const moved = poolStudies(
        stay.map(({ id, estimate, standardError }) => ({
          id,
          estimate: origin + unit * estimate,
          standardError: unit * standardError,
        })),
      );
      const close = (found: number, known: number) =>
        expect(Math.abs(found - known)).toBeLessThanOrEqual(1e-8 * Math.abs(known));
      close((moved.mean.mean - origin) / unit, plain.mean.mean);
      close((moved.prediction.high - origin) / unit, plain.prediction.high);
      for (const end of ["value", "low", "high"] as const) {
        close(moved.heterogeneity.tau2[end] / (unit * unit), plain.heterogeneity.tau2[end]);
        close(moved.heterogeneity.i2[end], plain.heterogeneity.i2[end]);
      }
    }
  });

  test("what cannot be pooled is said", () => {
    const [one, two] = bcg;
    expect(() => poolStudies([one])).toThrow("studies ≥ 2");
    expect(() => poolStudies([one, { ...two, standardError: 0 }])).toThrow("standardError > 0");
    expect(() => poolStudies([one, { ...two, estimate: Number.NaN }])).toThrow("trial 2");
    expect(() => poolStudies([one, two], { level: 1 })).toThrow("0 < level < 1");
  });
});
