import { type Tails, writeTails } from "../numeric/tails.ts";
import type { Described } from "./described.ts";
import type { Distribution } from "./distribution.ts";
import { mixtureKinks, mixtureMoments, mixtureQuantile } from "./mixtureShape.ts";
import { prepared } from "./prepared.ts";
import { mostSteps } from "./steps.ts";
import { lowerAt, upperAt } from "./tailsAt.ts";

type Parameters = { weights: readonly number[]; parts: readonly Described[] };

/**
 * Mixture: it is as one of several distributions has it, nobody knows which; also the linear pool of several experts. Weights
 * need not sum to one. All parts continuous, or all discrete. Support: that of all parts, the quantity's own unit.
 * Source: McLachlan & Peel (2000), Finite Mixture Models, ch. 1, doi:10.1002/0471721182.
 */
export const mixture: Distribution<Parameters> = {
  about: {
    en: "One of several distributions, each with its weight, nobody knows which",
    sv: "En av flera fördelningar, var och en med sin vikt, ingen vet vilken",
    use: "There are two or more possible worlds: the reform comes or does not, the study applies here or does not. What is stated of each world stays as it is, and the weights say how likely it is.",
    support: "wherever a part has values",
    density: "Σ weight·density of the part",
    cdf: "Σ weight·distribution function of the part",
    mean: "Σ weight·mean of the part, with weights that sum to one",
    variance: "Σ weight·(variance of the part + (its mean − mean)²)",
    skewness: "Σ weight·(third central moment of the part + 3·(its mean − mean)·its variance + (its mean − mean)³)/sd³",
    source: "McLachlan & Peel (2000), Finite Mixture Models, ch. 1, doi:10.1002/0471721182",
  },
  parameters: {
    weights: { unit: "number", holds: "list", means: { en: "the weight of each part", sv: "vikten för varje del" } },
    parts: { unit: "own", holds: "parts", means: { en: "the distributions", sv: "fördelningarna" } },
  },
  rules: [
    { text: "n(parts) ≥ 1", holds: ({ parts }) => parts.length >= 1 },
    { text: "n(weights) = n(parts)", holds: ({ weights, parts }) => weights.length === parts.length },
    { text: "weights > 0", holds: ({ weights }) => weights.every((weight) => weight > 0) },
    {
      text: "parts continuous | parts discrete",
      holds: ({ parts }) => new Set(parts.map(({ atoms }) => atoms === undefined)).size <= 1,
    },
    {
      text: `n(values) ≤ ${mostSteps}`,
      holds: ({ parts }) => parts.reduce((sum, { atoms }) => sum + (atoms?.length ?? 0), 0) <= mostSteps,
    },
  ],
  forms: [],
  support: (p) => support(p),
  density: (p, x) => p.parts.reduce((sum, part, i) => sum + shares(p)[i] * part.density(x), 0),
  cdf: (p, x) => lowerAt(tails(p), x),
  upper: (p, x) => upperAt(tails(p), x),
  quantile: (p, u) => mixtureQuantile(p.parts, tails(p), atoms(p), u, "lower"),
  upperQuantile: (p, q) => mixtureQuantile(p.parts, tails(p), atoms(p), q, "upper"),
  tails: (p) => tails(p),
  mean: (p) => mixtureMoments(p.parts, shares(p)).mean,
  variance: (p) => mixtureMoments(p.parts, shares(p)).variance,
  skewness: (p) => mixtureMoments(p.parts, shares(p)).skewness,
  tailIndex: ({ parts }) => [
    parts.reduce((least, { tailIndex }) => Math.min(least, tailIndex[0]), Number.POSITIVE_INFINITY),
    parts.reduce((least, { tailIndex }) => Math.min(least, tailIndex[1]), Number.POSITIVE_INFINITY),
  ],
  atoms: (p) => atoms(p),
  kinks: (p) => (atoms(p) === undefined ? mixtureKinks(p.parts, tails(p)) : []),
  gaps: (p) => atoms(p) === undefined,
};

function support({ parts }: Parameters): readonly [number, number] {
  return [
    parts.reduce((low, part) => Math.min(low, part.support[0]), Number.POSITIVE_INFINITY),
    parts.reduce((high, part) => Math.max(high, part.support[1]), Number.NEGATIVE_INFINITY),
  ];
}

const shares = prepared(({ weights }: Parameters): readonly number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
});

const tails = prepared((p: Parameters): Tails => {
  const at = new Float64Array(3);
  const [low, high] = support(p);
  return (x, out) => {
    // exactly nothing or everything, whatever the rounding of the shares
    if (x < low) return writeTails(out, 0, 0, 1);
    if (x > high) return writeTails(out, 0, 1, 0);
    let density = 0;
    let lower = 0;
    let upper = 0;
    p.parts.forEach((part, i) => {
      part.tails(x, at);
      const share = shares(p)[i];
      density += share * at[0];
      lower += share * at[1];
      upper += share * at[2];
    });
    writeTails(out, density, Math.min(1, lower), Math.min(1, upper));
  };
});

/** The values of discrete parts together. */
const atoms = prepared(({ parts }: Parameters): Float64Array | undefined => {
  if (parts.some((part) => part.atoms === undefined)) return undefined;
  return Float64Array.from([...new Set(parts.flatMap((part) => [...part.atoms!]))]).sort();
});
