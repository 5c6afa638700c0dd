import { describe, expect, test } from "vitest";
import { type DistributionSpec, describe as described } from "../../engine/distributions/index.ts";
import { lognormal } from "../../engine/distributions/lognormal.ts";
import { type MatchedFamily, matchedSum } from "../../engine/evidence/compound/matchedSum.ts";
import {
  type Count,
  momentsOfAmount,
  momentsOfSum,
  type ThreeMoments,
} from "../../engine/evidence/compound/momentsOfSum.ts";
import { panjerProbabilities, roundedAmounts } from "../../engine/evidence/compound/panjer.ts";

/** Mean, variance and third central moment of probabilities at 0, 1, 2, … */
function momentsOf(probabilities: ArrayLike<number>): ThreeMoments {
  const p = Array.from(probabilities);
  const mean = p.reduce((sum, x, k) => sum + x * k, 0);
  const central = (power: number) => p.reduce((sum, x, k) => sum + x * (k - mean) ** power, 0);
  return { mean, variance: central(2), third: central(3) };
}

const amountOf = (spec: DistributionSpec) => momentsOfAmount(described(spec));
const lognormalMoments = (meanlog: number, sdlog: number) =>
  amountOf({ family: "lognormal", parameters: { meanlog, sdlog } });
const gammaMoments = (alpha: number, beta: number) => amountOf({ family: "gamma", parameters: { alpha, beta } });

const convolved = (a: readonly number[], b: readonly number[]): number[] => {
  const result = new Array<number>(a.length + b.length - 1).fill(0);
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) result[i + j] += x * y;
  return result;
};

/** Amounts of 0 to 6 steps, skew. */
const amounts = [0.1, 0.35, 0.25, 0.1, 0.1, 0, 0.1];

const counts: readonly Count[] = [
  { kind: "poisson", mean: 3.5 },
  { kind: "binomial", n: 9, probability: 0.3 },
  { kind: "negativeBinomial", mean: 4, size: 2.5 },
];

describe("a random number of amounts", () => {
  for (const count of counts)
    test(`${count.kind}: the moments are those of the sum's own probabilities`, () => {
      const probabilities = panjerProbabilities(count, Float64Array.from(amounts), 400);
      const exact = momentsOf(probabilities);
      const { mean, variance, third, skewness } = momentsOfSum(count, momentsOf(amounts));
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 13);
      expect(mean).toBeCloseTo(exact.mean, 10);
      expect(variance).toBeCloseTo(exact.variance, 9);
      expect(third).toBeCloseTo(exact.third, 7);
      expect(skewness).toBeCloseTo(exact.third / exact.variance ** 1.5, 9);
    });

  test("a fixed number: convolution", () => {
    const three = convolved(convolved(amounts, amounts), amounts);
    const exact = momentsOf(three);
    const found = momentsOfSum({ kind: "fixed", n: 3 }, momentsOf(amounts));
    expect(found.mean).toBeCloseTo(exact.mean, 13);
    expect(found.variance).toBeCloseTo(exact.variance, 12);
    expect(found.third).toBeCloseTo(exact.third, 12);
  });

  test("moments of amounts, by hand", () => {
    // lognormal(0, 1): e^(k²/2) are its raw moments
    const raw = [1, 2, 3].map((k) => Math.exp((k * k) / 2));
    const l = lognormalMoments(0, 1);
    expect(l.mean).toBeCloseTo(raw[0], 12);
    expect(l.variance).toBeCloseTo(raw[1] - raw[0] ** 2, 12);
    expect(l.third / (raw[2] - 3 * raw[0] * raw[1] + 2 * raw[0] ** 3)).toBeCloseTo(1, 12);
    const g = gammaMoments(4, 2);
    expect([g.mean, g.variance, g.third]).toEqual([2, 1, 1].map((x) => expect.closeTo(x, 13)));
    // Pareto(1, 4): raw moments 4/3, 2, 4
    const p = amountOf({ family: "pareto", parameters: { low: 1, shape: 4 } });
    expect(p.mean).toBeCloseTo(4 / 3, 14);
    expect(p.variance).toBeCloseTo(2 - 16 / 9, 14);
    expect(p.third).toBeCloseTo(4 - 3 * (4 / 3) * 2 + 2 * (4 / 3) ** 3, 13);
    expect(() => amountOf({ family: "pareto", parameters: { low: 1, shape: 3 } })).toThrow("E(x³)");
    // cut off at 1.5: ∫ of 3x^(k − 4) from 1 to 1.5, over what lies below the cut
    const capped = amountOf({ family: "pareto", parameters: { low: 1, shape: 3 }, max: 1.5 });
    const cut = (k: number) => ((k === 3 ? Math.log(1.5) : (1.5 ** (k - 3) - 1) / (k - 3)) * 3) / (1 - 1.5 ** -3);
    expect(capped.mean).toBeCloseTo(cut(1), 9);
    expect(capped.third).toBeCloseTo(cut(3) - 3 * cut(1) * cut(2) + 2 * cut(1) ** 3, 8);
  });

  test("what has no answer is said", () => {
    const one = { mean: 1, variance: 1, third: 1 };
    expect(() => momentsOfSum({ kind: "binomial", n: 5, probability: 1.2 }, one)).toThrow("0 ≤ P ≤ 1");
    expect(() => momentsOfSum({ kind: "poisson", mean: -1 }, one)).toThrow("mean ≥ 0");
    expect(() => momentsOfSum({ kind: "negativeBinomial", mean: 1, size: 0 }, one)).toThrow("size > 0");
    expect(() => momentsOfSum({ kind: "fixed", n: 2 }, { ...one, third: Number.POSITIVE_INFINITY })).toThrow("E(x³)");
    expect(() => matchedSum("shiftedGamma", momentsOfSum({ kind: "fixed", n: 0 }, one))).toThrow("Var > 0");
  });
});

