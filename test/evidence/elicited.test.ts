import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describe as described } from "../../engine/distributions/index.ts";
import { fromMeanAndSd, type MomentFamily } from "../../engine/evidence/elicited/fromMeanAndSd.ts";
import { fromInterval, fromQuantiles, type QuantileFamily } from "../../engine/evidence/elicited/fromQuantiles.ts";
import { shareFromCounts } from "../../engine/evidence/elicited/shareFromCounts.ts";
import { triangularFromPercentiles } from "../../engine/evidence/elicited/triangularFromPercentiles.ts";
import { ln } from "../../engine/numeric/elementary.ts";
import { nelderMead } from "../../engine/numeric/nelderMead.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Families, their parameters at random, and the scale on which misses of many quantiles are judged. */
const families: Readonly<Record<QuantileFamily, fc.Arbitrary<Readonly<Record<string, number>>>>> = {
  normal: fc.record({ mean: number(-50, 50), sd: number(0.01, 30) }),
  lognormal: fc.record({ meanlog: number(-3, 8), sdlog: number(0.02, 2.5) }),
  logitNormal: fc.record({ meanlogit: number(-4, 4), sdlogit: number(0.02, 2.5) }),
  uniform: fc.record({ low: number(-50, 50), high: number(51, 90) }),
  logUniform: fc.record({ low: number(0.01, 5), high: number(5.1, 900) }),
  logistic: fc.record({ location: number(-50, 50), scale: number(0.01, 30) }),
  gumbel: fc.record({ location: number(-50, 50), scale: number(0.01, 30) }),
  weibull: fc.record({ shape: number(0.3, 20), scale: number(0.01, 900) }),
  gamma: fc.record({ alpha: number(0.2, 400), beta: number(0.001, 50) }),
  beta: fc.record({ alpha: number(0.3, 200), beta: number(0.3, 200) }),
};

const quantile = (family: QuantileFamily, parameters: Readonly<Record<string, number>>, u: number): number =>
  described({ family, parameters }).quantile(u);

describe("quantiles", () => {
  for (const [family, parameters] of Object.entries(families) as [QuantileFamily, (typeof families)["beta"]][])
    for (const levels of [
      [0.05, 0.95],
      [0.1, 0.5],
      [0.05, 0.5, 0.95],
    ])
      test(`${family} through ${levels.join(", ")}: the distribution they came from`, () => {
        fc.assert(
          fc.property(parameters, (p) => {
            const known = levels.map((probability) => ({ probability, value: quantile(family, p, probability) }));
            if (known.some(({ value }, i) => !(value < 1 - 1e-9 || family !== "beta") || value <= known[i - 1]?.value))
              return;
            if (family === "beta" && known[0].value < 1e-9) return;
            const fit = fromQuantiles(family, known);
            for (const { value, fitted } of fit.quantiles)
              expect(Math.abs(fitted - value)).toBeLessThanOrEqual(1e-8 * (1e-3 + Math.abs(value)));
            for (const [name, value] of Object.entries(p))
              expect(Math.abs(fit.parameters[name] - value), name).toBeLessThanOrEqual(1e-5 * (1 + Math.abs(value)));
          }),
          { seed: 3, numRuns: levels.length === 2 ? 16 : 8 },
        );
      });

  test("three that no member has: least squares on the family's own scale, by hand for the normal", () => {
    const known = [
      { probability: 0.05, value: 10 },
      { probability: 0.5, value: 20 },
      { probability: 0.95, value: 50 },
    ];
    const z = 1.6448536269514722;
    const { parameters, quantiles } = fromQuantiles("normal", known);
    expect(parameters.mean).toBeCloseTo(80 / 3, 12);
    expect(parameters.sd).toBeCloseTo(40 / (2 * z), 12);
    expect(quantiles.map(({ fitted }) => Math.round(100 * fitted) / 100)).toEqual([6.67, 26.67, 46.67]);
    const logs = fromQuantiles("lognormal", known).parameters;
    expect(logs.meanlog).toBeCloseTo((ln(10) + ln(20) + ln(50)) / 3, 12);
    expect(logs.sdlog).toBeCloseTo(ln(5) / (2 * z), 12);
  });

  test("gamma and beta through three: no neighbour misses by less", () => {
    const misses = (
      family: QuantileFamily,
      p: Readonly<Record<string, number>>,
      known: readonly (readonly number[])[],
    ) =>
      known.reduce((sum, [probability, value]) => {
        const found = quantile(family, p, probability);
        const gap = family === "beta" ? ln(found / (1 - found)) - ln(value / (1 - value)) : ln(found / value);
        return sum + gap * gap;
      }, 0);
    for (const [family, known] of [
      [
        "gamma",
        [
          [0.05, 10],
          [0.5, 20],
          [0.95, 70],
        ],
      ],
      [
        "beta",
        [
          [0.05, 0.02],
          [0.5, 0.2],
          [0.95, 0.4],
        ],
      ],
    ] as const) {
      const { parameters } = fromQuantiles(
        family,
        known.map(([probability, value]) => ({ probability, value })),
      );
      const least = misses(family, parameters, known);
      for (const name of ["alpha", "beta"])
        for (const factor of [0.97, 0.999, 1.001, 1.03])
          expect(misses(family, { ...parameters, [name]: parameters[name] * factor }, known)).toBeGreaterThan(least);
    }
  });

  test("an interval at a stated level", () => {
    const { parameters } = fromInterval("lognormal", 2, 8, 0.9);
    expect(parameters.meanlog).toBeCloseTo(ln(4), 14);
    expect(parameters.sdlog).toBeCloseTo(ln(4) / (2 * 1.6448536269514722), 14);
  });

  test("what no distribution can have is said", () => {
    const through =
      (family: QuantileFamily, ...pairs: readonly (readonly [number, number])[]) =>
      () =>
        fromQuantiles(
          family,
          pairs.map(([probability, value]) => ({ probability, value })),
        );
    expect(through("normal", [0.05, 1])).toThrow("quantiles ≥ 2");
    expect(through("normal", [0.05, 2], [0.95, 1])).toThrow("x₁ < x₂");
    expect(through("normal", [0.95, 1], [0.05, 2])).toThrow("P₁ < P₂");
    expect(through("lognormal", [0.05, 0], [0.95, 1])).toThrow("0 < x < Infinity");
    expect(through("beta", [0.05, 0.1], [0.95, 1])).toThrow("0 < x < 1");
    expect(through("beta", [0, 0.1], [0.95, 0.9])).toThrow("0 < P < 1");
  });
});

