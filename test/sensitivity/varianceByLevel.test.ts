import { expect, test } from "vitest";
import { type Design, roundDraws } from "../../engine/design/plan.ts";
import type { DistributionSpec } from "../../engine/distributions/index.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { ModelData, NodeId } from "../../engine/model/graph.ts";
import type { VarianceByLevel } from "../../engine/result/result.ts";
import type { Job } from "../../engine/run/executor.ts";
import { copying, inline } from "../../engine/run/inline.ts";
import { varianceByLevel } from "../../engine/sensitivity/varianceByLevel.ts";

const normal: DistributionSpec = { family: "normal", parameters: { mean: 0, sd: 1 } };

type Inputs = (path: string, level: "parameter" | "chance") => NodeId;

/** A job whose outputs are the figures that `make` writes. */
function jobOf(
  make: (b: GraphBuilder, input: Inputs) => Readonly<Record<string, NodeId>>,
  asked: {
    readonly seed?: string;
    readonly design?: Design;
    readonly draws?: number;
    readonly distributions?: Readonly<Record<string, DistributionSpec>>;
    readonly correlations?: ModelData["correlations"];
    readonly copulas?: ModelData["copulas"];
  } = {},
): Job {
  const b = new GraphBuilder();
  const paths: string[] = [];
  const made = make(b, (path, level) => {
    paths.push(path);
    return b.input({ path, level, suite: level, unit: "share" });
  });
  for (const [id, node] of Object.entries(made)) b.output({ id, node, unit: "case", kind: "figure", worse: "low" });
  const { seed = "1", design = "sobol", distributions = {}, correlations = [], copulas } = asked;
  return {
    graph: b.build(),
    data: {
      parameters: {},
      distributions: Object.fromEntries(paths.map((path) => [path, distributions[path] ?? normal])),
      correlations,
      ...(copulas === undefined ? {} : { copulas }),
    },
    plan: { seed, design, ...roundDraws(design, asked.draws ?? 16_384), sources: {} },
  };
}

const seeds = Array.from({ length: 24 }, (_, seed) => String(seed));

/** How far the shares lie from what they should be, in their own standard errors. */
const misses = (found: readonly VarianceByLevel[], assumptions: number): number[] =>
  found.map(({ assumptions: part }) => (part.share.value - assumptions) / part.share.se);

const rootMeanSquare = (xs: readonly number[]): number => Math.sqrt(xs.reduce((sum, x) => sum + x * x, 0) / xs.length);
const meanOf = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;

/** Student's t with 15 degrees of freedom has variance 15/13; bounds at about 3.5 standard errors of 24 seeds. */
function expectTrueErrors(z: readonly number[], label: string): void {
  expect(Math.abs(meanOf(z)), label).toBeLessThan(3.5 * Math.sqrt(15 / 13 / z.length));
  expect(rootMeanSquare(z), label).toBeGreaterThan(0.5);
  expect(rootMeanSquare(z), label).toBeLessThan(1.65);
}

test.each(["sobol", "plain"] as const)("a binomial count with a beta probability, %s", async (design) => {
  const [alpha, beta, n] = [3, 5, 12];
  const mean = alpha / (alpha + beta);
  const variance = (mean * (1 - mean)) / (alpha + beta + 1);
  const fromChance = n * (mean - (variance + mean * mean));
  const fromAssumptions = n * n * variance;
  const found: VarianceByLevel[] = [];
  for (const seed of seeds) {
    const job = jobOf(
      (b, input) => ({
        count: b.binomialCount(input("m/luck", "chance"), b.constant(n), input("m/p", "parameter")),
      }),
      { seed, design, distributions: { "m/p": { family: "beta", parameters: { alpha, beta } } } },
    );
    found.push((await varianceByLevel(job, ["count"], inline())).count);
  }
  expectTrueErrors(misses(found, fromAssumptions / (fromAssumptions + fromChance)), design);
  expectTrueErrors(
    found.map(({ chance }) => (chance.sd.value - Math.sqrt(fromChance)) / chance.sd.se),
    `${design}, sd of chance`,
  );
  expectTrueErrors(
    found.map(({ assumptions }) => (assumptions.sd.value - Math.sqrt(fromAssumptions)) / assumptions.sd.se),
    `${design}, sd of assumptions`,
  );
  for (const { assumptions, chance } of found) expect(assumptions.share.value + chance.share.value).toBeCloseTo(1, 12);
});

