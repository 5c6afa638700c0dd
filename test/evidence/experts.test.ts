import { describe, expect, test } from "vitest";
import { type DistributionSpec, describe as described } from "../../engine/distributions/index.ts";
import { linearPool } from "../../engine/evidence/experts/linearPool.ts";
import { logarithmicPool } from "../../engine/evidence/experts/logarithmicPool.ts";
import { quantileTable } from "../../engine/evidence/experts/opinion.ts";
import { exp, ln } from "../../engine/numeric/elementary.ts";
import { integrate } from "../../engine/numeric/quadrature.ts";

const opinion = (spec: DistributionSpec, weight: number) => {
  const distribution = described(spec);
  return { distribution, weight, mean: distribution.mean, variance: distribution.variance };
};
const normal = (mean: number, sd: number) => ({ family: "normal", parameters: { mean, sd } }) as const;
const gamma = (alpha: number, beta: number) => ({ family: "gamma", parameters: { alpha, beta } }) as const;
const beta = (alpha: number, b: number) => ({ family: "beta", parameters: { alpha, beta: b } }) as const;
const lognormal = (meanlog: number, sdlog: number) =>
  ({ family: "lognormal", parameters: { meanlog, sdlog } }) as const;
const levels = [1e-6, 0.01, 0.05, 0.3, 0.5, 0.8, 0.95, 0.999, 1 - 1e-6];

/** The pool is this distribution: density, both tails, quantiles and moments. */
function expectSame(pool: ReturnType<typeof logarithmicPool>, spec: DistributionSpec, error = 1e-10) {
  const known = described(spec);
  const scale = Math.sqrt(known.variance);
  for (const u of levels) {
    const x = known.quantile(u);
    expect(Math.abs(pool.quantile(u) - x), `quantile ${u}`).toBeLessThanOrEqual(1e-7 * scale);
    expect(Math.abs(pool.density(x) - known.density(x)), `density ${u}`).toBeLessThanOrEqual(error * known.density(x));
    expect(Math.abs(pool.cdf(x) - u), `cdf ${u}`).toBeLessThanOrEqual(error);
    expect(Math.abs(pool.upper(x) - known.upper(x)), `upper ${u}`).toBeLessThanOrEqual(error);
  }
  expect(Math.abs(pool.mean - known.mean)).toBeLessThanOrEqual(1e-9 * scale);
  expect(Math.abs(pool.variance - known.variance)).toBeLessThanOrEqual(1e-9 * known.variance);
}

describe("logarithmic pool", () => {
  test("normals give the normal with precision Σ w/sd²", () => {
    for (const parts of [
      [
        [0, 1, 1],
        [2, 0.5, 1],
        [1, 3, 2],
      ],
      // far from one another, so that the pool lies where none of them looks
      [
        [0, 1, 1],
        [60, 1, 1],
      ],
      // one all but certain
      [
        [5, 1e-4, 3],
        [0, 10, 1],
      ],
    ]) {
      const total = parts.reduce((sum, [, , w]) => sum + w, 0);
      const precision = parts.reduce((sum, [, sd, w]) => sum + w / total / sd ** 2, 0);
      const mean = parts.reduce((sum, [m, sd, w]) => sum + ((w / total) * m) / sd ** 2, 0) / precision;
      const pool = logarithmicPool(parts.map(([m, sd, w]) => opinion(normal(m, sd), w)));
      expectSame(pool, normal(mean, 1 / Math.sqrt(precision)));
    }
  });

  test("gammas, betas and lognormals stay in their family", () => {
    const a = logarithmicPool([opinion(gamma(2, 0.5), 1), opinion(gamma(9, 3), 3)]);
    expectSame(a, gamma(0.25 * 2 + 0.75 * 9, 0.25 * 0.5 + 0.75 * 3));
    const b = logarithmicPool([opinion(beta(2, 7), 1), opinion(beta(5, 3), 1)]);
    expectSame(b, beta(3.5, 5));
    const c = logarithmicPool([opinion(lognormal(1, 0.5), 2), opinion(lognormal(2, 1), 2)]);
    // precisions ½·4 and ½·1: in logarithms x's own power x⁻¹ stays as it is
    expectSame(c, lognormal((2 * 1 + 0.5 * 2) / 2.5, Math.sqrt(1 / 2.5)));
  });

  test("one expert, or a weight of zero, changes nothing", () => {
    expectSame(logarithmicPool([opinion(gamma(3, 2), 7), opinion(normal(-9, 1), 0)]), gamma(3, 2));
  });

  test("only what all hold possible is left", () => {
    const uniform = (low: number, high: number) => ({ family: "uniform", parameters: { low, high } }) as const;
    const pool = logarithmicPool([opinion(uniform(0, 10), 1), opinion(uniform(6, 14), 1)]);
    expect(pool.support).toEqual([6, 10]);
    expect(pool.quantile(0.25)).toBeCloseTo(7, 10);
    expect(() => logarithmicPool([opinion(uniform(0, 1), 1), opinion(uniform(2, 3), 1)])).toThrow(
      "no values in common",
    );
  });
});

