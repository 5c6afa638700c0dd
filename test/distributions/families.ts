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

/** Random parameters for every family; the type asks for a line when a family is added. */
export const randomParameters: { readonly [K in Family]: fc.Arbitrary<DistributionSpec["parameters"]> } = {
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
};

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
  "narrow gamma": { family: "gamma", parameters: { alpha: 250_000, beta: 4 } },
};
