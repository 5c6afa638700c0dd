import { exp, ln } from "../numeric/elementary.ts";
import { log1p } from "../numeric/log1p.ts";
import { integrate } from "../numeric/quadrature.ts";
import type { Distribution } from "./distribution.ts";

type Parameters = { low: number; high: number };

/**
 * Log-uniform: a positive quantity of unknown size, every doubling as likely as the next. Support [low, high], the quantity's
 * own unit.
 * Source: Hamming (1970), On the distribution of numbers, doi:10.1002/j.1538-7305.1970.tb04281.x.
 */
export const logUniform: Distribution<Parameters> = {
  about: {
    en: "A positive quantity whose very size is unknown: every doubling is as likely as the next",
    sv: "En positiv storhet vars storleksordning är okänd: varje fördubbling är lika trolig",
    use: "Even the order of magnitude is unknown: between 1 and 100, and nothing more likely than anything else on a scale of factors. Say more than this as soon as you can.",
    support: "low ≤ x ≤ high",
    density: "1/(x·ln(high/low))",
    cdf: "ln(x/low)/ln(high/low)",
    mean: "(high − low)/ln(high/low)",
    variance: "(high² − low²)/(2·ln(high/low)) − mean²",
    skewness: "(a − 3·mean·variance − mean³)/variance^(3/2), with a = (high³ − low³)/(3·ln(high/low))",
    source: "Hamming (1970), On the distribution of numbers, doi:10.1002/j.1538-7305.1970.tb04281.x",
  },
  parameters: {
    low: { unit: "own", means: { en: "smallest possible value", sv: "minsta möjliga värde" } },
    high: { unit: "own", means: { en: "largest possible value", sv: "största möjliga värde" } },
  },
  rules: [
    { text: "0 < low", holds: ({ low }) => low > 0 },
    { text: "low < high", holds: ({ low, high }) => low < high },
  ],
  forms: [],
  support: ({ low, high }) => [low, high],
  density: (p, x) => (x >= p.low && x <= p.high ? 1 / (x * width(p)) : Number.isNaN(x) ? x : 0),
  cdf: (p, x) => Math.max(0, Math.min(1, logRatio(x, p.low) / width(p))),
  upper: (p, x) => Math.max(0, Math.min(1, logRatio(p.high, x) / width(p))),
  quantile: (p, u) => (u < 0.5 ? fromLow(p, u) : fromHigh(p, 1 - u)),
  upperQuantile: (p, q) => (q < 0.5 ? fromHigh(p, q) : fromLow(p, 1 - q)),
  mean: (p) => (p.high - p.low) / width(p),
  variance: (p) => centralMoment(p, 2),
  skewness(p) {
    const variance = centralMoment(p, 2);
    return centralMoment(p, 3) / (variance * Math.sqrt(variance));
  },
  cut: ({ low, high }, min, max) => ({ low: Math.max(low, min), high: Math.min(high, max) }),
  closedForm: (p) => ({ kind: "logUniform", low: p.low, high: p.high, width: width(p) }),
};

/** ln(a/b), exact also where they are close. */
function logRatio(a: number, b: number): number {
  if (!(b > 0 && a > 0)) return b > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Math.abs(a - b) < b / 2 ? log1p((a - b) / b) : ln(a / b);
}

const width = ({ low, high }: Parameters): number => logRatio(high, low);
const fromLow = (p: Parameters, u: number): number => Math.min(p.high, p.low * exp(width(p) * u));
const fromHigh = (p: Parameters, q: number): number => Math.max(p.low, p.high * exp(-width(p) * q));

/** By quadrature over ln x: the closed forms cancel where low and high are close. */
function centralMoment(p: Parameters, order: number): number {
  const span = width(p);
  const mean = (p.high - p.low) / span;
  const integrand = (y: number) => {
    const off = p.low * exp(y) - mean;
    return order === 2 ? off * off : off * off * off;
  };
  return integrate(integrand, 0, span) / span;
}
