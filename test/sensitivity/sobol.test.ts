import { expect, test } from "vitest";
import type { GraphBuilder } from "../../engine/model/builder.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import type { Figure } from "../../engine/result/estimate.ts";
import { inline } from "../../engine/run/inline.ts";
import type { AnalysisRow } from "../../engine/sensitivity/analysis.ts";
import { saltelliDesign } from "../../engine/sensitivity/saltelliDesign.ts";
import { type SobolOptions, sobol } from "../../engine/sensitivity/sobol.ts";
import { columnsOf, type StudyRequest, studyOf } from "../../engine/sensitivity/study.ts";
import { r1 } from "../models/r1.ts";
import { gFunction, ishigami, linear, normal, type TestFunction, testFunction } from "../models/testFunctions.ts";
import { reference } from "../reference.ts";

const exact = (id: string) => reference("sensitivity-analytic").cases.find((known) => known.id === id);

const studied = (model: TestFunction, change: Partial<StudyRequest> = {}) =>
  studyOf({ ...model, seed: "1", design: "sobol", draws: 16_384, outputs: ["y"], ...change }, inline());

async function found(model: TestFunction, options: SobolOptions = {}, change: Partial<StudyRequest> = {}) {
  const [analysis] = (await sobol(studied(model, change), { basePoints: 8192, ...options }))!;
  const row = (...names: string[]): AnalysisRow => analysis.rows.find(({ inputs }) => inputs.join() === names.join())!;
  return { analysis, row };
}

/** Within five of its own errors. */
function expectNear(ours: Figure, known: number) {
  expect(Math.abs(ours.value - known)).toBeLessThanOrEqual(5 * ours.se + 1e-12);
  expect(ours.low).toBeGreaterThanOrEqual(0);
  expect(ours.high).toBeLessThanOrEqual(1);
}

test.each([
  ["ishigami-7-0.1", ishigami()],
  ["gfunction-8", gFunction([0, 1, 4.5, 9, 99, 99, 99, 99])],
  ["linearIndependent", linearOf("linearIndependent")],
])("%s: indices are the exact ones within their errors", async (id, model) => {
  const known = exact(id);
  const { analysis, row } = await found(model, { pairs: true });
  known.first.forEach((value: number, i: number) => {
    const { figures } = row(`x${i + 1}`);
    expectNear(figures.first, value);
    expectNear(figures.total, known.total[i]);
    expect(figures.total.se).toBeLessThan(0.02);
  });
  for (const [j, k, value] of known.second ?? []) expectNear(row(`x${j + 1}`, `x${k + 1}`).figures.second, value);
  const d = known.first.length;
  expect(analysis.evaluations).toBe(8192 * (2 + 2 * d));
  expect(analysis.rows[0].figures.total.value).toBeGreaterThanOrEqual(analysis.rows[1].figures.total.value);
});

function linearOf(id: string) {
  const { beta, means, covariance } = exact(id);
  return linear(beta, means, covariance);
}

test("R1 without correlations, and what all inputs explain alone", async () => {
  const { graph, data } = r1();
  const known = reference("r1").cases.find(({ id }) => id === "sobolIndices").net;
  const { analysis, row } = await found({ graph, data: { ...data, correlations: [] } }, {}, { outputs: ["net"] });
  for (const [name, { S1, ST }] of Object.entries<{ S1: number; ST: number }>(known)) {
    const { figures } = row(`reference/${name}`);
    expectNear(figures.first, S1);
    expectNear(figures.total, ST);
    expect(figures.first.se).toBeLessThan(0.012);
  }
  const alone = Object.values<{ S1: number }>(known).reduce((sum, { S1 }) => sum + S1, 0);
  expectNear(analysis.more!.sumOfFirst as Figure, alone);
});

test("base points are the study's own draws, the second ones others", async () => {
  const study = studied(linearOf("correlated-3-owenPrieur"));
  const { job, sources } = saltelliDesign(study);
  const arm = (all: "A" | "B") => columnsOf({ ...study, job }, { sources: sources(all) });
  const own = await columnsOf(study);
  expect(await arm("A")).toEqual(own);
  const [second] = (await arm("B"))!;
  expect(second.every((y, i) => y !== own![0][i])).toBe(true);
});