describe("linear pool", () => {
  const parts = [opinion(normal(0, 1), 1), opinion(normal(6, 0.5), 3), opinion(lognormal(1, 0.7), 4)];
  const pool = linearPool(parts);

  test("a mixture: tails, density, moments", () => {
    const at = (x: number, f: "cdf" | "upper" | "density") =>
      (parts[0].distribution[f](x) + 3 * parts[1].distribution[f](x) + 4 * parts[2].distribution[f](x)) / 8;
    for (const x of [-3, 0.5, 2.7, 5.5, 9, 40])
      for (const f of ["cdf", "upper", "density"] as const) expect(pool[f](x)).toBeCloseTo(at(x, f), 15);
    const mean = integrate((x) => x * pool.density(x), -12, 0) + integrate((x) => x * pool.density(x), 0, 400);
    expect(pool.mean).toBeCloseTo(mean, 9);
    const square =
      integrate((x) => x * x * pool.density(x), -12, 0) + integrate((x) => x * x * pool.density(x), 0, 400);
    expect(pool.variance).toBeCloseTo(square - mean * mean, 6);
    expect(pool.support).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  test("quantiles from the nearer tail", () => {
    for (const u of [1e-12, ...levels]) {
      const x = pool.quantile(u);
      if (u < 0.5) expect(Math.abs(pool.cdf(x) / u - 1)).toBeLessThan(1e-9);
      else expect(Math.abs(pool.upper(x) / (1 - u) - 1)).toBeLessThan(1e-9);
    }
    expect(quantileTable(pool, [0.05, 0.5])).toEqual([
      { probability: 0.05, value: pool.quantile(0.05) },
      { probability: 0.5, value: pool.quantile(0.5) },
    ]);
    expect(linearPool([opinion(normal(3, 1), 5)]).quantile(0.975)).toBeCloseTo(4.959963984540054, 12);
  });

  test("wider than the logarithmic one", () => {
    const pair = [opinion(normal(0, 1), 1), opinion(normal(3, 1), 1)];
    expect(linearPool(pair).variance).toBeCloseTo(1 + 2.25, 12);
    expect(logarithmicPool(pair).variance).toBeCloseTo(1, 10);
  });

  test("weights that mean nothing are refused", () => {
    expect(() => linearPool([opinion(normal(0, 1), -1), opinion(normal(0, 1), 2)])).toThrow("weight ≥ 0");
    expect(() => linearPool([opinion(normal(0, 1), 0)])).toThrow("Σ weight > 0");
    expect(() => logarithmicPool([])).toThrow("Σ weight > 0");
  });
});

test("a logarithmic pool of different families is Π f^w, normalised", () => {
  const pool = logarithmicPool([opinion(gamma(4, 1), 2), opinion(lognormal(1, 0.6), 1)]);
  const [g, l] = [described(gamma(4, 1)), described(lognormal(1, 0.6))];
  const height = (x: number) => exp((2 * ln(g.density(x)) + ln(l.density(x))) / 3);
  const total = integrate(height, 0, 60);
  for (const x of [0.4, 2, 5, 11]) {
    expect(pool.density(x)).toBeCloseTo(height(x) / total, 11);
    expect(pool.cdf(x)).toBeCloseTo(integrate(height, 0, x) / total, 11);
  }
});
