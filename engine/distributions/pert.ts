import type { Distribution } from "./distribution.ts";
import {
  betaSkewness,
  type StretchedBeta,
  stretchedBetaDensity,
  stretchedBetaQuantile,
  stretchedBetaTails,
} from "./stretchedBeta.ts";
import { lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = { low: number; best: number; high: number; weight: number };

/**
 * PERT: a range with a best guess, smooth and thinner towards the ends than a triangle. Support [low, high], own unit.
 * Source: Malcolm, Roseboom, Clark & Fazar (1959), doi:10.1287/opre.7.5.646; with a free weight Vose (2008), Risk Analysis.
 */
export const pert: Distribution<Parameters> = {
  about: {
    en: "A range with a best guess, smooth and thinner towards the ends than a triangle",
    sv: "Ett intervall med en bästa gissning, mjukt och tunnare mot ändarna än en triangel",
    use: 'The usual way to write three guesses: the smallest, the most likely, the largest. The ends are nearly impossible, so people whose ends are "hardly ever" and not "never" should add `level: 90 %`. A larger `weight` trusts the best guess more.',
    support: "low ≤ x ≤ high",
    density:
      "(x − low)^(a − 1)·(high − x)^(b − 1)/(B(a, b)·(high − low)^(a + b − 1)), with a = 1 + weight·(best − low)/(high − low), b = 1 + weight·(high − best)/(high − low)",
    cdf: "I((x − low)/(high − low); a, b), with a = 1 + weight·(best − low)/(high − low), b = 1 + weight·(high − best)/(high − low)",
    mean: "(low + weight·best + high)/(weight + 2)",
    variance: "(mean − low)·(high − mean)/(weight + 3)",
    skewness:
      "2·(b − a)·√(a + b + 1)/((a + b + 2)·√(a·b)), with a = 1 + weight·(best − low)/(high − low), b = 1 + weight·(high − best)/(high − low)",
    source: "Malcolm, Roseboom, Clark & Fazar (1959), doi:10.1287/opre.7.5.646; the weight: Vose (2008), Risk Analysis",
  },
  parameters: {
    low: { unit: "own", means: { en: "smallest possible value", sv: "minsta möjliga värde" } },
    best: { unit: "own", means: { en: "most likely value", sv: "troligaste värde" } },
    high: { unit: "own", means: { en: "largest possible value", sv: "största möjliga värde" } },
    weight: {
      unit: "number",
      means: { en: "how firmly the best guess is held", sv: "hur säker den bästa gissningen är" },
      default: 4,
    },
  },
  rules: [
    { text: "low < high", holds: ({ low, high }) => low < high },
    { text: "low ≤ best ≤ high", holds: ({ low, best, high }) => low <= best && best <= high },
    { text: "weight ≥ 0", holds: ({ weight }) => weight >= 0 },
  ],
  forms: [],
  support: ({ low, high }) => [low, high],
  density: (p, x) => stretchedBetaDensity(asBeta(p), x),
  cdf: (p, x) => lowerAt(stretchedBetaTails(asBeta(p)), x),
  upper: (p, x) => upperAt(stretchedBetaTails(asBeta(p)), x),
  quantile: (p, u) => stretchedBetaQuantile(asBeta(p), u, 1 - u),
  upperQuantile: (p, q) => stretchedBetaQuantile(asBeta(p), 1 - q, q),
  tails: (p) => stretchedBetaTails(asBeta(p)),
  mean,
  variance: (p) => ((mean(p) - p.low) * (p.high - mean(p))) / (p.weight + 3),
  skewness: (p) => betaSkewness(asBeta(p)),
};

function mean({ low, best, high, weight }: Parameters): number {
  return (low + weight * best + high) / (weight + 2);
}

function asBeta({ low, best, high, weight }: Parameters): StretchedBeta {
  const width = high - low;
  return { alpha: 1 + (weight * (best - low)) / width, beta: 1 + (weight * (high - best)) / width, low, high };
}
