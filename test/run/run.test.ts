import { describe, expect, test } from "vitest";
import { type Issue, UtfallError } from "../../engine/issues.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { OutputDeclaration } from "../../engine/model/graph.ts";
import type { NumberSummary, RatioSummary } from "../../engine/result/result.ts";
import type { Executor } from "../../engine/run/executor.ts";
import { copying, inline } from "../../engine/run/inline.ts";
import type { RunRequest } from "../../engine/run/request.ts";
import { simulate } from "../../engine/simulate.ts";
import { r1Request } from "../models/r1.ts";

const ran = async (request: RunRequest, executor: Executor = inline()) => {
  const run = await simulate(request, executor);
  if (run === undefined) throw new Error("the run was not finished");
  return run;
};

describe("the same bits", () => {
  for (const design of ["sobol", "plain"] as const) {
    test(`${design}: whatever the executor and the size of tasks`, async () => {
      const draws = design === "plain" ? 49_152 : 32_768;
      const expected = JSON.stringify((await ran(r1Request({ design, draws }))).result);
      for (const blocksPerTask of [1, 5, 1000])
        expect(JSON.stringify((await ran(r1Request({ design, draws, blocksPerTask }))).result)).toBe(expected);
      expect(JSON.stringify((await ran(r1Request({ design, draws }), copying(inline()))).result)).toBe(expected);
    });

    test(`${design}: tasks that come back in another order`, async () => {
      const backwards: Executor = {
        threads: 1,
        run: (job, tasks, control) => inline().run(job, [...tasks].reverse(), control),
        close: async () => {},
      };
      const request = r1Request({ design, draws: 32_768, blocksPerTask: 3 });
      expect((await ran(request, backwards)).result).toEqual((await ran(request)).result);
    });

    test(`${design}: a run ended early equals the fixed run of its last checkpoint`, async () => {
      const ending = new AbortController();
      const request = r1Request({ design, draws: 131_072, blocksPerTask: 4 });
      const run = await simulate(request, inline(), {
        signal: ending.signal,
        onProgress: (done) => {
          if (done >= 36_000) ending.abort();
        },
      });
      const fixed = await ran(r1Request({ design, draws: 32_768 }));
      expect(run?.result.manifest).toEqual({ ...fixed.result.manifest, ended: "interrupted" });
      expect(run?.result.outputs).toEqual(fixed.result.outputs);
      expect(run?.result.criteria).toEqual(fixed.result.criteria);
    });
  }

  test("a run ended before its first checkpoint has no result", async () => {
    const ending = new AbortController();
    ending.abort();
    expect(await simulate(r1Request(), inline(), { signal: ending.signal })).toBeUndefined();
  });
});

/** A model of one input x, standard normal, and whatever outputs `make` adds. */
function ofOneNormal(make: (b: GraphBuilder, x: number) => readonly OutputDeclaration[]): RunRequest {
  const b = new GraphBuilder();
  const x = b.input({ path: "m/x", level: "parameter", suite: "m", unit: "share" });
  for (const output of make(b, x)) b.output(output);
  return {
    ...r1Request({ draws: 16_384, design: "plain", wholeColumns: true }),
    graph: b.build(),
    data: {
      parameters: {},
      distributions: { "m/x": { family: "normal", parameters: { mean: 0, sd: 1 } } },
      correlations: [],
    },
    headlines: ["y"],
  };
}

const issuesOf = async (work: Promise<unknown>): Promise<readonly Issue[]> => {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof UtfallError)) throw thrown ?? new Error("nothing was thrown");
  return thrown.issues;
};

