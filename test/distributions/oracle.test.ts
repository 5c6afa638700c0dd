import { expect, describe as group, test } from "vitest";
import { checkSpec, describe } from "../../engine/distributions/index.ts";
import { nameOf, oracleCases, oracleSpec, specOf } from "./oracleSpec.ts";

/* Every value of every reference case that one of our families can state, at the reference's own tolerance. */

/** Reference families that are not in the table yet, and parametrisations that it has no word for. */
const notOurs = [
  "beta alpha_beta_min_max",
  "beta mean_sd_min_max",
  "logitNormal mu_sigma",
  "logUniform min_max",
  "studentT df_loc_scale",
  "logistic loc_scale",
  "cauchy loc_scale",
  "gumbel loc_scale",
  "weibull shape_scale",
  "exponential rate",
  "exponential mean",
  "pareto min_shape",
];

/**
 * Quantiles at 1e-100 beside a finite end, where the reference's own 50 digits ran out (it answers 0 and 3.3e-52). With 250
 * digits: 1 − √(1 − p), and the root of the truncated distribution function.
 */
const mended: Record<string, Record<number, number>> = {
  "triangular-2": { 1e-100: 5e-101 },
  "truncatedNormal-1": { 1e-100: 2.7275190252666304e-100 },
};

const number = (value: number | string) => Number(value);

test("every reference case is either ours or named as not ours", () => {
  const names = new Set(oracleCases.map(nameOf));
  expect([...names].sort()).toEqual([...Object.keys(specOf), ...notOurs].sort());
});

for (const c of oracleCases.filter((c) => nameOf(c) in specOf)) {
  group(c.id, () => {
    const spec = oracleSpec(c)!;
    const d = describe(spec);

    const worst = (
      at: readonly (number | string)[],
      want: readonly (number | string)[],
      relTol: readonly number[],
      f: (x: number) => number,
    ) =>
      at.flatMap((x, i) => {
        const got = f(number(x));
        const right = number(want[i]);
        const close = got === right || Math.abs(got - right) <= relTol[i] * Math.abs(right) + 1e-300;
        return close ? [] : [`at ${x}: ${got}, not ${right}`];
      });

    test("is accepted and has the support", () => {
      expect(checkSpec(spec)).toEqual([]);
      expect(d.support).toEqual(c.support.map(number));
    });
    test("density", () => expect(worst(c.x, c.pdf, c.relTol.pdf, d.density)).toEqual([]));
    test("distribution function", () => expect(worst(c.x, c.cdf, c.relTol.cdf, d.cdf)).toEqual([]));
    test("upper tail", () => expect(worst(c.x, c.sf, c.relTol.sf, d.upper)).toEqual([]));
    test("quantile", () => {
      const right = c.quantile.map((value: number | string, i: number) => mended[c.id]?.[c.p[i]] ?? value);
      const relTol = c.relTol.quantile.map((value: number, i: number) => (mended[c.id]?.[c.p[i]] ? 1e-11 : value));
      expect(worst(c.p, right, relTol, d.quantile)).toEqual([]);
    });
    test("upper quantile", () =>
      expect(worst(c.q, c.quantileUpper, c.relTol.quantileUpper, d.upperQuantile)).toEqual([]));
    test("mean and variance", () => {
      expect(worst([0], [c.mean], [1e-12], () => d.mean)).toEqual([]);
      expect(worst([0], [c.variance], [1e-12], () => d.variance)).toEqual([]);
    });
  });
}
