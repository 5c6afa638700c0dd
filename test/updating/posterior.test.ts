import { describe, expect, test } from "vitest";
import { type DistributionSpec, describeChecked } from "../../engine/distributions/index.ts";
import { interpret } from "../../engine/kernel/interpret.ts";
import type { ModelData } from "../../engine/model/graph.ts";
import type { Figure, NumberSummary } from "../../engine/result/result.ts";
import { posterior } from "../../engine/updating/posterior.ts";
import { differences, planOf } from "../kernel/sameBits.ts";
import { binomial, measured, modelOf, type Observed, poisson, type Revised, revised } from "./models.ts";

const normal = (mean: number, sd: number): DistributionSpec => ({ family: "normal", parameters: { mean, sd } });

/** Within four standard errors, and these small beside the spread. */
function near(figure: Figure, truth: number, spread: number, finest = 0.01): void {
  expect(Math.abs(figure.value - truth)).toBeLessThan(4 * figure.se + 1e-6 * spread);
  expect(figure.se).toBeLessThan(finest * spread);
}

const numberOf = ({ run }: Revised, id: string) => run.result.outputs[id] as NumberSummary;
const share = ({ run }: Revised) => run.result.weights!.effectiveDraws / run.result.manifest.draws;

/** Mean, sd and 5 and 95 per cent of a figure are those of a distribution. */
function expectDistribution(own: Revised, id: string, spec: DistributionSpec): void {
  const exact = describeChecked(spec);
  const found = numberOf(own, id);
  const sd = Math.sqrt(exact.variance);
  near(found.mean, exact.mean, sd);
  near(found.sd, sd, sd);
  near(found.percentiles["5"], exact.quantile(0.05), sd, 0.02);
  near(found.percentiles["95"], exact.quantile(0.95), sd, 0.02);
}

describe("conjugate pairs equal their closed forms, and keep more than half of the draws", () => {
  const cases: readonly (readonly [string, DistributionSpec, Observed["logLikelihood"], DistributionSpec])[] = [
    [
      "beta–binomial: 14 of 40",
      { family: "beta", parameters: { alpha: 3, beta: 9 } },
      (b, { x }) => binomial(b, x, 14, 40),
      { family: "beta", parameters: { alpha: 17, beta: 35 } },
    ],
    ["normal–normal: 14 ± 3", normal(10, 4), (b, { x }) => measured(b, x, 14, 3), normal(12.56, 2.4)],
    [
      "gamma–Poisson: 61 events",
      { family: "gamma", parameters: { alpha: 4, beta: 0.1 } },
      (b, { x }) => poisson(b, x, 61),
      { family: "gamma", parameters: { alpha: 65, beta: 1.1 } },
    ],
    [
      "twenty times narrower than before",
      normal(0, 20),
      (b, { x }) => measured(b, x, 14, 1),
      normal(14 / (1 + 1 / 400), 1 / Math.sqrt(1 + 1 / 400)),
    ],
    [
      "five standard deviations from what was believed",
      normal(0, 1),
      (b, { x }) => measured(b, x, 5, 0.05),
      {
        ...normal(5 / 1.0025, 0.05 / Math.sqrt(1.0025)),
      },
    ],
    ["nothing learnt", normal(3, 2), (b, { x }) => b.multiply(x, b.constant(0)), normal(3, 2)],
  ];
  for (const [name, prior, logLikelihood, after] of cases)
    test(name, async () => {
      const own = await revised({ prior: { x: prior }, logLikelihood });
      expectDistribution(own, "x", after);
      expect(share(own)).toBeGreaterThan(0.5);
      expect(share(own)).toBeCloseTo(own.found.effectiveShare, 1);
    });
});

test("the mode, and how likely the observation was beforehand", async () => {
  const own = await revised({ prior: { x: normal(10, 4) }, logLikelihood: (b, { x }) => measured(b, x, 14, 3) });
  expect(own.found.mode.x.value).toBeCloseTo(12.56, 6);
  expect(own.found.mode.x.score).toBeCloseTo(0.64, 6);
  // ∫ N(x; 10, 4)·exp(−(14 − x)²/18) = 3/5·exp(−16/50)
  near(own.run.result.weights!.logMean, Math.log(0.6) - 0.32, 1, 0.001);
});

