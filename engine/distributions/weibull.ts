import { exp, ln, normalTail, power } from "../numeric/elementary.ts";
import { expm1 } from "../numeric/expm1.ts";
import { log1p } from "../numeric/log1p.ts";
import { logGamma, logGammaOnePlus } from "../numeric/logGamma.ts";
import type { Distribution } from "./distribution.ts";
import { momentsOverScores } from "./moments.ts";

type Parameters = { shape: number; scale: number };

/**
 * Weibull: time until something happens, with a risk that rises (shape > 1) or falls (shape < 1) as time goes. Support
 * [0, ∞), the quantity's own unit.
 * Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 21, ISBN 978-0-471-58495-7.
 */
export const weibull: Distribution<Parameters> = {
  about: {
    en: "Time until something happens, with a risk that rises (shape above 1) or falls as time goes",
    sv: "Tid tills något händer, med en risk som stiger (form över 1) eller faller med tiden",
    use: "How long something lasts when the risk that it ends changes with time: stays in a job, relapses that come early or not at all. Shape 1 is the exponential.",
    support: "x ≥ 0",
    density: "shape/scale·(x/scale)^(shape − 1)·exp(−(x/scale)^shape)",
    cdf: "1 − exp(−(x/scale)^shape)",
    mean: "scale·Γ(1 + 1/shape)",
    variance: "scale²·(Γ(1 + 2/shape) − Γ(1 + 1/shape)²)",
    skewness: "(scale³·Γ(1 + 3/shape) − 3·mean·variance − mean³)/variance^(3/2)",
    source: "Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 21",
  },
  parameters: {
    shape: { unit: "number", means: { en: "shape", sv: "form" } },
    scale: {
      unit: "own",
      means: { en: "scale: 63 % of the values lie below", sv: "skala: 63 % av värdena ligger under" },
    },
  },
  rules: [
    { text: "shape > 0", holds: ({ shape }) => shape > 0 },
    { text: "scale > 0", holds: ({ scale }) => scale > 0 },
  ],
  forms: [],
  support: () => [0, Number.POSITIVE_INFINITY],
  density(p, x) {
    if (!(x > 0)) return x === 0 ? atZero(p) : Number.isNaN(x) ? x : 0;
    if (x === Number.POSITIVE_INFINITY) return 0;
    const h = hazard(p, x);
    return (p.shape / x) * h * exp(-h);
  },
  cdf: (p, x) => Math.abs(expm1(-hazard(p, x))), // no −0
  upper: (p, x) => exp(-hazard(p, x)),
  quantile: ({ shape, scale }, u) => scale * power(-log1p(-u), 1 / shape),
  upperQuantile: ({ shape, scale }, q) => scale * power(-ln(q), 1 / shape),
  mean: (p) => p.scale * exp(logRawMoment(p, 1)),
  variance: (p) => p.scale * p.scale * exp(2 * logRawMoment(p, 1)) * relativeVariance(p),
  skewness(p) {
    // the closed form cancels where the spread is small beside the mean: there by quadrature of x − 1, for scale 1
    if (p.shape > 10) return momentsOverScores((z) => expm1(ln(exponentialAt(z)) / p.shape)).skewness;
    const first = exp(logRawMoment(p, 1));
    const variance = first * first * relativeVariance(p);
    const cube = exp(logRawMoment(p, 3)) - first * (3 * variance + first * first);
    return cube / (variance * Math.sqrt(variance));
  },
  closedForm: ({ shape, scale }) => ({ kind: "weibull", shape, scale }),
};

/** Cumulative hazard (x/scale)^shape; 0 up to 0. */
const hazard = ({ shape, scale }: Parameters, x: number): number => (x <= 0 ? 0 : power(x / scale, shape));

/** ln E[X^k] = ln Γ(1 + k/shape) for scale 1. */
function logRawMoment({ shape }: Parameters, k: number): number {
  const t = k / shape;
  return t <= 1.5 ? logGammaOnePlus(t) : logGamma(1 + t);
}

/** Variance over the square of the mean. */
const relativeVariance = (p: Parameters): number => expm1(logRawMoment(p, 2) - 2 * logRawMoment(p, 1));

/** −ln Φ(−z). */
const exponentialAt = (z: number): number => (z < 0 ? -log1p(-normalTail(z)) : -ln(normalTail(z)));

/** Limit of the density at 0. */
const atZero = ({ shape, scale }: Parameters): number =>
  shape < 1 ? Number.POSITIVE_INFINITY : shape === 1 ? 1 / scale : 0;