describe("failure is data", () => {
  /** ln(x + shift): fails where x ≤ −shift. */
  const logarithm = (shift: number): RunRequest =>
    ofOneNormal((b, x) => {
      const shifted = b.add(x, b.constant(shift));
      const y = b.name(b.unary("ln", shifted), "logarithm");
      return [
        { id: "y", node: y, unit: "share", kind: "figure", worse: "low" },
        { id: "x", node: x, unit: "share", kind: "figure", worse: "low" },
        { id: "criteria.positive", node: b.binary("greater", y, b.constant(-100)), kind: "test" },
      ];
    });

  test("a few failed draws are counted, located and left out of every figure; they meet no criterion", async () => {
    const { result, columns } = await ran(logarithm(2.6));
    const { failures, warnings, outputs, criteria } = result;
    expect(failures.draws).toBeGreaterThan(20);
    expect(failures.draws).toBeLessThan(164);
    expect(failures.first).toHaveLength(10);
    for (const { draw, node, inputs } of failures.first) {
      expect(node).toBe("logarithm");
      expect(inputs["m/x"]).toBeLessThanOrEqual(-2.6);
      expect(columns.get("x")?.[draw]).toBeNaN();
    }
    expect(warnings.map(({ code }) => code)).toEqual(["failedDraws"]);
    expect(criteria.positive.probability.value).toBe(1 - failures.draws / 16_384);
    const x = outputs.x as NumberSummary;
    expect(x.percentiles["1"].value).toBeGreaterThan(-2.6);
    const answered = [...columns.get("x")!].filter((value) => !Number.isNaN(value));
    expect(x.mean.value).toBeCloseTo(answered.reduce((sum, value) => sum + value, 0) / answered.length, 12);
    expect(criteria.positive.bounds).toEqual({ low: criteria.positive.probability.value, high: 1 });
  });

  test("above one per cent the run ends with an error that names the place", async () => {
    const issues = await issuesOf(ran(logarithm(2)));
    expect(issues.map(({ code, with: values }) => [code, values?.node])).toEqual([["tooManyFailedDraws", "logarithm"]]);
  });
});

describe("a ratio is never trusted blindly", () => {
  const ratio = (shift: number): RunRequest =>
    ofOneNormal((b, x) => {
      const cost = b.add(x, b.constant(shift));
      return [
        { id: "y", node: x, unit: "kr", kind: "figure", worse: "low" },
        { id: "cost", node: cost, unit: "kr", kind: "figure", worse: "high" },
        {
          id: "returnPerKrona",
          node: b.divide(x, cost),
          unit: "kr/kr",
          kind: "ratio",
          numerator: "y",
          denominator: "cost",
        },
      ];
    });

  test("where the cost is safely positive both forms stand", async () => {
    const { outputs } = (await ran(ratio(10))).result;
    const r = outputs.returnPerKrona as RatioSummary;
    const [y, cost] = [outputs.y as NumberSummary, outputs.cost as NumberSummary];
    expect(r.ratioOfMeans?.value).toBe(y.mean.value / cost.mean.value);
    expect(r.divisorNotPositive.value).toBe(0);
    expect(r.median?.value).toBeGreaterThan(-0.1);
  });

  test("where the cost changes sign in many draws the per-draw ratio is not shown, and a warning says why", async () => {
    const { outputs, warnings, failures } = (await ran(ratio(1))).result;
    const r = outputs.returnPerKrona as RatioSummary;
    expect(failures.draws).toBe(0);
    expect(r.percentiles).toBeUndefined();
    expect(r.divisorNotPositive.value).toBeGreaterThan(0.1);
    expect(warnings.map(({ code }) => code)).toEqual(["costReachesZero"]);
  });

  test("where the mean cost cannot be told from zero there is no ratio at all", async () => {
    const r = (await ran(ratio(0))).result.outputs.returnPerKrona as RatioSummary;
    expect(r.ratioOfMeans).toBeUndefined();
  });
});

describe("what was asked for", () => {
  test("draws are rounded up as the design takes them, and that is said", async () => {
    const { result } = await ran(r1Request({ draws: 20_000 }));
    expect(result.manifest.draws).toBe(32_768);
    expect(result.warnings.map(({ code }) => code)).toEqual(["drawsRounded"]);
    expect((await ran(r1Request({ draws: 20_000, design: "plain" }))).result.manifest.draws).toBe(32_768);
    expect((await ran(r1Request({ draws: 40_000, design: "plain" }))).result.manifest.draws).toBe(49_152);
  });

  test("whole columns that would not fit in memory are refused before the run starts", async () => {
    const issues = await issuesOf(ran(r1Request({ draws: 2 ** 30, wholeColumns: true })));
    expect(issues.map(({ code }) => code)).toEqual(["memoryBudget"]);
  });

  test("correlations that no distribution can have are an error at the pair that makes them so", async () => {
    const request = r1Request();
    const pair = (a: string, b: string, correlation: number) =>
      ({ between: [`reference/${a}`, `reference/${b}`], correlation }) as const;
    const correlations = [pair("reach", "dropout", 0.9), pair("dropout", "effect", 0.9), pair("reach", "effect", -0.9)];
    const issues = await issuesOf(ran({ ...request, data: { ...request.data, correlations } }));
    expect(issues.map(({ code }) => code)).toEqual(["correlationImpossible"]);
  });
});
