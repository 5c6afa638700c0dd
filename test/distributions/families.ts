import fc from "fast-check";
import type { DistributionSpec, Family } from "../../engine/distributions/index.ts";

const between = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
/** Positive numbers over several sizes. */
const over = (low: number, high: number) => between(Math.log(low), Math.log(high)).map(Math.exp);
/** A range with a best guess in it, at either end too, from small shares to large sums. */
const range = fc
  .tuple(between(-3, 3), over(1e-3, 1e9), fc.oneof(between(0, 1), fc.constantFrom(0, 1)))
  .map(([start, width, share]) => {
    const low = start * width;
    const high = low + width;
    return { low, best: Math.max(low, Math.min(high, low + share * width)), high };
  });

const share = between(0.001, 0.999);
const whole = (low: number, high: number) => fc.integer({ min: low, max: high });
/** Families stated by lists. */
type ListFamily = "categorical" | "empirical" | "quantileTable" | "histogram" | "metalog" | "mixture";

/** Random parameters for every family; the types ask for a line when a family is added. */
const randomParameters: { readonly [K in Exclude<Family, ListFamily>]: fc.Arbitrary<DistributionSpec["parameters"]> } =
  {
    uniform: range.map(({ low, high }) => ({ low, high })),
    triangular: range,
    pert: fc.tuple(range, between(0, 20)).map(([r, weight]) => ({ ...r, weight })),
    normal: fc.record({ mean: between(-1e6, 1e6), sd: over(1e-3, 1e6) }),
    lognormal: fc.record({ meanlog: between(-5, 20), sdlog: between(0.01, 2) }),
    beta: fc.record({ alpha: over(0.1, 5000), beta: over(0.1, 5000) }),
    gamma: fc.record({ alpha: over(0.1, 5000), beta: over(1e-6, 1e3) }),
    scaledBeta: fc
      .tuple(range, over(0.1, 5000), over(0.1, 5000))
      .map(([{ low, high }, alpha, beta]) => ({ alpha, beta, low, high })),
    logitNormal: fc.record({ meanlogit: between(-4, 4), sdlogit: between(0.01, 3) }),
    logUniform: fc.tuple(over(1e-3, 1e9), over(1.01, 1e4)).map(([low, ratio]) => ({ low, high: low * ratio })),
    studentT: fc.record({ df: over(0.8, 1000), location: between(-1e6, 1e6), scale: over(1e-3, 1e6) }),
    logistic: fc.record({ location: between(-1e6, 1e6), scale: over(1e-3, 1e6) }),
    cauchy: fc.record({ location: between(-1e6, 1e6), scale: over(1e-3, 1e6) }),
    gumbel: fc.record({ location: between(-1e6, 1e6), scale: over(1e-3, 1e6) }),
    weibull: fc.record({ shape: over(0.3, 30), scale: over(1e-3, 1e9) }),
    exponential: fc.record({ rate: over(1e-6, 1e3) }),
    pareto: fc.record({ low: over(1e-3, 1e9), shape: over(0.5, 30) }),
    bernoulli: fc.record({ probability: share }),
    binomial: fc.record({ trials: whole(1, 400), probability: share }),
    betaBinomial: fc.record({ trials: whole(1, 400), alpha: over(0.1, 500), beta: over(0.1, 500) }),
    poisson: fc.record({ mean: over(1e-3, 1e3) }),
    negativeBinomial: fc.record({ size: over(0.1, 200), probability: between(0.05, 0.999) }),
    geometric: fc.record({ probability: between(0.05, 0.999) }),
    hypergeometric: fc
      .tuple(whole(2, 1000), share, share)
      .map(([size, a, b]) => ({ size, marked: Math.ceil(a * (size - 1)), drawn: Math.ceil(b * (size - 1)) })),
    discreteUniform: fc.tuple(whole(-50, 50), whole(1, 200)).map(([low, width]) => ({ low, high: low + width })),
  };

/** Ascending numbers from a start, in steps of random size. */
const ascending = (start: number, steps: readonly number[]) => {
  const all = [start];
  for (const step of steps) all.push(all[all.length - 1] + step);
  return all;
};
const stretches = fc.array(fc.tuple(over(0.1, 10), over(0.05, 1)), { minLength: 1, maxLength: 12 });
const normalPart = fc.record({ mean: between(-20, 20), sd: over(0.5, 5) });

