import { describe, expect, test } from "vitest";
import { blockSize, type Plan } from "../../engine/design/plan.ts";
import type { DistributionSpec } from "../../engine/distributions/index.ts";
import { interpret } from "../../engine/kernel/interpret.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { ModelData, ModelGraph, ScoreMap } from "../../engine/model/graph.ts";
import { differences, planOf } from "./sameBits.ts";

const families: Readonly<Record<string, DistributionSpec>> = {
  beta: { family: "beta", parameters: { alpha: 3, beta: 9 } },
  count: { family: "poisson", parameters: { mean: 4 } },
  growth: { family: "lognormal", parameters: { meanlog: 0.3, sdlog: 0.7 } },
  normal: { family: "normal", parameters: { mean: 2, sd: 3 } },
  other: { family: "uniform", parameters: { low: 1, high: 4 } },
  range: { family: "triangular", parameters: { low: 1, mode: 2, high: 5 } },
  twin: { family: "normal", parameters: { mean: 0, sd: 1 } },
};
const paths = Object.keys(families);

function model(scoreMap?: ScoreMap, more: Partial<ModelData> = {}): { graph: ModelGraph; data: ModelData } {
  const b = new GraphBuilder();
  for (const path of paths) {
    const x = b.input({ path, level: "parameter", suite: path === "twin" ? "twins" : "m", unit: "share" });
    b.output({ id: path, node: x, unit: "share", kind: "mean" });
  }
  const data: ModelData = { parameters: {}, distributions: families, correlations: [], ...more };
  return { graph: b.build(), data: scoreMap === undefined ? data : { ...data, scoreMap } };
}

const inputsOf = ({ graph, data }: ReturnType<typeof model>, plan: Plan, block = 3) => {
  const columns = graph.inputs.map(() => new Float64Array(blockSize));
  interpret(graph, data, plan).inputs(block, columns);
  return Object.fromEntries(graph.inputs.map(({ path }, i) => [path, columns[i]]));
};

/** Full, triangular and empty rows; `twin` has the score of `normal`; `other` is left out. */
const mixed: ScoreMap = {
  of: ["normal", "growth", "beta", "range", "count", "twin"],
  mean: [0.5, -1.25, 6, 0, -2, 0.5],
  factor: [[0.6, 0.3], [0, 0.25, 0.1], [2, -3, 0.5], [], [1, 0, 0, 0.5, 0.5], [0.6, 0.3]],
};

describe("a score map", () => {
  for (const design of ["plain", "sobol"] as const) {
    test(`${design}: the same bits in the kernel as in the interpreter`, () => {
      const plans = [
        planOf({ design }),
        planOf({
          design,
          sources: { growth: { kind: "stream", path: "growth", per: 8 }, normal: { kind: "fixed", value: 7 } },
        }),
      ];
      for (const plan of plans) expect(differences(model(mixed), plan, [0, 5, 17])).toEqual([]);
    });

    test(`${design}: that changes nothing leaves every draw as it was`, () => {
      const same: ScoreMap = { of: ["beta", "count"], mean: [0, 0], factor: [[1], [0, 1]] };
      expect(inputsOf(model(same), planOf({ design }))).toEqual(inputsOf(model(), planOf({ design })));
    });

    test(`${design}: means what it says, and touches no other input`, () => {
      const [before, after] = [model(), model(mixed)].map((own) => inputsOf(own, planOf({ design })));
      expect(after.other).toEqual(before.other);
      const score = (path: "normal", j: number) => (before[path][j] - 2) / 3;
      const growthScore = (j: number) => (Math.log(before.growth[j]) - 0.3) / 0.7;
      for (const j of [0, 100, 1023]) {
        expect((after.normal[j] - 2) / 3).toBeCloseTo(0.5 + 0.6 * score("normal", j) + 0.3 * growthScore(j), 10);
        expect(after.range[j]).toBe(after.range[0]);
        expect(after.normal[j]).toBe(2 + 3 * after.twin[j]);
      }
    });
  }

  test("replaces the correlations among its inputs, and only those", () => {
    const pair = { between: ["normal", "growth"] as const, correlation: 0.5 };
    const own = { between: ["beta", "other"] as const, correlation: -0.4 };
    const map: ScoreMap = { of: ["growth", "normal"], mean: [0, 0], factor: [[1], [0.5, Math.sqrt(0.75)]] };
    const stated = model(undefined, { correlations: [own, pair] });
    const mapped = model(map, { correlations: [own, { ...pair, correlation: 0.9 }] });
    expect(inputsOf(mapped, planOf())).toEqual(inputsOf(stated, planOf()));
    expect(differences(mapped, planOf(), [2])).toEqual([]);
  });

  test("refuses what it has no meaning for", () => {
    const made = (map: ScoreMap, more?: Partial<ModelData>) => () => inputsOf(model(map, more), planOf());
    const one: ScoreMap = { of: ["beta"], mean: [0], factor: [[1]] };
    expect(made({ ...one, mean: [] })).toThrow(RangeError);
    expect(made({ ...one, factor: [[1, 2]] })).toThrow("at most 1 finite factors");
    expect(made({ ...one, mean: [Number.NaN] })).toThrow(RangeError);
    expect(made({ of: ["beta", "beta"], mean: [0, 0], factor: [[1], [1]] })).toThrow("each input once");
    expect(made({ of: ["beta", "nobody"], mean: [0, 0], factor: [[0, 1], [1]] })).toThrow("nobody, which is no input");
    const correlations = [{ between: ["beta", "other"] as const, correlation: 0.2 }];
    expect(made(one, { correlations })).toThrow("only one of beta and other");
    expect(made(one, { copulas: [{ of: ["beta", "other"], degreesOfFreedom: 4 }] })).toThrow("t copula");
  });
});
