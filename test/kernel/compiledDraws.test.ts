import fc from "fast-check";
import { expect, test } from "vitest";
import type { Source } from "../../engine/design/plan.ts";
import { checkSpec, type DistributionSpec, transformOf } from "../../engine/distributions/index.ts";
import { onePerFamily } from "../distributions/families.ts";
import { inputsOnly } from "../models/plainInputs.ts";
import { differences, type Model, planOf } from "./sameBits.ts";

/* Input columns that the compiled kernel draws are the interpreter's, to the bit. */

const designs = ["plain", "sobol"] as const;

function modelOf(specs: readonly DistributionSpec[]): Model {
  const { graph, data } = inputsOnly(specs.map((_, i) => `m/x${i}`));
  return { graph, data: { ...data, distributions: Object.fromEntries(specs.map((spec, i) => [`m/x${i}`, spec])) } };
}

const families: readonly DistributionSpec[] = [
  ...Object.values(onePerFamily),
  { family: "normal", parameters: { mean: -3, sd: 2 } },
  { family: "lognormal", parameters: { meanlog: 1, sdlog: 0.8 } },
  { family: "uniform", parameters: { low: -1, high: 4 } },
  { family: "triangular", parameters: { low: 0, best: 1, high: 5 } },
  { family: "triangular", parameters: { low: -2, best: -2, high: 5 } },
  { family: "triangular", parameters: { low: -2, best: 5, high: 5 } },
  { family: "pert", parameters: { low: 220, best: 300, high: 420, weight: 4 } },
  { family: "beta", parameters: { alpha: 32, beta: 8 } },
  { family: "beta", parameters: { alpha: 0.4, beta: 0.7 } },
  { family: "gamma", parameters: { alpha: 6.25, beta: 0.001 } },
  { family: "gamma", parameters: { alpha: 0.3, beta: 2 } },
  { family: "normal", parameters: { mean: 0.18, sd: 0.07 }, min: -0.2, max: 0.8 },
  { family: "normal", parameters: { mean: 0, sd: 1 }, min: 0 },
  { family: "normal", parameters: { mean: 0, sd: 1 }, max: 0 },
  { family: "normal", parameters: { mean: 0, sd: 1 }, max: -0, min: -5 },
  { family: "lognormal", parameters: { meanlog: 0, sdlog: 1 }, min: 0.5, max: 3 },
  { family: "gamma", parameters: { alpha: 2, beta: 1 }, max: 4 },
  { family: "beta", parameters: { alpha: 2, beta: 5 }, min: 0.1 },
  { family: "triangular", parameters: { low: 0, best: 1, high: 5 }, min: 0.5, max: 4 },
  { family: "uniform", parameters: { low: -1, high: 4 }, min: 0 },
];

test("the families stated here use every form of a draw", () => {
  const kinds = new Set(families.map((spec) => transformOf(spec).kind));
  expect([...kinds].sort()).toEqual([
    "cauchy",
    "cells",
    "exponential",
    "gumbel",
    "knots",
    "logUniform",
    "logistic",
    "logitNormal",
    "lognormal",
    "normal",
    "pareto",
    "steps",
    "triangular",
    "uniform",
    "weibull",
  ]);
});

test.each(designs)("%s: every family and its truncations", (design) => {
  expect(differences(modelOf(families), planOf({ design }), [0, 1, 17, 1000, 65_535])).toEqual([]);
});

