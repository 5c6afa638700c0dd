import { describe, expect, test } from "vitest";
import { GraphBuilder } from "../../engine/model/builder.ts";
import { checkGraph } from "../../engine/model/check.ts";
import type { GraphNode, ModelGraph } from "../../engine/model/graph.ts";
import { evaluate } from "./evaluate.ts";

const input = (path: string) => ({ path, level: "parameter" as const, suite: "s", unit: "kr" });

function builder() {
  const made = new GraphBuilder();
  made.axis("period", 4);
  made.axis("segment", 2);
  return made;
}

describe("building", () => {
  test("the same operation on the same operands is one node", () => {
    const b = builder();
    const x = b.input(input("p/x"));
    expect(b.input(input("p/x"))).toBe(x);
    const sum = b.add(x, b.parameter("k"));
    expect(b.add(x, b.parameter("k"))).toBe(sum);
    expect(b.add(b.parameter("k"), x)).not.toBe(sum);
    const twice = (at: string) =>
      b.scan("period", [b.parameter(at)], [x], (body) => ({
        next: [body.binary("add", body.state(0), body.operand(0))],
        emit: body.state(0),
      }));
    expect(twice("k")).toBe(twice("k"));
    expect(twice("m")).not.toBe(twice("k"));
    expect(b.shift("period", 0, twice("k"))).toBe(twice("k"));
    expect(b.build().inputs).toHaveLength(1);
  });

  test("a constant is part of the shape, equal to itself alone", () => {
    const b = builder();
    const nodes = [0, -0, 1, 0.1].map((value) => b.constant(value));
    expect(new Set(nodes).size).toBe(4);
    nodes.forEach((node, k) => {
      b.output({ id: String(k), node, unit: "", kind: "mean" });
    });
    const values = evaluate(b.build(), { parameters: {}, distributions: {}, correlations: [] }, {});
    expect(Object.values(values)).toEqual([0, -0, 1, 0.1]);
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => b.constant(wrong)).toThrow(RangeError);
  });

  test("axes follow the operations, in declared order", () => {
    const b = builder();
    const year = b.index("period");
    const bySegment = b.parameter("size", ["segment"]);
    const both = b.multiply(bySegment, year);
    expect(b.axesOf(both)).toEqual(["period", "segment"]);
    expect(b.axesOf(b.reduce("add", "segment", both))).toEqual(["period"]);
    expect(b.axesOf(b.at("period", 1, both))).toEqual(["segment"]);
    expect(b.axesOf(b.cumulative("period", both))).toEqual(["period", "segment"]);
    expect(b.axesOf(b.spread("period", bySegment))).toEqual(["period", "segment"]);
    expect(b.spread("period", both)).toBe(both);
    const carried = b.scan("period", [both], [b.constant(0)], (body) => ({
      next: [body.operand(0)],
      emit: body.state(0),
    }));
    expect(b.axesOf(carried)).toEqual(["period", "segment"]);
  });

  test("each operation means what it says", () => {
    const b = builder();
    const year = b.index("period");
    const v = b.parameter("v", ["period"]);
    const w = b.parameter("w", ["segment", "period"]);
    const pick = (name: string, node: number) =>
      [0, 1, 2, 3].forEach((t) => {
        b.output({ id: `${name}${t}`, node: b.at("period", t, node), unit: "", kind: "mean" });
      });
    pick("shift", b.shift("period", 1, v));
    pick("back", b.shift("period", -2, v));
    pick("sum", b.cumulative("period", v));
    pick("stack", b.stack("period", [b.constant(9), b.constant(8), b.constant(7), b.constant(6)]));
    pick("select", b.select(b.binary("less", year, b.constant(2)), v, b.negate(v)));
    pick("row", b.at("segment", 1, w));
    pick(
      "doubling",
      b.scan("period", [v], [b.constant(1)], (body) => {
        const next = body.binary("add", body.binary("add", body.state(0), body.state(0)), body.operand(0));
        return { next: [next], emit: body.state(0) };
      }),
    );
    b.output({ id: "least", node: b.reduce("min", "period", v), unit: "", kind: "mean" });
    const graph = b.build();
    checkGraph(graph);
    const data = {
      parameters: { v: [3, 1, 4, 1.5], w: [1, 2, 3, 4, 5, 6, 7, 8] },
      distributions: {},
      correlations: [],
    };
    const got = evaluate(graph, data, {});
    const row = (name: string) => [0, 1, 2, 3].map((t) => got[`${name}${t}`]);
    expect(row("shift")).toEqual([0, 3, 1, 4]);
    expect(row("back")).toEqual([4, 1.5, 0, 0]);
    expect(row("sum")).toEqual([3, 4, 8, 9.5]);
    expect(row("stack")).toEqual([9, 8, 7, 6]);
    expect(row("select")).toEqual([3, 1, -4, -1.5]);
    expect(row("row")).toEqual([5, 6, 7, 8]);
    expect(row("doubling")).toEqual([1, 5, 11, 26]);
    expect(got.least).toBe(1);
  });

  test("what can't be is refused at once", () => {
    const b = builder();
    const x = b.input(input("p/x"));
    const year = b.index("period");
    expect(() => b.axis("period", 5)).toThrow("has 4 cells");
    expect(() => b.axis("month", 0)).toThrow("above 0");
    expect(() => b.index("month")).toThrow("not declared");
    expect(() => b.parameter("k", ["month"])).toThrow("not declared");
    expect(() => b.parameter("k", ["period", "period"])).toThrow("twice");
    expect(() => b.stack("period", [x, x])).toThrow("needs 4 items");
    expect(() => b.stack("period", [x, x, x, year])).toThrow("already has");
    expect(() => b.reduce("add", "period", x)).toThrow("without that axis");
    expect(() => b.cumulative("segment", year)).toThrow("without that axis");
    expect(() => b.at("period", 4, year)).toThrow("outside");
    expect(() => b.shift("period", 0.5, year)).toThrow("not whole");
    expect(() => b.add(x, 99)).toThrow("stand before");
    expect(() => b.scan("period", [], [year], (body) => ({ next: [body.state(0)], emit: 0 }))).toThrow("can't start");
    expect(() => b.scan("period", [], [x], (body) => ({ next: [], emit: body.state(0) }))).toThrow("next values");
    expect(() => b.scan("period", [], [], (body) => ({ next: [], emit: body.operand(0) }))).toThrow("operand 0");
    b.output({ id: "o", node: x, unit: "", kind: "mean" });
    expect(() => b.output({ id: "o", node: year, unit: "", kind: "mean" })).toThrow("twice");
  });
});