test("correlated inputs are one closed group, and that is said", async () => {
  const { analysis, row } = await found(linearOf("correlated-3-owenPrieur"));
  const known = exact("correlated-3-owenPrieur");
  expectNear(row("x1").figures.first, known.first[0]);
  expectNear(row("x2", "x3").figures.first, known.closedGroups[2].value);
  expectNear(row("x2", "x3").figures.total, known.closedGroups[2].value);
  expect(analysis.notes).toEqual([
    { code: "sensitivityCorrelated", path: "y", with: { inputs: "x2, x3", method: "sobol" } },
  ]);
  const asked = await found(linearOf("correlated-3-owenPrieur"), { groups: { both: ["x2", "x3"] } });
  expect(asked.analysis.notes).toEqual([]);
  expect(asked.row("x2", "x3").group).toBe("both");
  // A group that would tear a pair apart takes all of it.
  const torn = await found(linearOf("correlated-3-owenPrieur"), { groups: { torn: ["x1", "x2"] } });
  expect(torn.row("x1", "x2", "x3").figures.total.value).toBeGreaterThan(0.97);
  expect(torn.analysis.notes).toHaveLength(1);
});

test("a t copula's further score goes with its group", async () => {
  const copula = { of: ["x1", "x2"], degreesOfFreedom: 3 };
  const model = linear(
    [1, 1, 1],
    [0, 0, 0],
    [
      [1, 0.5, 0],
      [0.5, 1, 0],
      [0, 0, 1],
    ],
    [copula],
  );
  const { row } = await found(model);
  expectNear(row("x3").figures.first, 0.25);
  expectNear(row("x1", "x2").figures.first, 0.75);
  expectNear(row("x1", "x2").figures.total, 0.75);
});

test("inputs of one stream are one group; one held fixed takes no part, nor does what ties others to it", async () => {
  const model = linear(
    [1, 1, 1],
    [0, 0, 0],
    [
      [1, 0.6, 0],
      [0.6, 1, 0],
      [0, 0, 1],
    ],
  );
  const fixed = await found(model, {}, { sources: { x1: { kind: "fixed", value: 2 } } });
  expectNear(fixed.row("x2").figures.first, 0.5);
  expectNear(fixed.row("x3").figures.total, 0.5);
  const alike = linear(
    [1, 1, 1],
    [0, 0, 0],
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
  );
  const same = await found(alike, {}, { sources: { x2: { kind: "stream", path: "x1" } } });
  expectNear(same.row("x1", "x2").figures.first, 0.8);
  expectNear(same.row("x3").figures.total, 0.2);
});

test("a group has its closed index and its total", async () => {
  const { row } = await found(ishigami(), { groups: { outer: ["x1", "x3"] } });
  expectNear(row("x1", "x3").figures.first, exact("ishigami-7-0.1").closedGroup["13"]);
  await expect(found(ishigami(), { groups: { outer: ["x4"] } })).rejects.toThrow(RangeError);
});

const two = (make: (b: GraphBuilder, x: readonly NodeId[]) => NodeId) =>
  testFunction([normal(0, 1), normal(0, 1)], make);

test("an input without influence can't be told from zero, an output without spread has no indices", async () => {
  const weak = await found(ishigami());
  expect(weak.row("x3").indistinct).toContain("first");
  const still = await found(two((b, [x]) => b.multiply(x, b.constant(0))));
  expect(still.analysis.rows).toEqual([]);
  expect(still.analysis.notes.map(({ code }) => code)).toEqual(["sensitivityNoSpread"]);
});

test("a criterion never met has none; draws without an answer are left out and said", async () => {
  const b = two((b, [x, z]) => b.add(x, z));
  const withTest = (limit: number): TestFunction => {
    const nodes = [...b.graph.nodes, { op: "constant", value: limit } as const];
    const node = nodes.push({ op: "greater", a: b.graph.outputs[0].node, b: nodes.length - 1 });
    return { ...b, graph: { ...b.graph, nodes, outputs: [{ id: "y", node: node - 1, kind: "test" }] } };
  };
  const never = await found(withTest(100));
  expect(never.analysis.notes.map(({ code }) => code)).toEqual(["sensitivityNeverMet"]);
  const half = await found(withTest(0));
  // First order of 1 {x + z > 0}: 1/3 each.
  expectNear(half.row("x1").figures.first, 1 / 3);
  const failing = two((b, [x, z]) => b.add(b.unary("sqrt", b.add(x, b.constant(3))), z));
  for (const pairs of [false, true]) {
    const { analysis } = await found(failing, { pairs });
    expect(analysis.notes.map(({ code }) => code)).toEqual(["sensitivityFailedDraws"]);
    for (const { figures } of analysis.rows)
      for (const { value, se, low, high } of Object.values(figures))
        expect([value, se, low, high].every(Number.isFinite)).toBe(true);
  }
});

test("draws that weigh differently are refused", async () => {
  const model = two((b, [x, z]) => b.add(x, z));
  const graph = { ...model.graph, logWeight: 0 };
  const { analysis } = await found({ ...model, graph });
  expect(analysis.notes.map(({ code }) => code)).toEqual(["sensitivityRevised"]);
});
