import { describe, expect, test } from "vitest";
import type { DistributionSpec } from "../../engine/distributions/index.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { ModelData, NodeId } from "../../engine/model/graph.ts";
import { inline } from "../../engine/run/inline.ts";
import { bestGuess } from "../../engine/sensitivity/bestGuess.ts";
import { type GapStep, gap } from "../../engine/sensitivity/gap.ts";
import { shapleyOfPoints } from "../../engine/sensitivity/shapleyOfPoints.ts";
import { studyOf } from "../../engine/sensitivity/study.ts";

const normal = (mean: number, sd: number): DistributionSpec => ({ family: "normal", parameters: { mean, sd } });
const triangular = (low: number, best: number, high: number): DistributionSpec => ({
  family: "triangular",
  parameters: { low, best, high },
});

function studyFor(
  distributions: Readonly<Record<string, DistributionSpec>>,
  make: (b: GraphBuilder, x: Readonly<Record<string, NodeId>>) => NodeId,
  change: Partial<ModelData> & {
    readonly seed?: string;
    readonly design?: "sobol" | "plain";
    readonly test?: true;
  } = {},
) {
  const { seed = "1", design = "sobol", test: isTest, ...data } = change;
  const b = new GraphBuilder();
  const x = Object.fromEntries(
    Object.keys(distributions).map((path) => [path, b.input({ path, level: "parameter", suite: "s", unit: "kr" })]),
  );
  const node = make(b, x);
  b.output(isTest ? { id: "y", node, kind: "test" } : { id: "y", node, unit: "kr", kind: "figure", worse: "low" });
  const whole = { parameters: {}, distributions, correlations: [], ...data };
  return studyOf({ graph: b.build(), data: whole, seed, design, draws: 16_384, outputs: ["y"] }, inline());
}

const stepsOf = async (study: ReturnType<typeof studyFor>) => {
  const [analysis] = (await gap(study))!;
  const steps = Object.fromEntries((analysis.more!.steps as GapStep[]).map(({ step, figure }) => [step, figure]));
  return { analysis, steps };
};