test("what correlates with something observed is revised with it; what does not keeps its draws to the bit", async () => {
  const observed: Observed = {
    prior: { beside: normal(0, 1), seen: normal(0, 1), other: normal(5, 2) },
    correlations: [{ between: ["beside", "seen"], correlation: 0.8 }],
    logLikelihood: (b, { seen }) => measured(b, seen, 2, 0.5),
  };
  const own = await revised(observed);
  expectDistribution(own, "seen", normal(1.6, Math.sqrt(0.2)));
  expectDistribution(own, "beside", normal(1.28, Math.sqrt(1 - 0.64 * 0.8)));
  expect(Object.keys(own.found.mode)).toEqual(["seen"]);
  const drawn = (model: { graph: ReturnType<typeof modelOf>["graph"]; data: ModelData }) => {
    const columns = model.graph.inputs.map(() => new Float64Array(1024));
    interpret(model.graph, model.data, planOf({ design: "sobol" })).inputs(4, columns);
    return columns[2];
  };
  expect(drawn(own.found)).toEqual(drawn(modelOf(observed)));
});

test("two observed together: a bivariate normal", async () => {
  const own = await revised({
    prior: { x: normal(1, 2), y: normal(-1, 1) },
    correlations: [{ between: ["x", "y"], correlation: -0.6 }],
    logLikelihood: (b, { x, y }) => b.add(measured(b, x, 3, 1), measured(b, b.add(x, y), 2, 0.5)),
  });
  // Precision of the prior [[4, −1.2], [−1.2, 1]] and of the observations.
  const determinant = 4 - 1.44;
  const [xx, xy, yy] = [1 / determinant + 1 + 4, 1.2 / determinant + 4, 4 / determinant + 4];
  const inverse = xx * yy - xy * xy;
  const [sdX, sdY] = [Math.sqrt(yy / inverse), Math.sqrt(xx / inverse)];
  const [rightX, rightY] = [3 + 8 + (1 * 1 + 1.2 * -1) / determinant, 8 + (1.2 * 1 + 4 * -1) / determinant];
  expectDistribution(own, "x", normal((yy * rightX - xy * rightY) / inverse, sdX));
  expectDistribution(own, "y", normal((xx * rightY - xy * rightX) / inverse, sdY));
  expect(share(own)).toBeGreaterThan(0.5);
});

describe("twelve inputs", () => {
  const count = 12;
  const names = Array.from({ length: count }, (_, k) => `x${10 + k}`);
  const observed: Observed = {
    prior: Object.fromEntries(names.map((name, k) => [name, normal(k, 1 + k / 4)])),
    logLikelihood: (b, inputs) =>
      b.sum([
        ...names.map((name, k) => measured(b, inputs[name], k + 1, 1 + k / 10)),
        measured(b, b.sum(names.map((name) => inputs[name])), 90, 2),
      ]),
  };

  test("equal the closed form of a linear model", async () => {
    const own = await revised(observed);
    // Each by itself, then the sum (Sherman & Morrison 1950): V − V11ᵀV/(4 + 1ᵀV1).
    const before = names.map((_, k) => {
      const [ofPrior, ofSeen] = [1 / (1 + k / 4) ** 2, 1 / (1 + k / 10) ** 2];
      return { mean: (k * ofPrior + (k + 1) * ofSeen) / (ofPrior + ofSeen), variance: 1 / (ofPrior + ofSeen) };
    });
    const total = before.reduce((sum, { variance }) => sum + variance, 4);
    const gap = 90 - before.reduce((sum, { mean }) => sum + mean, 0);
    for (const k of [0, 5, 11]) {
      const { mean, variance } = before[k];
      expectDistribution(
        own,
        names[k],
        normal(mean + (variance / total) * gap, Math.sqrt(variance - (variance * variance) / total)),
      );
    }
    expect(share(own)).toBeGreaterThan(0.5);
  });

  test("the same bits in the kernel as in the interpreter, weights too", () => {
    const { graph, data, logLikelihood } = modelOf(observed);
    const found = posterior({ graph, data, logLikelihood, seed: "1" });
    for (const design of ["plain", "sobol"] as const)
      expect(differences(found, planOf({ design }), [0, 7])).toEqual([]);
    expect(posterior({ graph, data, logLikelihood, seed: "1" })).toEqual(found);
  });
});

