import fc from "fast-check";
import { expect, test } from "vitest";
import { compileKernel } from "../../engine/kernel/compile/compile.ts";
import { GraphBuilder } from "../../engine/model/builder.ts";
import type { NodeId } from "../../engine/model/graph.ts";
import { pathway } from "../models/pathway.ts";
import { randomGraph } from "../models/randomGraph.ts";
import { compiled, differences, type Model, planOf } from "./sameBits.ts";

/* Loops over axes give what the interpreter gives, to the bit; the interpreter writes every cell out. */

const sizes = fc.constantFrom<[number, number]>([1, 1], [1, 5], [7, 1], [2, 3], [13, 4], [5, 31], [64, 2]);

test("random graphs over axes of any size", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 10, maxLength: 90 }),
      sizes,
      fc.constantFrom(1, 2, 4),
      fc.constantFrom(1, 6, 48),
      (choices, cells, pairs, body) => {
        const model = randomGraph(choices, false, cells);
        const kernel = compiled(model, planOf(), { form: "loops", pairs, body });
        expect(differences(model, planOf(), [3], kernel)).toEqual([]);
      },
    ),
    { seed: 31, numRuns: 120 },
  );
});

/** A model of one input and a few axes, whose figures are what `make` gives. */
function modelOf(
  axes: Readonly<Record<string, number>>,
  make: (b: GraphBuilder, x: NodeId) => Readonly<Record<string, NodeId>>,
): Model {
  const b = new GraphBuilder();
  for (const [axis, size] of Object.entries(axes)) b.axis(axis, size);
  const x = b.input({ path: "m/x", level: "parameter", suite: "m", unit: "share" });
  for (const [id, node] of Object.entries(make(b, x)))
    b.output({ id, node, unit: "share", kind: "figure", worse: "low" });
  const distributions = { "m/x": { family: "normal", parameters: { mean: 0, sd: 1 } } } as const;
  return { graph: b.build(), data: { parameters: {}, distributions, correlations: [] } };
}

const asLoops = (model: Model) => differences(model, planOf(), [2], compiled(model, planOf(), { form: "loops" }));

test("zeros keep their sign, and NaN and infinities their way, through sums, running sums and extremes", () => {
  const model = modelOf({ a: 5, b: 3 }, (b, x) => {
    const zero = b.constant(0);
    // −0 in every cell; NaN, infinities and numbers by turns.
    const negative = b.multiply(b.constant(-0), b.add(b.index("a"), b.unary("abs", x)));
    const mixed = b.divide(
      b.subtract(b.index("a"), b.constant(2)),
      b.multiply(b.subtract(b.index("b"), b.constant(1)), x),
    );
    const nodes: Record<string, NodeId> = {};
    for (const [name, node] of [
      ["negative", negative],
      ["mixed", mixed],
    ] as const)
      for (const axis of ["a", "b"].filter((one) => b.hasAxis(node, one)))
        for (const by of ["add", "min", "max"] as const) {
          const folded = b.reduce(by, axis, node);
          nodes[`${name} ${by} ${axis}`] = b.hasAxis(folded, "b")
            ? b.at("b", 1, folded)
            : b.hasAxis(folded, "a")
              ? b.at("a", 2, folded)
              : folded;
          const sums = b.cumulative(axis, node);
          nodes[`${name} sums ${axis}`] = b.reduce("max", "a", b.hasAxis(sums, "b") ? b.at("b", 2, sums) : sums);
        }
    nodes.shifted = b.reduce("add", "a", b.shift("a", 1, negative));
    nodes.unlike = b.divide(b.constant(1), b.at("a", 0, b.cumulative("a", negative)));
    nodes.zero = b.add(x, zero);
    return nodes;
  });
  expect(asLoops(model)).toEqual([]);
});

test("shifts to the end of an axis and beyond, forwards and back, one after the other", () => {
  const model = modelOf({ a: 4, b: 2 }, (b, x) => {
    const grid = b.add(b.multiply(b.index("a"), x), b.index("b"));
    const nodes: Record<string, NodeId> = {};
    for (const first of [-5, -4, -3, -1, 1, 3, 4, 5])
      for (const second of [-2, 0, 1, 9]) {
        const moved = b.shift("b", second, b.shift("a", first, grid));
        nodes[`${first} ${second}`] = b.reduce("add", "a", b.at("b", 1, moved));
        nodes[`${first} ${second} back`] = b.at("a", 3, b.reduce("max", "b", b.shift("a", -first, moved)));
        // A node over the same axes that reads it: in the loop where the cells are made, if they are made by then.
        nodes[`${first} ${second} again`] = b.reduce("add", "b", b.reduce("add", "a", b.multiply(moved, grid)));
      }
    return nodes;
  });
  expect(asLoops(model)).toEqual([]);
});

test("scans along an inner and an outer axis, one inside the other's result, with states that read each other", () => {
  const model = modelOf({ a: 3, b: 5, c: 2 }, (b, x) => {
    const grid = b.add(b.multiply(b.index("a"), x), b.multiply(b.index("b"), b.index("c")));
    const exchange = (axis: string, of: NodeId, from: NodeId) =>
      b.scan(axis, [of, x], [from, b.constant(1)], (body) => {
        const [one, other] = [body.state(0), body.state(1)];
        const sum = body.binary("add", body.binary("multiply", one, body.operand(1)), body.operand(0));
        return { next: [other, sum], emit: body.binary("subtract", sum, one) };
      });
    const nodes: Record<string, NodeId> = {};
    for (const first of ["a", "b", "c"])
      for (const second of ["a", "b", "c"]) {
        const begins = b.at(first, 1, grid);
        const inner = exchange(first, grid, begins);
        const outer = exchange(second, inner, b.at(second, 0, inner));
        const sum = b.reduce("add", "a", b.reduce("min", "b", outer));
        nodes[`${first} ${second}`] = b.at("c", 1, sum);
      }
    return nodes;
  });
  expect(asLoops(model)).toEqual([]);
});

test("a graph of so many cells that the interpreter works on part of a block at a time", () => {
  const { graph, data } = pathway(120, 10);
  const model = { graph: { ...graph, logWeight: graph.outputs[0].node }, data };
  expect(differences(model, planOf(), [1])).toEqual([]);
});

test("a pathway of months and segments becomes loops, in little code, whose size does not depend on the axes", () => {
  const small = pathway(30, 5);
  expect(differences(small, planOf({ design: "sobol" }), [0, 17])).toEqual([]);
  const [short, long] = [small, pathway(360, 40)].map(({ graph }) => compileKernel(graph));
  expect([short.model.form, long.model.form]).toEqual(["loops", "loops"]);
  expect(long.bytes.length).toBeLessThan(short.bytes.length + 2000);
  expect(compileKernel(randomGraph([5, 2, 3]).graph).model.form).toBe("straight");
});

test("what is used cell by cell stays out of memory, and memory is given to the next as soon as it is free", () => {
  const { model } = compileKernel(pathway(360, 40).graph);
  if (model.form !== "loops") throw new Error("not in loops");
  const { nests } = model.plan;
  // All that is enrolled, gained and spent in one; shares of those enrolled need the sum of all segments first.
  expect(nests.filter(({ loops }) => loops.length === 2)).toHaveLength(2);
  const oneNode = 360 * 40 * model.storage.cellBytes;
  expect(model.scratchBytes).toBeGreaterThan(oneNode);
  expect(model.scratchBytes).toBeLessThan(1.2 * oneNode);
});
