import { expect, test } from "vitest";
import { isPositiveDefinite } from "../../engine/dependence/correlationMatrix.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { ModelData } from "../../engine/model/graph.ts";
import { inline } from "../../engine/run/inline.ts";
import { dependenceStress } from "../../engine/sensitivity/dependenceStress.ts";
import { pairPath } from "../../engine/sensitivity/pairPath.ts";
import { studyOf } from "../../engine/sensitivity/study.ts";

type Pairs = ModelData["correlations"];
const normal = (mean: number, sd: number) => ({ family: "normal", parameters: { mean, sd } }) as const;

/** x + y, their product, whether the sum is above a limit, and a third input z that adds a little. */
function model(correlations: Pairs, limit = 1, more: Partial<ModelData> = {}) {
  const b = new GraphBuilder();
  const [x, y, z] = ["x", "y", "z"].map((path) => b.input({ path, level: "parameter", suite: "a", unit: "kr" }));
  const sum = b.add(b.add(x, y), b.multiply(b.constant(0.01), z));
  b.output({ id: "sum", node: sum, kind: "figure", unit: "kr", worse: "low" });
  b.output({ id: "product", node: b.multiply(x, y), kind: "figure", unit: "kr", worse: "low" });
  b.output({ id: "enough", node: b.binary("greater", sum, b.constant(limit)), kind: "test" });
  b.output({ id: "never", node: b.binary("greater", sum, b.constant(1e6)), kind: "test" });
  b.output({ id: "constant", node: b.constant(3), kind: "figure", unit: "kr", worse: "low" });
  const data: ModelData = {
    parameters: {},
    distributions: { x: normal(0, 1), y: normal(0, 1), z: normal(0, 1) },
    correlations,
    ...more,
  };
  return (outputs: readonly string[]) =>
    studyOf({ graph: b.build(), data, seed: "7", design: "sobol", draws: 16_384, outputs }, inline());
}

const inside = (figure: { value: number; se: number }, truth: number, room = 0) =>
  expect(Math.abs(figure.value - truth)).toBeLessThan(4 * figure.se + room);

test("the spread of a sum under every dependence is the known one", async () => {
  const correlations = [{ between: ["x", "y"], correlation: 0.5 }] as const;
  const [sum, product, enough] = (await dependenceStress(model(correlations)(["sum", "product", "enough"])))!;
  const row = sum.rows.find(({ inputs, group }) => inputs.join() === "x,y" && group === undefined)!;
  const sd = Math.sqrt(3 + 1e-4);
  inside(row.figures["sd.independent"], Math.sqrt(2 + 1e-4) - sd, 1e-3);
  inside(row.figures["sd.comonotone"], Math.sqrt(4 + 1e-4) - sd, 1e-3);
  inside(row.figures["sd.countermonotone"], 0.01 - sd, 1e-3);
  inside(row.figures["mean.comonotone"], 0, 1e-4);
  expect(row.indistinct).toContain("mean.comonotone");
  expect(row.indistinct ?? []).not.toContain("sd.comonotone");
  // E[xy] is the correlation itself; below 0 the mean changes sign.
  const own = product.rows[0];
  inside(own.figures["mean.independent"], -0.5, 1e-3);
  inside(own.figures["mean.comonotone"], 0.5, 1e-3);
  inside(own.figures["mean.countermonotone"], -1.5, 1e-3);
  inside(own.figures.flipAt, 0, 0.002);
  expect(own.figures.flipAt.se).toBeGreaterThan(0);
  expect(product.more!.smallestChange).toMatchObject({ inputs: ["x", "y"], from: 0.5 });
  // The chance that the sum is above 1, 28 %, stays below one half whatever moves with what.
  expect(enough.rows[0].figures.flipAt).toBeUndefined();
  expect(enough.more).toMatchObject({ verdict: { holds: false, level: 0.5 }, smallestChange: null });
});

