import { expect, describe as group, test } from "vitest";
import { checkSpec, type DistributionSpec, describe, normalFromInterval } from "../../engine/distributions/index.ts";
import { distributions } from "../../engine/distributions/table.ts";
import { ln } from "../../engine/numeric/elementary.ts";
import { reference } from "../reference.ts";

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

function form(family: "beta" | "lognormal" | "gamma", known: Record<string, number>): DistributionSpec {
  const parameters = distributions[family].forms[0].toParameters(known);
  return { family, parameters: { ...parameters } };
}

type Known = Record<string, number>;
const specOf: Record<string, (p: Known) => DistributionSpec> = {
  "uniform min_max": (p) => ({ family: "uniform", parameters: { low: p.min, high: p.max } }),
  "triangular min_mode_max": (p) => ({ family: "triangular", parameters: { low: p.min, best: p.mode, high: p.max } }),
  "pert min_mode_max": (p) => ({ family: "pert", parameters: { low: p.min, best: p.mode, high: p.max } }),
  "pert min_mode_max_lambda": (p) => ({
    family: "pert",
    parameters: { low: p.min, best: p.mode, high: p.max, weight: p.lambda },
  }),
  "beta alpha_beta": (p) => ({ family: "beta", parameters: p }),
  "beta mean_sd": (p) => form("beta", p),
  "normal mean_sd": (p) => ({ family: "normal", parameters: p }),
  "normal interval90": (p) => normalFromInterval(p.p5, p.p95, 0.9),
  "truncatedNormal mean_sd_min_max": ({ mean, sd, min, max }) => ({
    family: "normal",
    parameters: { mean, sd },
    ...(Number.isFinite(min) ? { min } : {}),
    ...(Number.isFinite(max) ? { max } : {}),
  }),
  "lognormal meanlog_sdlog": (p) => ({ family: "lognormal", parameters: p }),
  "lognormal mean_sd": (p) => form("lognormal", p),
  "lognormal interval90": (p) => {
    const { mean, sd } = normalFromInterval(ln(p.p5), ln(p.p95), 0.9).parameters;
    return { family: "lognormal", parameters: { meanlog: mean, sdlog: sd } };
  },
  "gamma shape_scale": (p) => ({ family: "gamma", parameters: { alpha: p.shape, beta: 1 / p.scale } }),
  "gamma shape_rate": (p) => ({ family: "gamma", parameters: { alpha: p.shape, beta: p.rate } }),
  "gamma mean_sd": (p) => form("gamma", p),
};

const cases = ["bounded", "unbounded", "positive"].flatMap((file) => reference(`distributions-${file}`).cases);
const nameOf = (c: { family: string; parametrisation: string }) => `${c.family} ${c.parametrisation}`;

test("every reference case is either ours or named as not ours", () => {
  const names = new Set(cases.map(nameOf));
  expect([...names].sort()).toEqual([...Object.keys(specOf), ...notOurs].sort());
});

for (const c of cases.filter((c) => nameOf(c) in specOf)) {
  group(c.id, () => {
    const known = Object.fromEntries(
      Object.entries(c.params as Record<string, number | string>).map(([k, v]) => [k, number(v)]),
    );
    const spec = specOf[nameOf(c)](known);
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
