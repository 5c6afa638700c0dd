import { type DistributionSpec, type Family, normalFromInterval } from "../../engine/distributions/index.ts";
import { distributions } from "../../engine/distributions/table.ts";
import { ln } from "../../engine/numeric/elementary.ts";
import { reference } from "../reference.ts";

/* The distributions of the reference files, in our words. */

/** A family stated by the knowledge form with these keys. */
function form(family: Family, known: Record<string, number>): DistributionSpec {
  const keys = Object.keys(known).sort().join();
  const stated = distributions[family].forms.find((one) => [...one.keys].sort().join() === keys)!;
  return { family, parameters: { ...stated.toParameters(known) } as DistributionSpec["parameters"] };
}

type Known = Record<string, number>;
/** By family and parametrisation of the reference. */
export const specOf: Record<string, (p: Known) => DistributionSpec> = {
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
  "beta alpha_beta_min_max": ({ alpha, beta, min, max }) => ({
    family: "scaledBeta",
    parameters: { alpha, beta, low: min, high: max },
  }),
  "beta mean_sd_min_max": ({ mean, sd, min, max }) => form("scaledBeta", { mean, sd, low: min, high: max }),
  "logitNormal mu_sigma": (p) => ({ family: "logitNormal", parameters: { meanlogit: p.mu, sdlogit: p.sigma } }),
  "logUniform min_max": (p) => ({ family: "logUniform", parameters: { low: p.min, high: p.max } }),
  "studentT df_loc_scale": (p) => ({
    family: "studentT",
    parameters: { df: p.df, location: p.loc, scale: p.scale },
  }),
  "logistic loc_scale": (p) => ({ family: "logistic", parameters: { location: p.loc, scale: p.scale } }),
  "cauchy loc_scale": (p) => ({ family: "cauchy", parameters: { location: p.loc, scale: p.scale } }),
  "gumbel loc_scale": (p) => ({ family: "gumbel", parameters: { location: p.loc, scale: p.scale } }),
  "weibull shape_scale": (p) => ({ family: "weibull", parameters: p }),
  "exponential rate": (p) => ({ family: "exponential", parameters: p }),
  "exponential mean": (p) => form("exponential", p),
  "pareto min_shape": (p) => ({ family: "pareto", parameters: { low: p.min, shape: p.shape } }),
};

export const oracleCases = ["bounded", "unbounded", "positive"].flatMap(
  (file) => reference(`distributions-${file}`).cases,
);
export const nameOf = (c: { family: string; parametrisation: string }) => `${c.family} ${c.parametrisation}`;

/** What a case of the reference is as one of ours; undefined where none of our families states it. */
export function oracleSpec(c: (typeof oracleCases)[number]): DistributionSpec | undefined {
  const known = Object.entries(c.params as Record<string, number | string>).map(([k, v]) => [k, Number(v)] as const);
  return specOf[nameOf(c)]?.(Object.fromEntries(known));
}

/**
 * Quantiles at 1e-100 beside a finite end, where the reference's own 50 digits ran out (it answers 0 and 3.3e-52). With 250
 * digits: 1 − √(1 − p), and the root of the truncated distribution function.
 */
export const mended: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  "triangular-2": { 1e-100: 5e-101 },
  "truncatedNormal-1": { 1e-100: 2.7275190252666304e-100 },
};