describe("mean and standard deviation", () => {
  /** With mpmath at 25 digits. */
  const known: readonly (readonly [MomentFamily, number, number, Readonly<Record<string, number>>])[] = [
    ["weibull", 3.0091509765031126, 5.290285764787436, { shape: 0.6, scale: 2 }],
    ["weibull", 2.8551824079978374, 1.7287548788065767, { shape: 1.7, scale: 3.2 }],
    ["weibull", 9.784382009142448, 0.4882619864906796, { shape: 25, scale: 10 }],
    ["logitNormal", 0.25735815956046343, 0.14073146589656774, { meanlogit: -1.2, sdlogit: 0.8 }],
    ["logitNormal", 0.5572182216794164, 0.36481499257829386, { meanlogit: 0.5, sdlogit: 3 }],
    ["logitNormal", 0.04396262398710992, 0.07295472311861749, { meanlogit: -4, sdlogit: 1.5 }],
  ];
  for (const [family, mean, sd, parameters] of known)
    test(`${family} with mean ${mean} and sd ${sd}`, () => {
      const found = fromMeanAndSd(family, mean, sd);
      for (const [name, value] of Object.entries(parameters))
        expect(Math.abs(found[name] - value), name).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(value)));
    });

  test("the others have the mean and variance asked for", () => {
    for (const [family, mean, sd] of [
      ["normal", -3, 2],
      ["lognormal", 5, 9],
      ["gamma", 5, 0.4],
      ["beta", 0.3, 0.2],
      ["uniform", -3, 2],
      ["triangular", 7, 2],
      ["pert", 7, 2],
      ["logistic", -3, 2],
      ["gumbel", -3, 2],
      ["pareto", 5, 9],
      ["pareto", 5, 0.1],
      ["logUniform", 5, 9],
      ["logUniform", 5, 0.02],
    ] as const) {
      const { mean: m, variance } = described({ family, parameters: fromMeanAndSd(family, mean, sd) });
      expect(m, family).toBeCloseTo(mean, 12);
      expect(variance, family).toBeCloseTo(sd * sd, 11);
    }
  });

  test("what cannot be is said", () => {
    expect(() => fromMeanAndSd("beta", 0.5, 0.5)).toThrow("sd² < mean·(1 − mean)");
    expect(() => fromMeanAndSd("gamma", -1, 0.5)).toThrow("mean > 0");
    expect(() => fromMeanAndSd("normal", 0, 0)).toThrow("sd > 0");
    expect(() => fromMeanAndSd("logitNormal", 0.5, 0.4999)).toThrow("sdlogit < 30");
  });
});

test("a triangle of which low and high are percentiles: P(low), P(high) and the mode as stated", () => {
  fc.assert(
    fc.property(number(0.01, 50), number(0.01, 50), number(0.1, 0.99), (left, right, level) => {
      const { parameters } = triangularFromPercentiles(10 - left, 10, 10 + right, level);
      const { cdf, upper } = described({ family: "triangular", parameters });
      expect(parameters.best).toBe(10);
      expect(cdf(10 - left)).toBeCloseTo((1 - level) / 2, 10);
      expect(upper(10 + right)).toBeCloseTo((1 - level) / 2, 10);
    }),
    { seed: 2, numRuns: 200 },
  );
  expect(() => triangularFromPercentiles(1, 1, 2)).toThrow("low < best < high");
  expect(() => triangularFromPercentiles(1, 2, 3, 1)).toThrow("0 < level < 1");
});

test("counts: the posterior of each prior", () => {
  expect(shareFromCounts(3, 10).parameters).toEqual({ alpha: 3.5, beta: 7.5 });
  expect(shareFromCounts(3, 10, "uniform").parameters).toEqual({ alpha: 4, beta: 8 });
  const own = shareFromCounts(3, 10, { alpha: 2, beta: 5 }, 0.9);
  expect(own.parameters).toEqual({ alpha: 5, beta: 12 });
  expect(own.mean).toBeCloseTo(5 / 17, 15);
  const { cdf } = described({ family: "beta", parameters: own.parameters });
  expect([cdf(own.low), cdf(own.high)].map((p) => Math.round(p * 1e12) / 1e12)).toEqual([0.05, 0.95]);
  // None of twenty, uniform prior: 1 − (1 − p)^21
  expect(shareFromCounts(0, 20, "uniform").high).toBeCloseTo(1 - 0.025 ** (1 / 21), 14);
  expect(() => shareFromCounts(14, 12)).toThrow();
  expect(() => shareFromCounts(1, 2, { alpha: -3, beta: 1 })).toThrow();
});

test("the simplex finds Rosenbrock's valley", () => {
  const { at } = nelderMead(([x, y]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1], 0.5);
  expect(at[0]).toBeCloseTo(1, 6);
  expect(at[1]).toBeCloseTo(1, 6);
});
