import type { ModelData, ModelGraph, NodeId } from "../../../model/graph.ts";
import { parameterValues } from "../../flatten.ts";
import { binary, count, select, unary } from "../../operations.ts";
import type { Shape } from "../../shape.ts";
import { unrollNodes } from "../../unroll.ts";
import type { ModelCode, Place } from "../code.ts";
import { loopFunctions } from "./functions.ts";
import { type LoopPlan, planLoops } from "./plan.ts";
import { type Storage, storageOf } from "./storage.ts";

/** The model as loops over its axes. */
export interface LoopCode extends ModelCode {
  readonly form: "loops";
  readonly plan: LoopPlan;
  readonly storage: Storage;
}

/** Pairs of draws worked on at a time: the processor works on one while it waits for another. Has no effect on values. */
const pairsAtATime = 2;

export function loopCode(graph: ModelGraph, shape: Shape, options: { pairs?: number; body?: number } = {}): LoopCode {
  const plan = planLoops(graph, shape, options.body);
  const storage = storageOf(plan, options.pairs ?? pairsAtATime);
  const used = graph.inputs.map(() => false);
  graph.nodes.forEach((node, id) => {
    if (shape.needed[id] && node.op === "input") used[node.input] = true;
  });
  const place = (node: NodeId) => placeOf(node, plan, storage);
  return {
    form: "loops",
    plan,
    storage,
    used,
    columns: plan.columns.length,
    numbers: storage.numbers.reduce((count, node) => count + shape.cells(shape.axes[node]), 0),
    scratchBytes: storage.bytes,
    outputs: graph.outputs.map(({ node }) => place(node)),
    logWeight: graph.logWeight === undefined ? undefined : place(graph.logWeight),
    numbersOf: (data) => steadyNumbers(plan, storage.numbers, data),
    functions: (layout, o, first) => loopFunctions(plan, storage, layout, o, first),
  };
}

function placeOf(id: NodeId, { graph, columns }: LoopPlan, { homes }: Storage): Place {
  const node = graph.nodes[id];
  if (node.op === "input") return { column: node.input };
  const home = homes.get(id);
  return home?.kind === "numbers" ? { number: home.first } : { column: graph.inputs.length + columns.indexOf(id) };
}

/** The cells of nodes that are the same in all draws, by the definition of each operation. */
function steadyNumbers({ graph, shape }: LoopPlan, nodes: readonly NodeId[], data: ModelData): Float64Array {
  const wanted = shape.needed.map((needed, id) => needed && !shape.varies[id]);
  const cells = unrollNodes<number>(graph, shape, wanted, {
    literal: (value) => value,
    parameter: (name, index, count) => parameterValues(data, name, count)[index],
    input: () => Number.NaN,
    unary: (by, a) => unary[by](a),
    binary: (by, a, b) => binary[by](a, b),
    select,
    count: (by, of) => count[by](of),
  });
  return Float64Array.from(nodes.flatMap((node) => cells[node]));
}
