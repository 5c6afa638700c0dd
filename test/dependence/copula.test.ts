import { describe, expect, test } from "vitest";
import { conditionalProbability, tailDependence } from "../../engine/dependence/copula.ts";
import { scoreFromKendall, scoreFromSpearman, spearmanOfScores } from "../../engine/dependence/rankCorrelation.ts";
import { scoreCorrelation } from "../../engine/dependence/scoreCorrelation.ts";
import { scoreFromSpearmanOfT, spearmanOfT } from "../../engine/dependence/spearmanOfT.ts";
import { integrateShort } from "../../engine/numeric/quadrature.ts";
import { misses } from "../accuracy/answer.ts";
import { dependenceAnswers } from "../accuracy/dependence.ts";
import { reference } from "../reference.ts";

const { cases } = reference("dependence");
const gaussian = { kind: "gaussian" } as const;
const t = (degreesOfFreedom: number) => ({ kind: "t", degreesOfFreedom }) as const;

describe("rank correlations and scores", () => {
  test("+1, 0 and −1 stay what they are", () => {
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

describe("the reference's copulas and rank correlations", () => {
  test.each(cases.filter(({ kind }) => kind in dependenceAnswers))("$id", (known) => {
    expect(misses(dependenceAnswers[known.kind](known))).toEqual([]);
  });
  test("extremes of a Gaussian copula do not come together", () => expect(tailDependence(gaussian, 0.9)).toBe(0));
});
