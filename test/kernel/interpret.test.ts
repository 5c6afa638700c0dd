import fc from "fast-check";
import { expect, test } from "vitest";
import { blockSize } from "../../engine/design/plan.ts";
import { interpret } from "../../engine/kernel/interpret.ts";
import { checkGraph } from "../../engine/model/check.ts";
import { evaluate } from "../model/evaluate.ts";
import { r1 } from "../models/r1.ts";
import { randomGraph } from "../models/randomGraph.ts";

const plan = { seed: "1", design: "plain", draws: 16_384, replicates: 16, sources: {} } as const;

test("the interpreter and an independent reader agree on random graphs, bit for bit", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 10, maxLength: 160 }), (choices) => {
      const { graph, data } = randomGraph(choices);
      checkGraph(graph);
      const kernel = interpret(graph, data, plan);
      const columns = graph.outputs.map(() => new Float64Array(blockSize));
      const inputs = graph.inputs.map(() => new Float64Array(blockSize));
      kernel.run(3, columns);
      kernel.inputs(3, inputs);
      for (const draw of [0, 517, 1023]) {
        const values = Object.fromEntries(graph.inputs.map(({ path }, i) => [path, inputs[i][draw]]));
        const expected = evaluate(graph, data, values);
        const ours = Object.fromEntries(graph.outputs.map(({ id }, k) => [id, columns[k][draw]]));
        const different = Object.keys(expected).filter((id) => !Object.is(ours[id], expected[id]));
        expect(different.map((id) => `${id}: ${ours[id]}, not ${expected[id]}`)).toEqual([]);
      }
    }),
    { seed: 20, numRuns: 400 },
  );
});

test("a block is the same whichever blocks were run before it", () => {
  const { graph, data } = r1();
  const fill = (blocks: readonly number[]) => {
    const kernel = interpret(graph, data, plan);
    const columns = graph.outputs.map(() => new Float64Array(blockSize));
    for (const block of blocks) kernel.run(block, columns);
    return columns;
  };
  expect(fill([5, 2, 9, 7])).toEqual(fill([7]));
});

test("data that do not fit the graph are refused by name", () => {
  const { graph, data } = r1();
  const { inProgramme: _, ...without } = data.parameters;
  expect(() => interpret(graph, { ...data, parameters: without }, plan)).toThrow("inProgramme: no values for 10 cells");
  const short = { ...data.parameters, inProgramme: [1, 1, 1] };
  expect(() => interpret(graph, { ...data, parameters: short }, plan)).toThrow("inProgramme: 3 values for 10 cells");
});

test("a graph may say how much each draw weighs", () => {
  const { graph, data } = r1();
  const net = graph.outputs.findIndex(({ id }) => id === "net");
  const kernel = interpret({ ...graph, logWeight: graph.outputs[net].node }, data, plan);
  const columns = graph.outputs.map(() => new Float64Array(blockSize));
  kernel.run(2, columns);
  expect(kernel.logWeight).toEqual(columns[net]);
  expect(interpret(graph, data, plan).logWeight).toBeUndefined();
});