test("the correlation at which a chance reaches its level, of a pair that is not declared", async () => {
  // P(N(0, 2 + 2ρ) > 1) = 0.28 where 1/√(2 + 2ρ) = 0.58284, ρ = 0.47188
  const [enough] = (await dependenceStress(model([])(["enough"]), { level: 0.28, strongest: 2 }))!;
  const [row] = enough.rows;
  expect(row.inputs).toEqual(expect.arrayContaining(["x", "y"]));
  inside(row.figures.flipAt, 0.472, 0.002);
  expect(row.figures.flipAt.low).toBeGreaterThan(0.3);
  expect(row.figures.flipAt.high).toBeLessThan(0.65);
  expect(row.figures["chance.independent"]).toBeUndefined();
  const alone = (await dependenceStress(model([])(["never"]), { strongest: 2 }))!;
  const both = (await dependenceStress(model([])(["enough", "never"]), { level: 0.28, strongest: 2 }))!;
  expect(both.map(({ evaluations }) => evaluations)).toEqual([enough.evaluations, 3 * 16_384]);
  expect(alone[0].rows).toEqual([]);
});

test("what can't be told is said", async () => {
  const correlations = [
    { between: ["x", "y"], correlation: 0.5 },
    { between: ["y", "z"], correlation: 0.7 },
  ] as const;
  const [never, constant, sum] = (await dependenceStress(model(correlations)(["never", "constant", "sum"])))!;
  expect(never.notes.map(({ code }) => code)).toContain("sensitivityNeverMet");
  expect(constant.rows).toEqual([]);
  expect(constant.notes.map(({ code }) => code)).toContain("sensitivityNoSpread");
  expect(sum.notes).toContainEqual({ code: "sensitivityOthersFollow", with: { pair: "x – y", most: 0.35 } });
  for (const { rows } of [never, constant, sum])
    for (const { figures } of rows)
      for (const { value, se, low, high } of Object.values(figures)) {
        expect([value, se, low, high].every(Number.isFinite)).toBe(true);
        expect(low <= value && value <= high).toBe(true);
      }
  const copulas = [{ of: ["x", "y"], degreesOfFreedom: 4 }] as const;
  const [joined] = (await dependenceStress(
    model([{ between: ["x", "y"], correlation: 0.2 }], 1, { copulas })(["sum"]),
  ))!;
  expect(joined.notes.map(({ code }) => code)).toContain("sensitivityCopulaKept");
});

test("every matrix on the way is positive definite, and others stay where the pair is as declared", () => {
  const names = ["a", "b", "c", "d"];
  const declared: Pairs = [
    { between: ["a", "b"], correlation: -0.6 },
    { between: ["b", "c"], correlation: 0.7 },
    { between: ["a", "c"], correlation: -0.8 },
    { between: ["c", "d"], correlation: 0.5 },
  ];
  const matrixOf = (pairs: Pairs) =>
    names.map((row) =>
      names.map((column) =>
        row === column
          ? 1
          : (pairs.find(({ between }) => between.includes(row) && between.includes(column))?.correlation ?? 0),
      ),
    );
  for (const pair of [
    ["a", "b"],
    ["a", "d"],
    ["b", "c"],
  ] as const) {
    const path = pairPath({ correlations: declared }, pair);
    for (const correlation of [path.ends[0], -0.9, -0.3, 0, 0.4, 0.95, path.ends[1]]) {
      const own = path.at(correlation);
      expect(isPositiveDefinite(matrixOf(own))).toBe(true);
      expect(own.find(({ between }) => pair.every((name) => between.includes(name)))!.correlation).toBeCloseTo(
        correlation,
        12,
      );
      // A pair stands in it once.
      expect(new Set(own.map(({ between }) => [...between].sort().join())).size).toBe(own.length);
    }
    expect(matrixOf(path.at(path.declared))).toEqual(matrixOf(declared));
  }
});