describe("the gap between best guesses and the simulated mean", () => {
  test("every step as it is known, and their sum", async () => {
    // y = a·b + c²: means 20/3, 4, 1; sds of b and c 1, 2; a and b correlate.
    const a = triangular(2, 3, 15);
    const study = studyFor(
      { a, b: normal(4, 1), c: normal(1, 2) },
      (g, { a: first, b, c }) => g.add(g.multiply(first, b), g.multiply(c, c)),
      { correlations: [{ between: ["b", "c"], correlation: 0.5 }] },
    );
    const { analysis, steps } = await stepsOf(study);
    expect(steps.bestGuess).toEqual({ value: 13, se: 0, low: 13, high: 13 });
    expect(steps.asymmetry.value).toBeCloseTo((20 / 3) * 4 + 1 - 13, 12);
    expect(Math.abs(steps.alone.value - 4)).toBeLessThan(4 * steps.alone.se + 1e-9);
    expect(Math.abs(steps.together.value)).toBeLessThan(4 * steps.together.se);
    expect(steps.together.se).toBeLessThan(0.02);
    expect(Math.abs(steps.correlation.value)).toBeLessThan(4 * steps.correlation.se);
    const sum = ["bestGuess", "asymmetry", "alone", "together", "correlation"].reduce((s, k) => s + steps[k].value, 0);
    expect(sum).toBeCloseTo(steps.mean.value, 10);
    const row = (name: string) => analysis.rows.find(({ inputs }) => inputs[0] === name)!;
    expect(analysis.rows.map(({ inputs }) => inputs[0]).slice(0, 2)).toEqual(["a", "c"]);
    expect(row("a").figures.asymmetry.value).toBeCloseTo((20 / 3 - 3) * 4, 12);
    expect(row("b").figures.asymmetry.value).toBe(0);
    expect(row("b").indistinct).toEqual(["alone"]);
    expect(row("c").indistinct).toBeUndefined();
    expect(Math.abs(row("c").figures.alone.value - 4)).toBeLessThan(4 * row("c").figures.alone.se);
  });

  test("what correlation adds to a product is its covariance; a product of independent inputs adds nothing", async () => {
    const misses: number[] = [];
    let holds = 0;
    for (let seed = 0; seed < 24; seed++) {
      const { steps } = await stepsOf(
        studyFor({ a: normal(2, 1), b: normal(3, 2) }, (g, { a, b }) => g.multiply(a, b), {
          seed: String(seed),
          design: "plain",
          correlations: [{ between: ["a", "b"], correlation: 0.6 }],
        }),
      );
      const { value, se, low, high } = steps.correlation;
      misses.push((value - 1.2) / se);
      if (low <= 1.2 && 1.2 <= high) holds++;
      expect(Math.abs(steps.together.value)).toBeLessThan(5 * steps.together.se);
      expect(steps.mean.value).toBeCloseTo(
        steps.bestGuess.value + steps.together.value + value + steps.alone.value,
        10,
      );
    }
    expect(holds).toBeGreaterThanOrEqual(20);
    expect(Math.sqrt(misses.reduce((s, z) => s + z * z, 0) / 24)).toBeLessThan(1.5);
  });

  test("of a criterion: from met for sure to its probability", async () => {
    const risk: DistributionSpec = { family: "bernoulli", parameters: { probability: 0.3 } };
    const { steps } = await stepsOf(
      studyFor(
        { risk, a: normal(1, 1) },
        (g, { risk: r, a }) => g.binary("greater", g.subtract(a, g.multiply(r, g.constant(5))), g.constant(0)),
        {
          test: true,
        },
      ),
    );
    expect(steps.bestGuess.value).toBe(1);
    // At the means, 1 − 1.5 < 0.
    expect(steps.asymmetry.value).toBe(-1);
    const truth = 0.7 * 0.841344746 + 0.3 * 0.0000316712;
    expect(Math.abs(steps.mean.value - truth)).toBeLessThan(0.002);
    expect(steps.correlation).toEqual({ value: 0, se: 0, low: 0, high: 0 });
  });

  test("parts sum to the whole also of many inputs", () => {
    for (const count of [0, 1, 5, 12, 13, 30]) {
      const f = (moved: readonly boolean[]) => moved.reduce((y, own, i) => (own ? y * (1 + 0.1 * i) + i : y), 1);
      const shares = shapleyOfPoints(count, (points) => Float64Array.from(points, f));
      const [all, none] = [true, false].map((own) => f(new Array(count).fill(own)));
      expect(shares.reduce((s, x) => s + x, 0)).toBeCloseTo(all - none, 8 - Math.floor(count / 5));
    }
    // A product of two: each adds half of what they add together.
    const product = shapleyOfPoints(2, (points) => Float64Array.from(points, ([a, b]) => (a ? 3 : 1) * (b ? 5 : 1)));
    expect(product[0]).toBeCloseTo(2 + 4, 12);
    expect(product[1]).toBeCloseTo(4 + 4, 12);
  });

  test("best guesses", () => {
    expect(bestGuess(triangular(0, 1, 9))).toBe(1);
    expect(bestGuess({ ...triangular(0, 1, 9), min: 2 })).toBe(2);
    expect(bestGuess(normal(3, 1))).toBeCloseTo(3, 12);
    expect(bestGuess({ family: "bernoulli", parameters: { probability: 0.2 } })).toBe(0);
  });

  test("what can't be answered is said", async () => {
    const codes = async (study: ReturnType<typeof studyFor>) => {
      const [{ notes, rows }] = (await gap(study))!;
      return [notes.map(({ code }) => code), rows.length];
    };
    const divided = (g: GraphBuilder, { a, b }: Readonly<Record<string, NodeId>>) =>
      g.divide(g.constant(1), g.subtract(a, b));
    expect(await codes(studyFor({ a: normal(1, 1), b: normal(1, 1) }, divided))).toEqual([
      ["sensitivityNoBestCase"],
      0,
    ]);
    const root = (g: GraphBuilder, { a }: Readonly<Record<string, NodeId>>) => g.unary("sqrt", a);
    expect(await codes(studyFor({ a: normal(1, 1) }, root))).toEqual([["sensitivityFailedDraws"], 1]);
    const cauchy: DistributionSpec = { family: "cauchy", parameters: { location: 1, scale: 1 } };
    const bounded = (g: GraphBuilder, { a }: Readonly<Record<string, NodeId>>) =>
      g.max(g.min(a, g.constant(3)), g.constant(-3));
    expect(await codes(studyFor({ a: cauchy }, bounded))).toEqual([["sensitivityNoMean"], 1]);
    const revised = studyFor({ a: normal(1, 1) }, root, { scoreMap: { of: ["a"], mean: [0], factor: [[1]] } });
    expect(await codes(revised)).toEqual([["sensitivityRevised"], 0]);
    expect(await codes(studyFor({ a: normal(1, 1) }, (g) => g.constant(4)))).toEqual([[], 0]);
    const abort = new AbortController();
    abort.abort();
    expect(await gap({ ...studyFor({ a: normal(1, 1) }, bounded), signal: abort.signal })).toBeUndefined();
  });
});
