import { describe, expect, test } from "vitest";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { ModelData, ModelGraph, NodeId } from "../../engine/model/graph.ts";
import type { Result } from "../../engine/result/result.ts";
import { inline } from "../../engine/run/inline.ts";
import { simulate } from "../../engine/simulate.ts";
import { posterior } from "../../engine/updating/posterior.ts";
import { r1Request } from "../models/r1.ts";
import { measured } from "../updating/models.ts";

/** net = x − 1 + luck and effect = x + other: two assumptions, one luck; x may be observed. */
function model(observe?: (b: GraphBuilder, x: NodeId) => NodeId) {
  const b = new GraphBuilder();
  const input = (path: string, level: "parameter" | "chance") => b.input({ path, level, suite: level, unit: "kr" });
  const [x, other, luck] = [input("x", "parameter"), input("other", "parameter"), input("luck", "chance")];
  const net = b.add(b.subtract(x, b.constant(1)), luck);
  const logLikelihood = observe?.(b, x);
  for (const [id, node] of [
    ["net", net],
    ["effect", b.add(x, other)],
    ["cost", b.constant(3)],
  ] as const)
    b.output({ id, node, unit: "kr", kind: "figure", worse: "low" });
  const normal = { family: "normal", parameters: { mean: 0, sd: 1 } } as const;
  const data: ModelData = {
    parameters: {},
    distributions: { x: normal, other: normal, luck: normal },
    correlations: [],
  };
  return { graph: b.build(), data, logLikelihood };
}

async function simulated(graph: ModelGraph, data: ModelData): Promise<Result> {
  const request = {
    ...r1Request({ draws: 32_768, design: "sobol" }),
    graph,
    data,
    accounts: [],
    headlines: ["net", "effect"],
    costEffectiveness: [
      { outcome: "o", net: "net", effect: "effect", cost: "cost", unit: "kr", willingness: [0, 0.5, 2] },
    ],
    assumptions: { x: "x", other: "other" },
  };
  return (await simulate(request, inline()))!.result;
}

const rounded = (result: unknown) =>
  JSON.parse(JSON.stringify(result), (_, x) => (typeof x === "number" ? Number(x.toPrecision(10)) : x));

describe("analyses of weighted draws", () => {
  test("are those without weights where all weigh the same", async () => {
    const { graph, data } = model();
    const nodes = [...graph.nodes, { op: "constant" as const, value: -40 }];
    const plain = await simulated(graph, data);
    const weighted = await simulated({ ...graph, nodes, logWeight: graph.nodes.length }, data);
    expect(rounded(weighted.rankCorrelations)).toEqual(rounded(plain.rankCorrelations));
    expect(rounded(weighted.varianceByLevel)).toEqual(rounded(plain.varianceByLevel));
    const withoutPoints = ({ costEffectiveness }: Result) => rounded({ ...costEffectiveness!.o, points: [] });
    expect(withoutPoints(weighted)).toEqual(withoutPoints(plain));
  });

  test("are those of what is known afterwards", async () => {
    // x has mean 0.8 and variance 0.2 after 1 ± ½.
    const { graph, data, logLikelihood } = model((b, x) => measured(b, x, 1, 0.5));
    const found = posterior({ graph, data, logLikelihood: logLikelihood!, seed: "3" });
    const result = await simulated(found.graph, found.data);
    const near = ({ value, se }: { value: number; se: number }, truth: number, most: number) => {
      expect(Math.abs(value - truth)).toBeLessThan(4 * se);
      expect(se).toBeLessThan(most);
    };
    const { assumptions, chance } = result.varianceByLevel!.net;
    near(assumptions.share, 0.2 / 1.2, 0.004);
    near(chance.sd, 1, 0.01);
    // Spearman's of a bivariate normal is (6/π)·asin(ρ/2).
    const spearman = (rho: number) => (6 / Math.PI) * Math.asin(rho / 2);
    const ranks = Object.fromEntries(
      result.rankCorrelations.effect.map(({ input, correlation }) => [input, correlation]),
    );
    expect(Object.keys(ranks)).toEqual(["other", "x"]);
    near(ranks.x, spearman(Math.sqrt(0.2 / 1.2)), 0.01);
    near(ranks.other, spearman(Math.sqrt(1 / 1.2)), 0.01);
    const { curve, quadrants, points } = result.costEffectiveness!.o;
    // Worth nothing: net > 0 of N(−0.2, 1.2).
    near(curve[0].chance, 0.42757, 0.01);
    near(curve[2].netBenefit, -0.2 + 2 * 0.8, 0.01);
    const sum = Object.values(quadrants).reduce((all, { value }) => all + value, 0);
    expect(sum).toBeCloseTo(1, 12);
    const mean = points.reduce((all, [effect]) => all + effect, 0) / points.length;
    expect(Math.abs(mean - 0.8)).toBeLessThan(4 * Math.sqrt(1.2 / points.length));
  });

  test("say nothing of luck where draws are weighed by it", async () => {
    const { graph, data } = model();
    const luck = graph.nodes.findIndex((node) => node.op === "input" && node.input === 2);
    const result = await simulated({ ...graph, logWeight: luck }, data);
    expect(result.varianceByLevel).toEqual({});
  });
});