describe("what a normal distribution is far from", () => {
  test("several modes are both drawn from", async () => {
    const squared: Observed["logLikelihood"] = (b, { x }) => measured(b, b.multiply(x, x), 2.25, 0.3);
    const own = await revised({ prior: { x: normal(0, 1) }, logLikelihood: squared });
    near(numberOf(own, "x").mean, 0, 1);
    expect(numberOf(own, "x").chanceAboveZero.value).toBeCloseTo(0.5, 2);
    near(numberOf(own, "x").percentiles["75"], 1.47787, 1, 0.02);
  });

  test("an edge: the normal distribution above 1.5", async () => {
    const above: Observed["logLikelihood"] = (b, { x }) => b.unary("ln", b.binary("greater", x, b.constant(1.5)));
    const own = await revised({ prior: { x: normal(0, 1) }, logLikelihood: above });
    near(numberOf(own, "x").mean, 1.9386771666, 0.4);
    near(own.run.result.weights!.logMean, Math.log(0.06680720126885), 1);
    expect(share(own)).toBeGreaterThan(0.4);
  });

  test("a step: which of two is true", async () => {
    const own = await revised({
      prior: { x: { family: "bernoulli", parameters: { probability: 0.3 } } },
      logLikelihood: (b, { x }) => measured(b, x, 0.8, 0.5),
    });
    const [yes, no] = [0.3 * Math.exp(-0.08), 0.7 * Math.exp(-1.28)];
    near(numberOf(own, "x").mean, yes / (yes + no), 1, 0.02);
  });

  test("a product of shares", async () => {
    const own = await revised({
      prior: {
        x: { family: "beta", parameters: { alpha: 8, beta: 4 } },
        y: { family: "beta", parameters: { alpha: 4, beta: 8 } },
      },
      logLikelihood: (b, { x, y }) => binomial(b, b.multiply(x, y), 100, 400),
    });
    expect(share(own)).toBeGreaterThan(0.5);
    // By quadrature over both shares.
    near(numberOf(own, "x").mean, 0.6862, 0.11);
    near(numberOf(own, "y").mean, 0.3724, 0.07);
  });
});

describe("what cannot be had", () => {
  test("an observation that is impossible whatever was assumed", () => {
    const { graph, data, logLikelihood } = modelOf({
      prior: { x: { family: "uniform", parameters: { low: 0, high: 1 } } },
      logLikelihood: (b, { x }) => b.unary("ln", b.subtract(x, b.constant(2))),
    });
    expect(() => posterior({ graph, data, logLikelihood, seed: "1" })).toThrow("impossible under every one of");
  });

  test("inputs with a t copula, and scores that are mapped already", () => {
    const { graph, data, logLikelihood } = modelOf({
      prior: { x: normal(0, 1), y: normal(0, 1) },
      logLikelihood: (b, { x }) => measured(b, x, 1, 1),
    });
    const joined = { ...data, copulas: [{ of: ["x", "y"], degreesOfFreedom: 4 }] };
    expect(() => posterior({ graph, data: joined, logLikelihood, seed: "1" })).toThrow("t copula");
    const again = posterior({ graph, data, logLikelihood, seed: "1" });
    expect(() => posterior({ ...again, logLikelihood, seed: "1" })).toThrow(RangeError);
  });

  test("nothing observed changes nothing", () => {
    const { graph, data, logLikelihood } = modelOf({
      prior: { x: normal(0, 1) },
      logLikelihood: (b) => b.constant(-3),
    });
    expect(posterior({ graph, data, logLikelihood, seed: "1" })).toMatchObject({ graph, data, effectiveShare: 1 });
  });
});