test("a Poisson count with a gamma mean: E Var = E λ, Var E = Var λ", async () => {
  const [alpha, rate] = [4, 0.8];
  const mean = alpha / rate;
  const variance = alpha / (rate * rate);
  const found: VarianceByLevel[] = [];
  for (const seed of seeds) {
    const job = jobOf((b, input) => ({ count: b.poissonCount(input("m/luck", "chance"), input("m/λ", "parameter")) }), {
      seed,
      distributions: { "m/λ": { family: "gamma", parameters: { alpha, beta: rate } } },
    });
    found.push((await varianceByLevel(job, ["count"], inline())).count);
  }
  expectTrueErrors(misses(found, variance / (mean + variance)), "Poisson");
});

test("sums, products and what hangs on one level alone", async () => {
  const job = jobOf(
    (b, input) => {
      const [a, u, v] = [input("m/a", "parameter"), input("m/u", "chance"), input("m/v", "chance")];
      return {
        sum: b.add(b.multiply(b.constant(3), a), b.subtract(u, v)),
        product: b.multiply(b.add(a, b.constant(1)), b.add(u, b.constant(2))),
        known: a,
        luck: u,
        fixed: b.constant(7),
        large: b.add(b.constant(1e9), b.add(a, u)),
      };
    },
    { draws: 65_536 },
  );
  const found = await varianceByLevel(job, ["sum", "product", "known", "luck", "fixed", "large", "no such"], inline());
  expect(Object.keys(found)).toEqual(["sum", "product", "known", "luck", "large"]);
  const chance = (id: string) => found[id].chance.share;
  expect(Math.abs(chance("sum").value - 2 / 11)).toBeLessThan(4 * chance("sum").se);
  // E Var = E(a + 1)² = 2, Var E = 2² · 1
  expect(Math.abs(chance("product").value - 2 / 6)).toBeLessThan(4 * chance("product").se);
  expect(chance("sum").se).toBeLessThan(0.005);
  expect(found.known.chance).toEqual({
    share: { value: 0, se: 0, low: 0, high: 0 },
    sd: { value: 0, se: 0, low: 0, high: 0 },
  });
  expect(found.known.assumptions.share.value).toBe(1);
  expect(chance("luck").value).toBeGreaterThan(0.99);
  expect(chance("luck").high).toBeLessThanOrEqual(1);
  expect(Math.abs(chance("large").value - 0.5)).toBeLessThan(4 * chance("large").se + 1e-6);
});

test("the same bits however it is run, and only from the first 65,536 draws", async () => {
  const make = (b: GraphBuilder, input: Inputs) => ({
    count: b.binomialCount(input("m/luck", "chance"), b.constant(9), b.constant(0.3)),
    mixed: b.multiply(input("m/a", "parameter"), b.poissonCount(input("m/more", "chance"), b.constant(2))),
  });
  const ids = ["count", "mixed"];
  const few = await varianceByLevel(jobOf(make, { draws: 65_536 }), ids, inline());
  expect(await varianceByLevel(jobOf(make, { draws: 65_536 }), ids, copying(inline()))).toEqual(few);
  expect(await varianceByLevel(jobOf(make, { draws: 131_072 }), ids, inline())).toEqual(few);
});

test("correlation inside chance is kept, across levels it is refused", async () => {
  const make = (b: GraphBuilder, input: Inputs) => {
    const [a, u, v] = [input("m/a", "parameter"), input("m/u", "chance"), input("m/v", "chance")];
    return { sum: b.add(a, b.add(u, v)) };
  };
  const together = jobOf(make, { draws: 65_536, correlations: [{ between: ["m/u", "m/v"], correlation: 0.5 }] });
  const { sum } = await varianceByLevel(together, ["sum"], inline());
  expect(Math.abs(sum.chance.share.value - 3 / 4)).toBeLessThan(4 * sum.chance.share.se);
  const t = (of: readonly string[]) => [{ of, degreesOfFreedom: 5 }];
  const meeting = { draws: 65_536, correlations: [{ between: ["m/u", "m/v"] as const, correlation: 0.5 }] };
  const tailed = await varianceByLevel(jobOf(make, { ...meeting, copulas: t(["m/u", "m/v"]) }), ["sum"], inline());
  // The t copula's correlation of normal margins is a little below that of its scores.
  expect(Math.abs(tailed.sum.chance.share.value - 3 / 4)).toBeLessThan(0.01);
  const mixed = jobOf(make, { copulas: t(["m/a", "m/v"]) });
  await expect(varianceByLevel(mixed, ["sum"], inline())).rejects.toThrow("only some of them are chance");
  const across = jobOf(make, { correlations: [{ between: ["m/a", "m/v"], correlation: 0.5 }] });
  await expect(varianceByLevel(across, ["sum"], inline())).rejects.toThrow("only one of them is chance");
});
