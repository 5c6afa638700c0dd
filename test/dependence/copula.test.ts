import { describe, expect, test } from "vitest";
import {
  conditionalProbability,
  copulaValue,
  logCopulaDensity,
  tailDependence,
} from "../../engine/dependence/copula.ts";
import {
  kendallOfScores,
  scoreFromKendall,
  scoreFromSpearman,
  spearmanOfScores,
} from "../../engine/dependence/rankCorrelation.ts";
import { scoreCorrelation } from "../../engine/dependence/scoreCorrelation.ts";
import { scoreFromSpearmanOfT, spearmanOfT } from "../../engine/dependence/spearmanOfT.ts";
import { cholesky } from "../../engine/numeric/cholesky.ts";
import { integrateShort } from "../../engine/numeric/quadrature.ts";
import { reference } from "../reference.ts";

const { cases } = reference("dependence");
const known = (kind: string) => cases.find((c) => c.kind === kind);
const gaussian = { kind: "gaussian" } as const;
const t = (degreesOfFreedom: number) => ({ kind: "t", degreesOfFreedom }) as const;

const factorOf = (matrix: number[][]) => {
  const factor = cholesky(matrix);
  if ("row" in factor) throw new Error("not positive definite");
  return factor;
};

describe("rank correlations and scores", () => {
  const { pearson, spearman, kendall, inverse } = known("rankCorrelationOfNormal");

  test("of a Gaussian copula", () => {
    pearson.forEach((rho: number, i: number) => {
      expect(spearmanOfScores(rho)).toBeCloseTo(spearman[i], 14);
      expect(kendallOfScores(rho)).toBeCloseTo(kendall[i], 14);
    });
  });

  test("the scores' correlation that gives them", () => {
    inverse.spearman.forEach((rank: number, i: number) => {
      expect(scoreFromSpearman(rank)).toBeCloseTo(inverse.pearsonFromSpearman[i], 14);
      expect(scoreFromKendall(rank)).toBeCloseTo(inverse.pearsonFromKendall[i], 14);
    });
    for (const whole of [-1, 0, 1]) {
      expect(scoreFromSpearman(whole)).toBeCloseTo(whole, 14);
      expect(scoreFromKendall(whole)).toBeCloseTo(whole, 14);
    }
  });

  test("by what was stated, and of which copula", () => {
    expect(scoreCorrelation(0.6, "scores", t(4))).toBe(0.6);
    expect(scoreCorrelation(0.6, "kendall", t(4))).toBe(scoreFromKendall(0.6));
    expect(scoreCorrelation(0.6, "spearman", gaussian)).toBe(scoreFromSpearman(0.6));
    expect(scoreCorrelation(0.6, "spearman", t(4))).toBe(scoreFromSpearmanOfT(0.6, 4));
  });

  test("a t copula's Spearman correlation: held to E(UV) by quadrature, to the Gaussian one as ν grows", () => {
    for (const [rho, nu] of [
      [0.5, 3],
      [-0.7, 4],
      [0.9, 1],
    ]) {
      // E(UV) = ∫ u (1 − ∫ P(V ≤ v | u) dv) du, in panels
      const panels = [0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1];
      const over = (f: (u: number) => number) =>
        panels.slice(1).reduce((sum, to, i) => sum + integrateShort(f, panels[i], to), 0);
      const product = over((u) => u * (1 - over((v) => conditionalProbability(t(nu), rho, v, u))));
      expect(Math.abs(spearmanOfT(rho, nu) - (12 * product - 3))).toBeLessThan(2e-5);
    }
    expect(spearmanOfT(0.6, 1e6)).toBeCloseTo(spearmanOfScores(0.6), 6);
    expect(spearmanOfT(0.6, 3)).toBeLessThan(spearmanOfScores(0.6));
    expect(spearmanOfT(-0.6, 3)).toBeCloseTo(-spearmanOfT(0.6, 3), 14);
    expect(spearmanOfT(1, 2)).toBeCloseTo(1, 6);
    expect(spearmanOfT(scoreFromSpearmanOfT(0.55, 3), 3)).toBeCloseTo(0.55, 12);
    expect([-1, 0, 1].map((r) => scoreFromSpearmanOfT(r, 5))).toEqual([-1, 0, 1]);
  });
});

describe("copulas", () => {
  test("Gaussian: values, densities, conditional probabilities", () => {
    for (const [rho, u, v, value, logDensity, conditional] of known("gaussianCopula").rows) {
      const where = `${rho}, ${u}, ${v}`;
      expect(Math.abs(copulaValue(gaussian, rho, u, v) - value), where).toBeLessThanOrEqual(1e-10 * value + 1e-300);
      const factor = factorOf([
        [1, rho],
        [rho, 1],
      ]);
      expect(Math.abs(logCopulaDensity(gaussian, factor, [u, v]) - logDensity), where).toBeLessThanOrEqual(
        1e-10 * Math.max(1, Math.abs(logDensity)),
      );
      expect(Math.abs(conditionalProbability(gaussian, rho, v, u) - conditional), where).toBeLessThanOrEqual(
        1e-10 * conditional,
      );
    }
  });

  test("t: values, densities, conditional probabilities", () => {
    for (const [nu, rho, u, v, value, logDensity, conditional] of known("tCopula").rows) {
      const where = `${nu}, ${rho}, ${u}, ${v}`;
      expect(Math.abs(copulaValue(t(nu), rho, u, v) - value), where).toBeLessThanOrEqual(1e-10 * value);
      const factor = factorOf([
        [1, rho],
        [rho, 1],
      ]);
      expect(Math.abs(logCopulaDensity(t(nu), factor, [u, v]) - logDensity), where).toBeLessThanOrEqual(
        1e-10 * Math.max(1, Math.abs(logDensity)),
      );
      expect(Math.abs(conditionalProbability(t(nu), rho, v, u) - conditional), where).toBeLessThanOrEqual(
        1e-10 * conditional,
      );
    }
  });

  test("three variables", () => {
    const { correlation, points } = known("copulaDensity");
    const factor = factorOf(correlation);
    for (const { u, gaussianLogDensity, t: heavy } of points) {
      expect(logCopulaDensity(gaussian, factor, u)).toBeCloseTo(gaussianLogDensity, 10);
      for (const { nu, logDensity } of heavy) expect(logCopulaDensity(t(nu), factor, u)).toBeCloseTo(logDensity, 10);
    }
  });

  test("how often extremes come together", () => {
    for (const [nu, rho, lambda] of known("tCopulaTailDependence").rows)
      expect(Math.abs(tailDependence(t(nu), rho) - lambda)).toBeLessThanOrEqual(1e-12 * lambda);
    expect(tailDependence(gaussian, 0.9)).toBe(0);
  });
});
