import { impossible } from "../../issues.ts";
import { bracketRoot } from "../../numeric/bracketRoot.ts";
import { exp, ln } from "../../numeric/elementary.ts";
import { log1p } from "../../numeric/log1p.ts";
import { logGamma } from "../../numeric/logGamma.ts";
import { normalDensity } from "../../numeric/normalQuantile.ts";

/** Families that a mean and a standard deviation decide; triangular and PERT as symmetric ones. */
export type MomentFamily =
  | "normal"
  | "lognormal"
  | "gamma"
  | "weibull"
  | "beta"
  | "logitNormal"
  | "uniform"
  | "triangular"
  | "pert";

/**
 * The parameters of a family with this mean and standard deviation: closed forms, but for Weibull (root of its coefficient of
 * variation) and logit-normal (two nested roots of its moments).
 *
 * @throws UtfallError `evidenceRule` where the family has no such member
 */
export function fromMeanAndSd(family: MomentFamily, mean: number, sd: number): Readonly<Record<string, number>> {
  const rule = ruleOf(family, mean, sd);
  if (rule !== undefined) throw impossible(family, rule, { mean, sd });
  const ratio = sd / mean;
  switch (family) {
    case "normal":
      return { mean, sd };
    case "lognormal": {
      const variance = log1p(ratio * ratio);
      return { meanlog: ln(mean) - variance / 2, sdlog: Math.sqrt(variance) };
    }
    case "gamma":
      return { alpha: 1 / (ratio * ratio), beta: 1 / (ratio * sd) };
    case "weibull":
      return weibull(mean, ratio);
    case "beta": {
      const size = (mean * (1 - mean)) / (sd * sd) - 1;
      return { alpha: mean * size, beta: (1 - mean) * size };
    }
    case "logitNormal":
      return logitNormal(mean, sd);
    case "uniform":
      return around(mean, Math.sqrt(3) * sd);
    case "triangular":
      return { ...around(mean, Math.sqrt(6) * sd), best: mean };
    case "pert":
      return { ...around(mean, Math.sqrt(7) * sd), best: mean, weight: 4 };
  }
}

/** The rule that these numbers break, if any. */
function ruleOf(family: MomentFamily, mean: number, sd: number): string | undefined {
  if (!(sd > 0 && sd < Number.POSITIVE_INFINITY)) return "sd > 0";
  if (!Number.isFinite(mean)) return "−∞ < mean < ∞";
  if (family === "beta" || family === "logitNormal") {
    if (!(mean > 0 && mean < 1)) return "0 < mean < 1";
    if (!(sd * sd < mean * (1 - mean))) return "sd² < mean·(1 − mean)";
  }
  const positive = family === "lognormal" || family === "gamma" || family === "weibull";
  return positive && !(mean > 0) ? "mean > 0" : undefined;
}

const around = (mean: number, half: number) => ({ low: mean - half, high: mean + half });

/** ln(1 + (sd/mean)²) = ln Γ(1 + 2/k) − 2 ln Γ(1 + 1/k) falls as the shape k grows. */
function weibull(mean: number, ratio: number): Readonly<Record<string, number>> {
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
