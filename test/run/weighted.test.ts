import { describe, expect, test } from "vitest";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { NumberSummary, Result } from "../../engine/result/result.ts";
import { copying, inline } from "../../engine/run/inline.ts";
import type { RunRequest } from "../../engine/run/request.ts";
import { run } from "../../engine/run/run.ts";
import { r1Request } from "../models/r1.ts";

const ran = async (request: RunRequest, executor = inline()) => {
  const finished = await run(request, executor);
  if (finished === undefined) throw new Error("the run was not finished");
  return finished;
};

/** Numbers of both that differ by more than rounding, in words. */
function different(expected: unknown, got: unknown, scale: number, path = ""): readonly string[] {
  if (typeof expected === "number" && typeof got === "number")
    return Math.abs(expected - got) <= 1e-12 * Math.max(scale, Math.abs(expected))
      ? []
      : [`${path}: ${got}, not ${expected}`];
  if (typeof expected !== "object" || expected === null || typeof got !== "object" || got === null)
    return expected === got ? [] : [`${path}: ${got}, not ${expected}`];
  const ownScale = "sd" in expected ? Math.abs((expected as { sd: { value: number } }).sd.value) : scale;
  return [...new Set([...Object.keys(expected), ...Object.keys(got)])].flatMap((key) =>
    different(expected[key as never], got[key as never], ownScale, `${path}.${key}`),
  );
}

/** The same, every draw of the same weight. */
function evenly(request: RunRequest): RunRequest {
  const { graph } = request;
  return {
    ...request,
    graph: { ...graph, nodes: [...graph.nodes, { op: "constant", value: 700 }], logWeight: graph.nodes.length },
  };
}

describe("draws that all weigh the same", () => {
  for (const design of ["sobol", "plain"] as const)
    test(`${design}: the same figures as without weights`, async () => {
      const request = r1Request({ design, draws: 16_384, wholeColumns: true });
      const [plain, weighted] = [await ran(request), await ran(evenly(request))];
      const { weights, ...result } = weighted.result;
      expect(weights?.effectiveDraws).toBe(16_384);
      expect(weights?.largestShare).toBe(1 / 16_384);
      expect(weights?.logMean).toEqual({ value: 700, se: 0, low: 700, high: 700 });
      expect(different(plain.result, result, 1)).toEqual([]);
      expect(weighted.columns).toEqual(plain.columns);
      expect(weighted.firstDraws).toEqual(plain.firstDraws);
      expect(weighted.firstWeights).toEqual(new Float64Array(16_384).fill(1));
    });
});

/** Normal prior, observed once with a normal error: weights are the likelihood, draws those of the prior. */
function observedNormal(changes: Partial<RunRequest> = {}): RunRequest {
  const b = new GraphBuilder();
  const x = b.input({ path: "m/x", level: "parameter", suite: "m", unit: "kr" });
  const gap = b.divide(b.subtract(b.constant(1), x), b.constant(0.8));
  const logWeight = b.multiply(b.constant(-0.5), b.multiply(gap, gap));
  const cost = b.add(x, b.constant(10));
  b.output({ id: "x", node: x, unit: "kr", kind: "figure", worse: "low" });
  b.output({ id: "cost", node: cost, unit: "kr", kind: "figure", worse: "high" });
  b.output({ id: "twice", node: b.multiply(x, b.constant(2)), unit: "kr", kind: "mean" });
  b.output({ id: "criteria.high", node: b.binary("greater", x, b.constant(1)), kind: "test" });
  const year = b.min(b.constant(3), b.max(b.constant(0), b.unary("floor", b.add(x, b.constant(1)))));
  b.output({ id: "year", node: year, kind: "year", years: 3 });
  const ratio = { unit: "kr/kr", kind: "ratio", numerator: "x", denominator: "cost" } as const;
  b.output({ id: "returnPerKrona", node: b.divide(x, cost), ...ratio });
  return {
    ...r1Request({ draws: 16_384, design: "sobol" }),
    graph: { ...b.build(), logWeight },
    data: {
      parameters: {},
      distributions: { "m/x": { family: "normal", parameters: { mean: 0, sd: 1 } } },
      correlations: [],
    },
    accounts: [{ actor: "region", segment: null, year: 0, discounted: true, cost: "cost", benefit: "twice" }],
    headlines: ["x"],
    ...changes,
  };
}