test("families with parameters of any size", () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const spec = fc.oneof(
    fc.record({ mean: number(-1e6, 1e6), sd: number(1e-6, 1e6) }).map((p) => ({ family: "normal", parameters: p })),
    fc
      .record({ meanlog: number(-20, 20), sdlog: number(1e-3, 3) })
      .map((p) => ({ family: "lognormal", parameters: p })),
    fc.tuple(number(-1e6, 1e6), number(0, 1e6), number(0.001, 1e6)).map(([low, rise, fall]) => ({
      family: "triangular",
      parameters: { low, best: low + rise, high: low + rise + fall },
    })),
    fc.tuple(number(-1e6, 1e6), number(0.001, 1e6)).map(([low, width]) => ({
      family: "uniform",
      parameters: { low, high: low + width },
    })),
    fc.record({ alpha: number(0.5, 100), beta: number(0.5, 100) }).map((p) => ({ family: "beta", parameters: p })),
    fc.record({ alpha: number(0.5, 1000), beta: number(1e-6, 1e3) }).map((p) => ({ family: "gamma", parameters: p })),
    fc
      .record({ mean: number(-10, 10), sd: number(0.1, 10), min: number(-12, 0), width: number(0.5, 30) })
      .map(({ mean, sd, min, width }) => ({ family: "normal", parameters: { mean, sd }, min, max: min + width })),
  ) as fc.Arbitrary<DistributionSpec>;
  fc.assert(
    fc.property(fc.array(spec, { minLength: 4, maxLength: 4 }), fc.constantFrom(...designs), (specs, design) => {
      const sound = specs.filter((one) => checkSpec(one).length === 0);
      expect(differences(modelOf(sound), planOf({ design }), [5])).toEqual([]);
    }),
    { seed: 22, numRuns: 40 },
  );
});

const paths = ["m/a", "m/b", "m/c", "m/d", "n/e", "n/f", "n/g"];
const correlations = [
  { between: ["m/a", "m/b"], correlation: 0.4 },
  { between: ["m/b", "m/c"], correlation: -0.3 },
  { between: ["m/a", "n/e"], correlation: 0.25 },
  { between: ["n/f", "n/g"], correlation: -0.9 },
] as const;

test.each(designs)("%s: correlated inputs, also where no output reads a member", (design) => {
  const model = inputsOnly(paths, correlations);
  expect(differences(model, planOf({ design }), [0, 33])).toEqual([]);
  for (const left of [["m/b"], ["m/a", "n/g"], ["m/d"]]) {
    const outputs = model.graph.outputs.filter(({ id }) => !left.includes(id));
    expect(differences({ ...model, graph: { ...model.graph, outputs } }, planOf({ design }), [0, 33])).toEqual([]);
  }
});

const copulas = [
  { of: ["n/e", "m/a", "m/b", "m/c"], degreesOfFreedom: 4 },
  { of: ["n/f", "n/g"], degreesOfFreedom: 1 },
] as const;

test.each(designs)("%s: inputs with t copulas, also where no output reads a member", (design) => {
  const model = inputsOnly(paths, correlations, copulas);
  expect(differences(model, planOf({ design }), [0, 33])).toEqual([]);
  for (const left of [["m/b"], ["m/a", "n/g"], ["m/d"]]) {
    const outputs = model.graph.outputs.filter(({ id }) => !left.includes(id));
    expect(differences({ ...model, graph: { ...model.graph, outputs } }, planOf({ design }), [0, 33])).toEqual([]);
  }
});

test.each(designs)("%s: every family with a t copula", (design) => {
  const { graph, data } = modelOf(families);
  const of = graph.inputs.map(({ path }) => path);
  for (const degreesOfFreedom of [1, 3.5, 1000]) {
    const model = { graph, data: { ...data, copulas: [{ of, degreesOfFreedom }] } };
    expect(differences(model, planOf({ design }), [7])).toEqual([]);
  }
});

const sources: readonly Readonly<Record<string, Source>>[] = [
  {
    "m/a": { kind: "fixed", value: 3 },
    "m/d": { kind: "fixed", value: -0 },
    "n/g": { kind: "fixed", value: Number.NaN },
  },
  { "m/a": { kind: "stream", path: "m/b" }, "m/d": { kind: "stream", path: "elsewhere/x" } },
  { "m/b": { kind: "stream", path: "m/b", per: 3 }, "m/d": { kind: "stream", path: "n/e", per: 1000 } },
  { "m/c": { kind: "stream", path: "m/c", per: 5000 }, "m/d": { kind: "stream", path: "m/d", per: 16 } },
  { "m/a#scale": { kind: "stream", path: "m/a#scale", per: 3 }, "n/f#scale": { kind: "stream", path: "m/d" } },
];

test.each(designs)("%s: inputs fixed, from another path, or the same over several draws", (design) => {
  for (const given of sources)
    for (const model of [inputsOnly(paths, correlations), inputsOnly(paths), inputsOnly(paths, correlations, copulas)])
      expect(differences(model, planOf({ design, sources: given }), [2, 0, 35])).toEqual([]);
});