describe("Panjer's recursion", () => {
  test("amounts of one step: the count itself", () => {
    const one = Float64Array.of(0, 1);
    const poisson = panjerProbabilities({ kind: "poisson", mean: 2 }, one, 6);
    [1, 2, 2, 4 / 3, 2 / 3, 4 / 15].forEach((term, k) => {
      expect(poisson[k]).toBeCloseTo(term * Math.exp(-2), 15);
    });
    expect([...panjerProbabilities({ kind: "binomial", n: 3, probability: 0.25 }, one, 5)].map((p) => 64 * p)).toEqual(
      [27, 27, 9, 1, 0].map((p) => expect.closeTo(p, 12)),
    );
    // size 1: geometric with P(0) = 1/(1 + mean)
    const geometric = panjerProbabilities({ kind: "negativeBinomial", mean: 1, size: 1 }, one, 4);
    expect([...geometric]).toEqual([0.5, 0.25, 0.125, 0.0625].map((p) => expect.closeTo(p, 15)));
  });

  test("a binomial number of amounts, by convolution", () => {
    const each = amounts.map((p, k) => 0.3 * p + (k === 0 ? 0.7 : 0));
    const four = [each, each, each].reduce((sum, next) => convolved(sum, next), each);
    const found = panjerProbabilities({ kind: "binomial", n: 4, probability: 0.3 }, Float64Array.from(amounts), 25);
    expect([...found]).toEqual(four.map((p) => expect.closeTo(p, 14)));
  });

  test("a fixed number has no recursion", () => {
    expect(() => panjerProbabilities({ kind: "fixed", n: 2 }, Float64Array.of(0, 1), 5)).toThrow("Var(N) > 0");
    expect(() => panjerProbabilities({ kind: "poisson", mean: 1e4 }, Float64Array.of(0, 1), 5)).toThrow("P(0) > 0");
  });
});

