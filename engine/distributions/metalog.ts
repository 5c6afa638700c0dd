import type { Distribution } from "./distribution.ts";
import { fitMetalog, leastTerms, middles, mostTerms, risesEverywhere } from "./metalogFit.ts";
import { type Metalog, metalogAtScore, metalogIndex, metalogTails, metalogValue } from "./metalogShape.ts";
import { existing, momentsOverScores } from "./moments.ts";
import { limitText } from "./possible.ts";
import { prepared } from "./prepared.ts";
import { rises } from "./segments.ts";
import { densityAt, lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = {
  levels: readonly number[];
  values: readonly number[];
  terms: number;
  low: number;
  high: number;
};

/**
 * Metalog: a smooth curve through values with the share that lies below each; with bounds where there are. As many terms as
 * points pass through them exactly, fewer come as near as they can (least squares). Support: all numbers, or what the bounds
 * leave, the quantity's own unit.
 * Source: Keelin (2016), The metalog distributions, doi:10.1287/deca.2016.0338.
 */
export const metalog: Distribution<Parameters> = {
  about: {
    en: "A smooth curve through values with the share that lies below each, with bounds where there are",
    sv: "En mjuk kurva genom värden med andelen som ligger under vart och ett, med gränser där sådana finns",
    use: "Two, three or more quantiles are known, and no family in particular. It passes through up to as many points as it has terms, and bends as they ask; points that no such curve joins are refused. With `low` and `high` it stays between them. Read the tails that it implies back to whoever gave the quantiles.",
    support: "every x; above `low`, below `high` where these are given",
    density: "1/(slope of the quantile function)",
    cdf: "u at which the quantile function is x: without bounds a₁ + a₂·λ + a₃·(u − ½)·λ + a₄·(u − ½) + a₅·(u − ½)² + …, λ = ln(u/(1 − u)); its exponential above or below one bound, its logistic function between two",
    mean: "no closed form in general",
    variance: "no closed form in general",
    skewness: "no closed form in general",
    source: "Keelin (2016), The metalog distributions, doi:10.1287/deca.2016.0338",
  },
  parameters: {
    levels: { unit: "number", holds: "list", means: { en: "shares between 0 and 1", sv: "andelar mellan 0 och 1" } },
    values: {
      unit: "own",
      holds: "list",
      means: { en: "the value below which each share lies", sv: "värdet som respektive andel ligger under" },
    },
    terms: {
      unit: "number",
      means: { en: "terms of the curve; 0: as many as points", sv: "kurvans termer; 0: lika många som punkter" },
      default: 0,
    },
    low: {
      unit: "own",
      means: { en: "smallest possible value", sv: "minsta möjliga värde" },
      default: Number.NEGATIVE_INFINITY,
    },
    high: {
      unit: "own",
      means: { en: "largest possible value", sv: "största möjliga värde" },
      default: Number.POSITIVE_INFINITY,
    },
  },
  rules: [
    { text: "n(values) = n(levels) ≥ 2", holds: (p) => p.values.length === p.levels.length && p.values.length >= 2 },
    { text: "0 < level < 1", holds: ({ levels }) => levels.every((level) => level > 0 && level < 1) },
    { text: "level₁ < level₂ < …", holds: ({ levels }) => rises(levels) },
    { text: "value₁ < value₂ < …", holds: ({ values }) => rises(values) },
    { text: "low < values < high", holds: (p) => p.low < p.values[0] && p.values[p.values.length - 1] < p.high },
    {
      text: `terms = ${leastTerms}, …, ${mostTerms}`,
      holds: (p) => termsOf(p) >= leastTerms && termsOf(p) <= mostTerms && Math.floor(p.terms) === p.terms,
    },
    { text: "terms ≤ n(values)", holds: (p) => p.terms <= p.values.length },
    {
      text: "density > 0",
      holds: (p) => !isSound(p) || risesEverywhere(fitted(p).coefficients),
      possible: whatFits,
    },
  ],
  forms: [],
  support: ({ low, high }) => [low, high],
  density: (p, x) => densityAt(metalogTails(fitted(p)), x),
  cdf: (p, x) => lowerAt(metalogTails(fitted(p)), x),
  upper: (p, x) => upperAt(metalogTails(fitted(p)), x),
  quantile: (p, u) => metalogValue(fitted(p), u, 1 - u),
  upperQuantile: (p, q) => metalogValue(fitted(p), 1 - q, q),
  tails: (p) => metalogTails(fitted(p)),
  atScore: (p) => metalogAtScore(fitted(p)),
  mean: (p) => moments(p).mean,
  variance: (p) => moments(p).variance,
  skewness: (p) => moments(p).skewness,
  tailIndex: (p) => metalogIndex(fitted(p)),
};

/** Whether there is a fit at all, to be looked at. */
function isSound(p: Parameters): boolean {
  const { levels, values, low, high } = p;
  const terms = termsOf(p);
  const fits = levels.length === values.length && terms >= leastTerms && terms <= Math.min(mostTerms, values.length);
  const inside = low < values[0] && values[values.length - 1] < high && levels[0] > 0 && levels[levels.length - 1] < 1;
  return fits && inside && rises(levels) && rises(values);
}

/** Between which limits the middle of three values may lie, or how many terms have a distribution. */
function whatFits(p: Parameters): string {
  const [first, , last] = p.values;
  const makes = (middle: number) => risesEverywhere(fitMetalog(p.levels, [first, middle, last], 3, p.low, p.high));
  if (p.values.length === 3 && termsOf(p) === 3) {
    const [least, greatest] = middles(first, last, makes);
    if (least < greatest) return `${limitText(least, "above")} < value₂ < ${limitText(greatest, "below")}`;
  }
  for (let terms = termsOf(p) - 1; terms >= leastTerms; terms--)
    if (risesEverywhere(fitMetalog(p.levels, p.values, terms, p.low, p.high))) return `terms ≤ ${terms}`;
  return "density > 0";
}

const termsOf = ({ terms, values }: Parameters): number => (terms === 0 ? values.length : terms);

const fitted = prepared(
  (p: Parameters): Metalog => ({
    coefficients: fitMetalog(p.levels, p.values, termsOf(p), p.low, p.high),
    low: p.low,
    high: p.high,
  }),
);

const moments = prepared((p: Parameters) => {
  const at = metalogAtScore(fitted(p));
  const out = new Float64Array(2);
  const found = momentsOverScores((z) => {
    at(z, out);
    return out[0];
  });
  return existing(found, metalogIndex(fitted(p)));
});
