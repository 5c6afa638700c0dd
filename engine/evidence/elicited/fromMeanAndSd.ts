import { familyOf } from "../../distributions/index.ts";
import { impossible } from "../../issues.ts";
import { bracketRoot } from "../../numeric/bracketRoot.ts";
import { exp, ln } from "../../numeric/elementary.ts";
import { expm1 } from "../../numeric/expm1.ts";
import { log1p } from "../../numeric/log1p.ts";
import { logGamma } from "../../numeric/logGamma.ts";
import { normalDensity } from "../../numeric/normalQuantile.ts";

/** Families that a mean and a standard deviation decide; triangular and PERT as symmetric ones. */
export type MomentFamily =
  | "normal"
  | "logistic"
  | "gumbel"
  | "uniform"
  | "triangular"
  | "pert"
  | "lognormal"
  | "gamma"
  | "weibull"
  | "pareto"
  | "logUniform"
  | "beta"
  | "logitNormal";

/** Those that the families' own table has no form for. */
const solvers: Readonly<Partial<Record<MomentFamily, (mean: number, sd: number) => Readonly<Record<string, number>>>>> =
  {
    normal: (mean, sd) => ({ mean, sd }),
    uniform: (mean, sd) => around(mean, Math.sqrt(3) * sd),
    triangular: (mean, sd) => ({ ...around(mean, Math.sqrt(6) * sd), best: mean }),
    pert: (mean, sd) => ({ ...around(mean, Math.sqrt(7) * sd), best: mean, weight: 4 }),
    weibull,
    logUniform,
    logitNormal,
  };

/**
 * The parameters of a family with this mean and standard deviation: closed forms, but for Weibull and log-uniform (roots of their
 * coefficient of variation) and logit-normal (two nested roots of its moments).
 *
 * @throws UtfallError `evidenceRule` where the family has no such member
 */
export function fromMeanAndSd(family: MomentFamily, mean: number, sd: number): Readonly<Record<string, number>> {
  if (!(sd > 0 && sd < Number.POSITIVE_INFINITY)) throw impossible(family, "sd > 0", { mean, sd });
  if (!Number.isFinite(mean)) throw impossible(family, "−∞ < mean < ∞", { mean, sd });
  const solve = solvers[family];
  if (solve !== undefined) return solve(mean, sd);
  const form = familyOf(family).forms.find(({ keys }) => keys.join(" ") === "mean sd")!;
  const broken = form.rules.find(({ holds }) => !holds({ mean, sd }));
  if (broken !== undefined) throw impossible(family, broken.text, { mean, sd });
  return form.toParameters({ mean, sd });
}

/** sd/mean of a family of positive values. */
function variation(family: MomentFamily, mean: number, sd: number): number {
  if (!(mean > 0)) throw impossible(family, "mean > 0", { mean, sd });
  return sd / mean;
}

const around = (mean: number, half: number) => ({ low: mean - half, high: mean + half });

/** ln(1 + (sd/mean)²) = ln Γ(1 + 2/k) − 2 ln Γ(1 + 1/k) falls as the shape k grows. */
function weibull(mean: number, sd: number): Readonly<Record<string, number>> {
  const ratio = variation("weibull", mean, sd);
  const wanted = log1p(ratio * ratio);
  const excess = (logShape: number) => {
    const inverse = exp(-logShape);
    return logGamma(1 + 2 * inverse) - 2 * logGamma(1 + inverse) - wanted;
  };
  const logShape = bracketRoot(excess, -4, 9);
  if (logShape === undefined) throw impossible("weibull", "1.6e-4 < sd/mean < 1e20", { "sd/mean": ratio });
  const shape = exp(logShape);
  return { shape, scale: mean / exp(logGamma(1 + 1 / shape)) };
}

/** With L = ln(high/low): 1 + (sd/mean)² = (L/2)·coth(L/2), which rises; mean = low·(e^L − 1)/L. */
function logUniform(mean: number, sd: number): Readonly<Record<string, number>> {
  const ratio = variation("logUniform", mean, sd);
  const wanted = ratio * ratio;
  const excess = (logWidth: number) => {
    const half = exp(logWidth) / 2;
    // coth y − 1/y, by its series where the two nearly cancel
    const rest =
      half < 0.05
        ? (half / 3) * (1 - (half * half) / 15 + (2 * half * half * half * half) / 315)
        : 1 + 2 / expm1(2 * half) - 1 / half;
    return half * rest - wanted;
  };
  const logWidth = bracketRoot(excess, -14, 6.5);
  if (logWidth === undefined) throw impossible("logUniform", "5e-7 < sd/mean < 18", { "sd/mean": ratio });
  const width = exp(logWidth);
  const low = (mean * width) / expm1(width);
  return { low, high: low * exp(width) };
}

const [farthest, points] = [9, 361];
const step = (2 * farthest) / (points - 1);
const weightOf = (z: number): number => step * normalDensity(z);
const widestLogit = 30;

/** Mean of 1/(1 + e^−(μ + σZ)), and its standard deviation, by the trapezoidal rule over z. */
function logitMoments(mu: number, sigma: number): { readonly mean: number; readonly sd: number } {
  let [mean, squares] = [0, 0];
  for (let i = 0; i < points; i++) {
    const z = i * step - farthest;
    mean += weightOf(z) / (1 + exp(-(mu + sigma * z)));
  }
  for (let i = 0; i < points; i++) {
    const z = i * step - farthest;
    const gap = 1 / (1 + exp(-(mu + sigma * z))) - mean;
    squares += weightOf(z) * gap * gap;
  }
  return { mean, sd: Math.sqrt(squares) };
}

function logitNormal(mean: number, sd: number): Readonly<Record<string, number>> {
  if (!(mean > 0 && mean < 1)) throw impossible("logitNormal", "0 < mean < 1", { mean, sd });
  if (!(sd * sd < mean * (1 - mean))) throw impossible("logitNormal", "sd² < mean·(1 − mean)", { mean, sd });
  const centre = ln(mean) - log1p(-mean);
  /** The μ that holds the mean: the farther from `centre` the wider. */
  const muFor = (sigma: number) => {
    const reach = sigma * sigma + sigma + 1;
    return bracketRoot((mu) => logitMoments(mu, sigma).mean - mean, centre - reach, centre + reach);
  };
  const sigma = bracketRoot(
    (logSigma) => {
      const mu = muFor(exp(logSigma));
      return mu === undefined ? Number.NaN : logitMoments(mu, exp(logSigma)).sd - sd;
    },
    -12,
    ln(widestLogit),
  );
  const mu = sigma === undefined ? undefined : muFor(exp(sigma));
  if (sigma === undefined || mu === undefined) throw impossible("logitNormal", "sdlogit < 30", { mean, sd });
  return { meanlogit: mu, sdlogit: exp(sigma) };
}
