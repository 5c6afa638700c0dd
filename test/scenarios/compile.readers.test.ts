import { describe, expect, test } from "vitest";
import { blockSize, interpret, type Plan } from "../../engine/index.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import { checkGraph } from "../../engine/model/check.ts";
import { addScenario, compile } from "../../scenarios/compile/index.ts";
import { evaluate } from "../model/evaluate.ts";
import { checked, load } from "./catalogue.ts";
import { asPaths, type R1, r1 } from "./r1.ts";

const plan: Plan = { seed: "readers", design: "plain", draws: 16_384, replicates: 16, sources: {} };

describe.each(["reference.yaml", "school-absence.yaml"])("%s", (file) => {
  test("the interpreter and the plain reader of graphs say the same", () => {
    const { graph, data } = compile(load(file));
    const kernel = interpret(graph, data, plan);
    const columns = graph.outputs.map(() => new Float64Array(blockSize));
    const inputs = graph.inputs.map(() => new Float64Array(blockSize));
    kernel.run(3, columns);
    kernel.inputs(3, inputs);
    for (let draw = 0; draw < blockSize; draw += 64) {
      const drawn = Object.fromEntries(graph.inputs.map(({ path }, i) => [path, inputs[i][draw]]));
      const wanted = evaluate(graph, data, drawn);
      const size = 1 + Math.abs(wanted.pvBenefit) + Math.abs(wanted.pvCost);
      graph.outputs.forEach(({ id }, i) => {
        const got = columns[i][draw];
        const allowed = 1e-12 * (id.startsWith("costPer") ? Math.abs(wanted[id]) * 10 : size);
        expect(Math.abs(got - wanted[id]), `${id}: ${got} against ${wanted[id]}`).toBeLessThanOrEqual(allowed);
      });
    }
  });
});

test("the reference file says what its description says", () => {
  const { graph, data } = compile(load("reference.yaml"));
  const x: R1 = {
    targetGroup: 310,
    reach: 0.77,
    dropout: 0.21,
    baselineRisk: 0.42,
    effect: 0.33,
    fixedCostPerYear: 1.1e6,
    costPerParticipant: 7500,
    unitCostA: 45_000,
    unitCostB: 12_000,
    persistence: 0.83,
    scaleUpFactor: 0.91,
    wageDrift: 0.018,
  };
  const got = evaluate(graph, data, asPaths(x));
  const wanted = r1(x);
  const near = (value: number, exact: number) =>
    expect(Math.abs(value - exact)).toBeLessThanOrEqual(1e-12 * (wanted.pvBenefit + wanted.pvCost));
  near(got.pvBenefit, wanted.pvBenefit);
  near(got.pvCost, wanted.pvCost);
  near(got["pvBenefit.municipality"], wanted.pvBenefitMuni);
  expect(got.paybackYear).toBe(wanted.paybackYear);
});

test("two versions of a scenario in one graph share what they have in common", () => {
  const base = load("reference.yaml");
  const alone = compile(base).graph;
  const builder = new GraphBuilder();
  const parameters: Record<string, number | readonly number[]> = {};
  addScenario(builder, parameters, base);
  const other = addScenario(builder, parameters, base, { prefix: "dear/" });
  parameters["dear/costs.operation.number"] = 2;
  const graph = builder.build();
  checkGraph(graph);
  expect(graph.inputs).toEqual(alone.inputs);
  expect(graph.nodes.length).toBeLessThan(2 * alone.nodes.length);
  expect(other.headline).toBe("dear/net");
  const inputs = Object.fromEntries(graph.inputs.map(({ path }) => [path, 0.5]));
  const got = evaluate(graph, { parameters, distributions: {}, correlations: [] }, inputs);
  expect(got["dear/cost"]).toBeCloseTo(got.cost + 3 * 0.5, 12);
  expect(got["dear/pvBenefit"]).toBe(got.pvBenefit);
});

describe("what can't be compiled is said in words", () => {
  const head = `
format: utfall-scenario/1
id: small
title: Small
priceYear: 2025
horizon: 5 years
discounting: 3 %/year
programme: { years: 2 }
actors: { town: Town, state: State }
target: { size: 100 people/year }
outcomes:
  score: { title: Score, better: higher, unit: points/person, effect: { points: 3 points/person, measuredOn: enrolled } }
units: { point: point }
consequences: { worth: { of: score, amount: 10 kr/point, gains: state } }
`;
  const compiled = (text: string, outputs: readonly string[] = []) => compile(checked(head + text), { outputs });
  test("figures and cases in a formula that joins the accounts", () => {
    const { graph, data } = compiled(
      "formulas: { fee: { value: = enrolled * 10 kr/person + cases.score * 1 kr/point, paidBy: town } }",
    );
    // 200 people and 600 points, in each of five years
    expect(evaluate(graph, data, {}).cost).toBeCloseTo(5 * (2000 + 600), 10);
  });
  test.each(["net * 0.1", "costPer.score * 1 point", "sum(other)"])("money in it: %s", (value) => {
    const text = `formulas: { other: = benefit.state.y1 * 2, fee: { value: "= ${value}", paidBy: town } }`;
    expect(() => compiled(text)).toThrow(/depends on that formula/);
  });
  test("a share of a level that is not stated", () => {
    expect(() => compiled("", ["improvementNet.score"])).toThrow(/states no baseline/);
    expect(() => compiled("", ["casesWithout.score"])).toThrow(/states no baseline/);
  });
  test("a figure that is not there", () => {
    expect(() => compiled("", ["nett.town"])).toThrow(/no figure called nett/);
  });
});