describe("checking a graph from elsewhere", () => {
  const sound: ModelGraph = {
    axes: [{ name: "period", size: 2 }],
    inputs: [input("p/x")],
    nodes: [
      { op: "input", input: 0 },
      { op: "index", axis: "period" },
      { op: "add", a: 0, b: 1 },
      { op: "reduce", by: "add", axis: "period", a: 2 },
    ],
    names: { 3: "sum" },
    outputs: [{ id: "sum", node: 3, unit: "kr", kind: "mean" }],
  };
  test("gives the axes of its nodes, of a count those of all it reads", () => {
    const counted = { ...sound, nodes: [...sound.nodes, { op: "count", by: "poisson", of: [0, 2] } as const] };
    expect(checkGraph(counted)).toEqual([[], ["period"], ["period"], [], ["period"]]);
  });
  test("gives the axes of its nodes", () => expect(checkGraph(sound)).toEqual([[], ["period"], ["period"], []]));

  const nodes = (...more: GraphNode[]): Partial<ModelGraph> => ({ nodes: [...sound.nodes, ...more] });
  const cases: readonly (readonly [string, Partial<ModelGraph>])[] = [
    ["input has number 1", nodes({ op: "input", input: 1 })],
    ["reads node 5", nodes({ op: "negate", a: 5 })],
    ["reads node -1", nodes({ op: "negate", a: -1 })],
    ["a binomial count reads 3 nodes, got 2", nodes({ op: "count", by: "binomial", of: [0, 1] })],
    ["reads node 4", nodes({ op: "count", by: "poisson", of: [0, 4] })],
    ["not declared", nodes({ op: "index", axis: "month" })],
    ["still has the axes period", { outputs: [{ id: "o", node: 1, unit: "", kind: "mean" }] }],
    ["does not exist", { outputs: [{ id: "o", node: 9, unit: "", kind: "mean" }] }],
    ["is no output", { outputs: [{ id: "o", node: 3, unit: "", kind: "ratio", numerator: "a", denominator: "b" }] }],
    ["output sum is declared twice", { outputs: [...sound.outputs, ...sound.outputs] }],
    ["axis period is declared twice", { axes: [...sound.axes, ...sound.axes] }],
    ["input p/x is declared twice", { inputs: [...sound.inputs, ...sound.inputs] }],
    ["has a name but does not exist", { names: { 7: "x" } }],
    ["whole size", { axes: [{ name: "period", size: 1.5 }] }],
  ];
  test.each(cases)("says: %s", (message, change) => {
    expect(() => checkGraph({ ...sound, ...change })).toThrow(message);
  });
});