describe("the same bits", () => {
  test("whatever the executor, the size of tasks and the memory", async () => {
    const request = (changes: Partial<RunRequest>) =>
      observedNormal({ draws: 32_768, wholeColumns: false, ...changes });
    const expected = JSON.stringify((await ran(request({}))).result);
    expect(JSON.stringify((await ran(request({ blocksPerTask: 3 }))).result)).toBe(expected);
    expect(JSON.stringify((await ran(request({ blocksPerTask: 5 }), copying(inline()))).result)).toBe(expected);
    const again = { ...inline(), threads: 2 };
    // Room for one column at a time: the others are made again.
    expect(JSON.stringify((await ran(request({ memoryBudgetMiB: 2.8 }), again)).result)).toBe(expected);
    await expect(ran(request({ memoryBudgetMiB: 2 }))).rejects.toThrow("memory budget is 2 MiB");
  });

  test("a run that grew is the fixed run of as many draws, and one that was ended that of its checkpoint", async () => {
    const target = {
      figures: [{ output: "criteria.high", statistic: "chance" as const, absolute: 0.012 }],
      mostDraws: 262_144,
    };
    const grown = (await ran(observedNormal({ design: "plain", target }))).result;
    expect(grown.manifest.ended).toBe("target");
    expect(grown.manifest.draws).toBeGreaterThan(16_384);
    const fixed = (await ran(observedNormal({ design: "plain", draws: grown.manifest.draws }))).result;
    expect({ ...fixed, manifest: { ...fixed.manifest, ended: "target" } }).toEqual(grown);
    const ending = new AbortController();
    const ended = await run(observedNormal({ draws: 131_072, blocksPerTask: 4 }), inline(), {
      signal: ending.signal,
      onProgress: (done) => {
        if (done >= 36_000) ending.abort();
      },
    });
    expect(ended?.result.manifest).toMatchObject({ ended: "interrupted", draws: 32_768 });
    expect(ended?.result.outputs).toEqual((await ran(observedNormal({ draws: 32_768 }))).result.outputs);
  });
});

describe("draws weighed by how well they fit what was observed", () => {
  // Posterior of N(0, 1) after 1 ± 0.8: precision 1 + 1/0.64.
  const precision = 1 + 1 / 0.64;
  const [mean, sd] = [1 / 0.64 / precision, 1 / Math.sqrt(precision)];

  test("give the posterior", async () => {
    const { outputs, criteria, accounts, weights, histograms } = (await ran(observedNormal({ draws: 65_536 }))).result;
    const x = outputs.x as NumberSummary;
    const near = (figure: { value: number; se: number }, truth: number) =>
      expect(Math.abs(figure.value - truth) / figure.se).toBeLessThan(4);
    near(x.mean, mean);
    near(x.sd, sd);
    near(x.percentiles["5"], mean - 1.6448536269514722 * sd);
    near(x.percentiles["95"], mean + 1.6448536269514722 * sd);
    near(x.expectedShortfall["5"], mean - 2.0627128075074257 * sd);
    near(criteria.high.probability, 0.2660856);
    near(accounts[0].benefit, 2 * mean);
    expect(x.mean.se).toBeLessThan(0.002);
    // Σw of N draws: ∫ N(0, 1)·likelihood; weights' squares the same with half the variance.
    expect(weights?.logMean.value).toBeCloseTo(-0.5 * Math.log(1 + 1 / 0.64) - 0.5 / 1.64, 3);
    const bars = histograms.x;
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo(65_536, 6);
    const { chance } = outputs.year as Extract<Result["outputs"][string], { kind: "year" }>;
    expect(Object.values(chance).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  /** The same with another log-weight. */
  const weighedBy = (make: (b: GraphBuilder, x: number) => number): RunRequest => {
    const b = new GraphBuilder();
    const x = b.input({ path: "m/x", level: "parameter", suite: "m", unit: "kr" });
    const logWeight = b.name(make(b, x), "weighing");
    b.output({ id: "x", node: x, unit: "kr", kind: "figure", worse: "low" });
    b.output({ id: "criteria.any", node: b.constant(1), kind: "test" });
    return observedNormal({ graph: { ...b.build(), logWeight }, accounts: [] });
  };

  test("draws of no weight count for nothing", async () => {
    // ln 0 above 1: the normal distribution cut off there.
    const cut = weighedBy((b, x) => b.unary("ln", b.binary("less", x, b.constant(1))));
    const { outputs, failures, weights } = (await ran(cut)).result;
    const x = outputs.x as NumberSummary;
    expect(failures.draws).toBe(0);
    expect(weights?.effectiveDraws).toBeCloseTo(16_384 * 0.8413, -1);
    expect(Math.abs(x.mean.value + 0.2875999709391784)).toBeLessThan(4 * x.mean.se);
    expect(x.percentiles["99"].high).toBeLessThanOrEqual(1);
  });

  test("draws whose weight has no answer are counted and located, and meet no criterion", async () => {
    const { failures, criteria, warnings } = (
      await ran(weighedBy((b, x) => b.unary("sqrt", b.add(x, b.constant(2.6)))))
    ).result;
    expect(failures.draws).toBeGreaterThan(20);
    expect(failures.first[0].node).toBe("weighing");
    expect(failures.first[0].inputs["m/x"]).toBeLessThan(-2.6);
    expect(warnings.map(({ code }) => code)).toEqual(["failedDraws"]);
    expect(criteria.any.probability.value).toBeCloseTo(1 - failures.draws / 16_384, 12);
    expect(criteria.any.bounds?.high).toBeCloseTo(1, 12);
    await expect(ran(weighedBy((b, x) => b.unary("sqrt", b.add(x, b.constant(2)))))).rejects.toThrow("above 1 %");
  });

  test("weight on a few draws only is refused", async () => {
    const steep = weighedBy((b, x) => b.multiply(x, b.constant(4)));
    await expect(ran(steep)).rejects.toThrow("nearly all of the weight lies on a few");
  });
});