const randomLists: { readonly [K in ListFamily]: fc.Arbitrary<Omit<DistributionSpec, "family">> } = {
  categorical: fc
    .uniqueArray(fc.tuple(whole(-1000, 1000), between(0.01, 10)), {
      minLength: 2,
      maxLength: 30,
      selector: ([value]) => value,
    })
    .map((pairs) => ({
      parameters: {},
      lists: { values: pairs.map(([value]) => value), weights: pairs.map(([, weight]) => weight) },
    })),
  empirical: fc.array(whole(-20, 100), { minLength: 1, maxLength: 30 }).map((data) => ({
    parameters: {},
    lists: { data: [-30, ...data] },
  })),
  quantileTable: fc.tuple(between(-10, 10), stretches).map(([start, steps]) => {
    const shares = ascending(
      0,
      steps.map(([, weight]) => weight),
    );
    const total = shares[shares.length - 1];
    const levels = shares.map((share) => share / total);
    return {
      parameters: {},
      lists: {
        levels,
        values: ascending(
          start,
          steps.map(([width]) => width),
        ),
      },
    };
  }),
  histogram: fc.tuple(between(-10, 10), stretches, fc.nat(4)).map(([start, steps, empty]) => ({
    parameters: {},
    lists: {
      edges: ascending(
        start,
        steps.map(([width]) => width),
      ),
      chips: steps.map(([, weight], i) => (i > 0 && i === empty ? 0 : Math.ceil(10 * weight))),
    },
  })),
  metalog: fc
    .tuple(between(-100, 100), over(0.1, 1000), between(0.3, 0.7), fc.constantFrom("none", "low", "both"))
    .map(([start, width, share, bounds]) => ({
      parameters: {
        ...(bounds === "none" ? {} : { low: start - width / 2 }),
        ...(bounds === "both" ? { high: start + 2 * width } : {}),
      },
      lists: { levels: [0.1, 0.5, 0.9], values: [start, start + share * width, start + width] },
    })),
  mixture: fc.array(fc.tuple(normalPart, over(0.01, 1)), { minLength: 1, maxLength: 4 }).map((parts) => ({
    parameters: {},
    lists: { weights: parts.map(([, weight]) => weight) },
    parts: parts.map(([parameters]) => ({ family: "normal" as const, parameters })),
  })),
};

/** Any member of a family. */
export function randomMember(family: Family): fc.Arbitrary<DistributionSpec> {
  if (family in randomLists) return randomLists[family as ListFamily].map((stated) => ({ family, ...stated }));
  return randomParameters[family as Exclude<Family, ListFamily>].map((parameters) => ({ family, parameters }));
}

/** One ordinary member of every family. */
export const onePerFamily: { readonly [K in Family]: DistributionSpec & { readonly family: K } } = {
  uniform: { family: "uniform", parameters: { low: 0.7, high: 1 } },
  triangular: { family: "triangular", parameters: { low: 900_000, best: 1_000_000, high: 1_300_000 } },
  pert: { family: "pert", parameters: { low: 220, best: 300, high: 420 } },
  normal: { family: "normal", parameters: { mean: 0.02, sd: 0.005 } },
  lognormal: { family: "lognormal", parameters: { meanlog: 8.97, sdlog: 0.1859 } },
  beta: { family: "beta", parameters: { alpha: 6, beta: 24 } },
  gamma: { family: "gamma", parameters: { alpha: 6.25, beta: 1 / 2400 } },
  scaledBeta: { family: "scaledBeta", parameters: { alpha: 2.5, beta: 1.5, low: -50, high: 150 } },
  logitNormal: { family: "logitNormal", parameters: { meanlogit: -1.2, sdlogit: 0.6 } },
  logUniform: { family: "logUniform", parameters: { low: 20, high: 5000 } },
  studentT: { family: "studentT", parameters: { df: 7, location: 0.12, scale: 0.04 } },
  logistic: { family: "logistic", parameters: { location: 300, scale: 22 } },
  cauchy: { family: "cauchy", parameters: { location: 10, scale: 1.5 } },
  gumbel: { family: "gumbel", parameters: { location: 1400, scale: 210 } },
  weibull: { family: "weibull", parameters: { shape: 1.7, scale: 3.4 } },
  exponential: { family: "exponential", parameters: { rate: 0.4 } },
  pareto: { family: "pareto", parameters: { low: 12_000, shape: 2.6 } },
  bernoulli: { family: "bernoulli", parameters: { probability: 0.3 } },
  binomial: { family: "binomial", parameters: { trials: 60, probability: 0.2 } },
  betaBinomial: { family: "betaBinomial", parameters: { trials: 60, alpha: 12.5, beta: 48.5 } },
  poisson: { family: "poisson", parameters: { mean: 12.5 } },
  negativeBinomial: { family: "negativeBinomial", parameters: { size: 1.7, probability: 0.145 } },
  geometric: { family: "geometric", parameters: { probability: 0.2 } },
  hypergeometric: { family: "hypergeometric", parameters: { size: 50, marked: 18, drawn: 12 } },
  discreteUniform: { family: "discreteUniform", parameters: { low: -3, high: 8 } },
  categorical: {
    family: "categorical",
    parameters: {},
    lists: { values: [0, 10, 25, 100], weights: [0.4, 0.3, 0.2, 0.1] },
  },
  quantileTable: {
    family: "quantileTable",
    parameters: {},
    lists: { levels: [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1], values: [2, 5, 8, 11, 17, 40, 90] },
  },
  histogram: { family: "histogram", parameters: {}, lists: { edges: [0, 10, 20, 30, 40], chips: [2, 9, 6, 3] } },
  metalog: { family: "metalog", parameters: {}, lists: { levels: [0.1, 0.5, 0.9], values: [200, 300, 450] } },
  mixture: {
    family: "mixture",
    parameters: {},
    lists: { weights: [0.3, 0.7] },
    parts: [
      { family: "normal", parameters: { mean: 0, sd: 1 } },
      { family: "normal", parameters: { mean: 6, sd: 2 } },
    ],
  },
  empirical: { family: "empirical", parameters: {}, lists: { data: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5] } },
};

