import { describe, expect, test } from "vitest";
import { poolStudies } from "../../engine/evidence/poolStudies.ts";
import { predictNewPlace } from "../../engine/evidence/predictNewPlace.ts";
import { keyOf } from "../../engine/random/key.ts";
import { fillScores } from "../../engine/random/score.ts";
import { fillStream } from "../../engine/random/stream.ts";

/* Meta-analyses drawn from the model itself: do 95 % intervals hold what they should, 95 times of 100? */

const rounds = 200;
const k = 6;
const tau = 0.3;

/** Studies around a true mean of 1, and the true effect in one more place. */
function drawn(round: number, standardError: (i: number) => number) {
  const integers = new Int32Array(16);
  const z = new Float64Array(16);
  fillStream(keyOf("1", "pool", "coverage"), round, integers);
  fillScores(integers, z);
  const studies = Array.from({ length: k }, (_, i) => ({
    id: `${i}`,
    estimate: 1 + tau * z[i] + standardError(i) * z[k + i],
    standardError: standardError(i),
  }));
  return { studies, newPlace: 1 + tau * z[2 * k] };
}

/** Standard errors by which the share of rounds in which something held differs from 95 %. */
function off(holds: (round: number) => boolean): number {
  const share = Array.from({ length: rounds }, (_, round) => holds(round)).filter(Boolean).length / rounds;
  return (share - 0.95) / Math.sqrt((0.95 * 0.05) / rounds);
}

const equal = () => 0.2;
const tenfold = (i: number) => 0.05 + 0.1 * i;

describe("intervals that are exact in the model", () => {
  test("the mean's by Hartung and Knapp, for equal standard errors", () => {
    const covered = off((round) => {
      const { mean } = poolStudies(drawn(round, equal).studies, { error: "hartungKnapp" });
      return mean.low <= 1 && 1 <= mean.high;
    });
    expect(Math.abs(covered)).toBeLessThan(4);
  });

  test("that of the variance between places, for any standard errors", () => {
    const covered = off((round) => {
      const { tau2 } = poolStudies(drawn(round, tenfold).studies).heterogeneity;
      return tau2.low <= tau * tau && tau * tau <= tau2.high;
    });
    expect(Math.abs(covered)).toBeLessThan(4);
  });
});

describe("the effect in a new place", () => {
  test("covered by the mixture, not by the plug-in interval", () => {
    const mixture = off((round) => {
      const { studies, newPlace } = drawn(round, tenfold);
      const p = predictNewPlace(studies).distribution.cdf(newPlace);
      return p >= 0.025 && p <= 0.975;
    });
    const plugIn = off((round) => {
      const { studies, newPlace } = drawn(round, tenfold);
      const { prediction } = poolStudies(studies);
      return prediction.low <= newPlace && newPlace <= prediction.high;
    });
    expect(mixture).toBeGreaterThan(-4);
    expect(mixture).toBeLessThan(4);
    expect(plugIn).toBeLessThan(-3);
  });

  test("weights sum to one, quantiles and tails agree, and many studies leave the normal of the model", () => {
    const { parts, distribution } = predictNewPlace(drawn(0, tenfold).studies);
    expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 13);
    expect(distribution.cdf(distribution.quantile(0.05))).toBeCloseTo(0.05, 12);
    const many = Array.from({ length: 30 }, (_, round) => drawn(round, equal).studies).flat();
    const wide = predictNewPlace(many).distribution;
    const { prediction } = poolStudies(many, { error: "normal" });
    expect(wide.quantile(0.5)).toBeCloseTo(prediction.mean, 2);
    const ratio = (wide.quantile(0.975) - wide.quantile(0.025)) / (prediction.high - prediction.low);
    expect(ratio).toBeGreaterThan(0.98);
    expect(ratio).toBeLessThan(1.04);
  });

  test("studies that agree beyond chance: one part without differences leads", () => {
    const same = [1, 2, 3, 4].map((i) => ({ id: `${i}`, estimate: 0.4, standardError: 0.1 * i }));
    expect(predictNewPlace(same).parts).toEqual([
      { mean: 0.4, sd: expect.closeTo(1 / Math.sqrt(100 + 25 + 100 / 9 + 6.25), 14), weight: 1 },
    ]);
    expect(() => predictNewPlace(same.slice(0, 1))).toThrow("studies ≥ 2");
  });
});
