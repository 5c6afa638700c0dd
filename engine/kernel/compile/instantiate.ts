import { blockSize, type Plan } from "../../design/plan.ts";
import type { ModelData, ModelGraph } from "../../model/graph.ts";
import { parameterValues } from "../flatten.ts";
import type { Kernel } from "../kernel.ts";
import { binary, select, unary } from "../operations.ts";
import { type WasmModule, webAssembly } from "../wasm/platform.ts";
import type { CompiledKernel } from "./compile.ts";
import { turnedScoreTable } from "./draws/scores.ts";
import type { KernelExports } from "./exports.ts";
import { inputParts } from "./inputs.ts";
import { columnAddress } from "./layout.ts";
import { Reservations } from "./memory.ts";
import type { Program, ValueId } from "./program.ts";

/**
 * Puts data and plan into an instance of a compiled kernel. The same module serves any data, plan and number of instances.
 *
 * @param module made of `compiled.bytes`
 * @throws UtfallError for correlations that contradict each other; RangeError for parameters that do not fit the graph
 */
export function instantiate(
  compiled: CompiledKernel,
  module: WasmModule,
  graph: ModelGraph,
  data: ModelData,
  plan: Plan,
): Kernel {
  const { program, schedule, layout } = compiled;
  const numbers = steadyValues(program, data);
  const reservations = new Reservations(layout.end);
  const columnOf = (input: number) => columnAddress(layout, input);
  const parts = inputParts(graph, data, plan, program.used, columnOf, reservations);
  const kernel = new (webAssembly()!.Instance)(module).exports as unknown as KernelExports;
  reservations.settle(kernel.memory);
  const { buffer } = kernel.memory;
  new Float64Array(buffer, layout.scoreTable).set(turnedScoreTable());
  new Float64Array(buffer, layout.slots).set(schedule.slots.map((value) => numbers[value]));
  const steps = parts.map((part) => part(kernel)).filter((step) => step !== undefined);

  const columnIndex = new Map(schedule.columns.map((value, k) => [value, graph.inputs.length + k]));
  /** The kernel's column of a value, or the number that it is in all draws. */
  const result = (id: ValueId): Float64Array | number => {
    const value = program.values[id];
    if (!program.varies[id]) return numbers[id];
    const column = value.op === "input" ? value.input : columnIndex.get(id)!;
    return new Float64Array(buffer, columnOf(column), blockSize);
  };
  const outputs = program.outputs.map(result);
  const weight = program.logWeight === undefined ? undefined : result(program.logWeight);
  // A column is given out once: who overwrites it must not touch an input, the weight or another output.
  const givenAway = new Set<ValueId>(program.logWeight === undefined ? [] : [program.logWeight]);
  const columns = program.outputs.map((id, k) => {
    const own = outputs[k];
    const shared = typeof own === "number" || program.values[id].op === "input" || givenAway.has(id);
    givenAway.add(id);
    return shared ? new Float64Array(blockSize) : own;
  });
  return {
    kind: "compiled",
    columns,
    logWeight: typeof weight === "number" ? new Float64Array(blockSize).fill(weight) : weight,
    run(block, into) {
      for (const step of steps) step(block);
      kernel.model();
      for (let k = 0; k < outputs.length; k++) {
        const from = outputs[k];
        if (typeof from === "number") into[k].fill(from);
        else if (into[k] !== from) into[k].set(from);
      }
    },
  };
}

/** What is the same in all draws, by the definition of each operation; elsewhere NaN. */
function steadyValues({ values, varies }: Program, data: ModelData): Float64Array {
  const numbers = new Float64Array(values.length).fill(Number.NaN);
  values.forEach((value, id) => {
    if (varies[id]) return;
    if (value.op === "literal") numbers[id] = value.value;
    else if (value.op === "parameter") numbers[id] = parameterValues(data, value.name, value.count)[value.index];
    else if ("operands" in value) {
      const [a, b, c] = value.operands.map((operand) => numbers[operand]);
      if (value.op === "unary") numbers[id] = unary[value.by](a);
      else numbers[id] = value.op === "binary" ? binary[value.by](a, b) : select(a, b, c);
    }
  });
  return numbers;
}