/** Members that ask more of a table: cuts, kinks, steep ends. */
export const demanding: Readonly<Record<string, DistributionSpec>> = {
  "normal cut on both sides": { family: "normal", parameters: { mean: 0.18, sd: 0.07 }, min: -0.2, max: 0.8 },
  "normal cut far out in a tail": { family: "normal", parameters: { mean: 0, sd: 1 }, min: 6 },
  "normal cut to a sliver": { family: "normal", parameters: { mean: 0, sd: 1 }, min: -0.001, max: 0.002 },
  "triangle cut beside its best guess": {
    family: "triangular",
    parameters: { low: 0, best: 1, high: 4 },
    min: 0.5,
    max: 3,
  },
  "uniform cut": { family: "uniform", parameters: { low: 0, high: 10 }, min: 4 },
  "lognormal cut above": { family: "lognormal", parameters: { meanlog: 1, sdlog: 1.5 }, max: 30 },
  "gamma cut below": { family: "gamma", parameters: { alpha: 0.4, beta: 2 }, min: 0.01 },
  "beta like a bathtub": { family: "beta", parameters: { alpha: 0.3, beta: 0.2 } },
  "beta piled up at zero": { family: "beta", parameters: { alpha: 0.05, beta: 40 } },
  "pert with its best guess at the end": { family: "pert", parameters: { low: 0, best: 0, high: 1, weight: 4 } },
  "beta that is nearly a coin": { family: "beta", parameters: { alpha: 0.001, beta: 0.001 } },
  "gamma that is nearly always zero": { family: "gamma", parameters: { alpha: 0.001, beta: 1 } },
  "pert far from zero": { family: "pert", parameters: { low: 1e9, best: 1e9 + 1, high: 1e9 + 3 } },
  "histogram with empty bins": {
    family: "histogram",
    parameters: {},
    lists: { edges: [0, 1, 2, 5, 6, 9], chips: [3, 0, 5, 0, 2] },
  },
  "mixture with a gap": {
    family: "mixture",
    parameters: {},
    lists: { weights: [1, 2] },
    parts: [
      { family: "uniform", parameters: { low: 0, high: 1 } },
      { family: "triangular", parameters: { low: 5, best: 6, high: 9 } },
    ],
  },
  "mixture of far normals": {
    family: "mixture",
    parameters: {},
    lists: { weights: [0.4, 0.6] },
    parts: [
      { family: "normal", parameters: { mean: 0, sd: 1 } },
      { family: "normal", parameters: { mean: 30, sd: 1 } },
    ],
  },
  "mixture of what is cut and what is heavy": {
    family: "mixture",
    parameters: {},
    lists: { weights: [0.9, 0.1] },
    parts: [
      { family: "normal", parameters: { mean: 0, sd: 1 }, min: -1, max: 2 },
      { family: "studentT", parameters: { df: 5, location: 0, scale: 10 } },
    ],
  },
  "metalog of seven terms": {
    family: "metalog",
    parameters: { terms: 7 },
    lists: {
      levels: [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95],
      values: [-14, -9, -4, -1, 1.5, 4, 6, 9, 13, 20, 28],
    },
  },
  "narrow gamma": { family: "gamma", parameters: { alpha: 250_000, beta: 4 } },
};