describe("matched families", () => {
  const families: readonly MatchedFamily[] = ["shiftedGamma", "shiftedLognormal", "normalPower"];

  test("mean, variance and skewness are the sum's (normal power: the variance to 1 + γ²/18)", () => {
    for (const family of families)
      for (const sign of [1, -1]) {
        const moments = momentsOfSum({ kind: "poisson", mean: 12 }, gammaMoments(0.8, 0.1));
        const { mean, variance, skewness } = moments;
        const s = matchedSum(family, { ...moments, third: sign * moments.third, skewness: sign * skewness });
        // by the trapezoidal rule over normal scores
        const [n, edge] = [2001, 8];
        const scores = Array.from({ length: n }, (_, i) => (2 * edge * i) / (n - 1) - edge);
        const weights = scores.map((z) => (Math.exp(-z * z * 0.5) / Math.sqrt(2 * Math.PI)) * ((2 * edge) / (n - 1)));
        const normal = matchedSum(family, { mean: 0, variance: 1, third: 0, skewness: 0 });
        const values = scores.map((z) => (z < 0 ? s.quantile(normal.cdf(z)) : s.upperQuantile(normal.upper(z))));
        const expected = (f: (x: number) => number) => values.reduce((sum, x, i) => sum + weights[i] * f(x), 0);
        const m = expected((x) => x);
        const v = expected((x) => (x - m) ** 2);
        // The parabola of normal power is cut at its top, which few scores reach.
        const exact = family !== "normalPower";
        expect(m / mean).toBeCloseTo(1, exact ? 8 : 6);
        expect(v / variance).toBeCloseTo(exact ? 1 : 1 + skewness ** 2 / 18, exact ? 6 : 4);
        if (exact) expect(expected((x) => (x - m) ** 3) / v ** 1.5).toBeCloseTo(sign * skewness, 4);
        for (const u of [1e-4, 0.05, 0.5, 0.95, 0.9999]) {
          expect(s.cdf(s.quantile(u))).toBeCloseTo(u, 11);
          expect(s.upper(s.upperQuantile(u))).toBeCloseTo(u, 11);
          expect(s.quantile(u)).toBeCloseTo(s.upperQuantile(1 - u), 7);
        }
      }
  });

  test("nothing lies beyond the end of a family, and no skewness is the normal", () => {
    const s = matchedSum("shiftedGamma", { mean: 10, variance: 4, third: 8, skewness: 1 });
    expect([s.cdf(5.9), s.upper(5.9)]).toEqual([0, 1]); // mean − 2·sd/γ = 6
    const l = matchedSum("shiftedLognormal", { mean: 0, variance: 1, third: 3, skewness: 3 });
    expect([l.cdf(-5), l.upper(-5)]).toEqual([0, 1]);
    const p = matchedSum("normalPower", { mean: 0, variance: 1, third: 1, skewness: 1 });
    expect([p.cdf(-2), p.upper(-2)]).toEqual([0, 1]);
    expect(matchedSum("shiftedGamma", { mean: 0, variance: 1, third: 0, skewness: 0 }).quantile(0.975)).toBeCloseTo(
      1.959963984540054,
      12,
    );
  });

  /** Largest error of a probability allowed, as the families' page says. */
  for (const [sdlog, count, gamma, shifted, power] of [
    [0.6, { kind: "poisson", mean: 20 }, 0.001, 0.002, 0.002],
    [1, { kind: "poisson", mean: 100 }, 0.005, 0.004, 0.007],
    [1, { kind: "poisson", mean: 20 }, 0.017, 0.009, 0.026],
    [1, { kind: "binomial", n: 30, probability: 0.5 }, 0.029, 0.015, 0.045],
    [1, { kind: "negativeBinomial", mean: 20, size: 4 }, 0.002, 0.013, 0.023],
    [1, { kind: "poisson", mean: 5 }, 0.103, 0.017, 0.09],
  ] as const)
    test(`error against the recursion: sdlog ${sdlog}, ${Object.values(count).join(" ")}`, () => {
      const meanlog = (-sdlog * sdlog) / 2;
      const moments = momentsOfSum(count, lognormalMoments(meanlog, sdlog));
      const length = 1200;
      const step = (moments.mean + 12 * Math.sqrt(moments.variance)) / length;
      const rounded = roundedAmounts((x) => lognormal.cdf({ meanlog, sdlog }, x), step, length);
      let below = 0;
      const reached = panjerProbabilities(count, rounded, length).map((p) => {
        below += p;
        return below;
      });
      families.forEach((family, i) => {
        const { cdf } = matchedSum(family, moments);
        let worst = 0;
        reached.forEach((p, k) => {
          worst = Math.max(worst, Math.abs(p - cdf((k + 0.5) * step)));
        });
        expect(worst, family).toBeLessThan([gamma, shifted, power][i]);
        expect(worst, family).toBeGreaterThan([gamma, shifted, power][i] / 4);
      });
    });
});
