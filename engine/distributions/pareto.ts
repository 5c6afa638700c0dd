import { exp, ln } from "../numeric/elementary.ts";
import { expm1 } from "../numeric/expm1.ts";
import { log1p } from "../numeric/log1p.ts";
import type { Distribution } from "./distribution.ts";
import { existing } from "./moments.ts";

type Parameters = { low: number; shape: number };

/**
 * Pareto (type I): many small values and a few very large ones, such as costs per person. Support [low, ∞), the quantity's own
 * unit.
 * Source: Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 20, ISBN 978-0-471-58495-7.
 */
export const pareto: Distribution<Parameters> = {
  about: {
    en: "Many small values and a few very large ones, such as costs per person",
    sv: "Många små värden och några få mycket stora, till exempel kostnader per person",
    use: "Costs per person where a few stand for most of the sum. The smaller the shape, the heavier the tail: at 2 or below there is no variance, at 1 or below no mean. For the mean cost of a group, use the group's mean with its standard error instead.",
    support: "x ≥ low",
    density: "shape·low^shape/x^(shape + 1)",
    cdf: "1 − (low/x)^shape",
    mean: "low·shape/(shape − 1), where shape > 1",
    variance: "low²·shape/((shape − 1)²·(shape − 2)), where shape > 2",
    skewness: "2·(shape + 1)/(shape − 3)·√((shape − 2)/shape), where shape > 3",
    source: "Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions, vol. 1, ch. 20",
  },
  parameters: {
    low: { unit: "own", means: { en: "smallest possible value", sv: "minsta möjliga värde" } },
    shape: { unit: "number", means: { en: "how fast the tail falls", sv: "hur fort svansen faller" } },
  },
  rules: [
    { text: "low > 0", holds: ({ low }) => low > 0 },
    { text: "shape > 0", holds: ({ shape }) => shape > 0 },
  ],
  forms: [
    {
      keys: ["mean", "sd"],
      rules: [
        { text: "mean > 0", holds: ({ mean }) => mean > 0 },
        { text: "sd > 0", holds: ({ sd }) => sd > 0 },
      ],
      toParameters({ mean, sd }) {
        const ratio = mean / sd;
        const excess = Math.sqrt(1 + ratio * ratio); // shape − 1
        return { low: (mean * excess) / (1 + excess), shape: 1 + excess };
      },
    },
  ],
  support: ({ low }) => [low, Number.POSITIVE_INFINITY],
  density: (p, x) => (x < p.low ? 0 : (p.shape / x) * exp(-p.shape * logRatio(p, x))),
  cdf: (p, x) => Math.abs(expm1(-p.shape * logRatio(p, x))), // no −0
  upper: (p, x) => exp(-p.shape * logRatio(p, x)),
  quantile: ({ low, shape }, u) => low * exp(-log1p(-u) / shape),
  upperQuantile: ({ low, shape }, q) => low * exp(-ln(q) / shape),
  mean: (p) => moments(p).mean,
  variance: (p) => moments(p).variance,
  skewness: (p) => moments(p).skewness,
  tailIndex: ({ shape }) => [Number.POSITIVE_INFINITY, shape],
  closedForm: ({ low, shape }) => ({ kind: "pareto", low, shape }),
};

/** ln(x/low), exact also where x hardly passes low; 0 below. */
function logRatio({ low }: Parameters, x: number): number {
  if (x < low) return 0;
  return x < 2 * low ? log1p((x - low) / low) : ln(x / low);
}

function moments({ low, shape }: Parameters) {
  const mean = (low * shape) / (shape - 1);
  const variance = ((low / (shape - 1)) * (low / (shape - 1)) * shape) / (shape - 2);
  const skewness = ((2 * (1 + shape)) / (shape - 3)) * Math.sqrt((shape - 2) / shape);
  return existing({ mean, variance, skewness }, [Number.POSITIVE_INFINITY, shape]);
}
