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
import { columnAddress, columnStride } from "./layout.ts";
import { Reservations } from "./memory.ts";
import { type Homes, homesOf } from "./model.ts";
import type { Program, ValueId } from "./program.ts";
import { momentsBytes } from "./sums.ts";

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
  const homes = homesOf(program, schedule, graph.inputs.length, layout);
  const reservations = new Reservations(layout.end);
  const columnOf = (input: number) => columnAddress(layout, input);
  const parts = inputParts(graph, data, plan, program.used, columnOf, reservations);
  const places = outputPlaces(program, homes, reservations);
  const result = reservations.reserve(momentsBytes);
  const kernel = new (webAssembly()!.Instance)(module).exports as unknown as KernelExports;
  reservations.settle(kernel.memory);
  const { buffer } = kernel.memory;
  new Float64Array(buffer, layout.scoreTable).set(turnedScoreTable());
  new Float64Array(buffer, layout.slots).set(schedule.slots.map((value) => numbers[value]));
  const steps = parts.map((part) => part(kernel)).filter((step) => step !== undefined);

  const columnAt = (address: number) => new Float64Array(buffer, address, blockSize);
  const outputs = places.map(({ from }, k) => (from === undefined ? numbers[program.outputs[k]] : columnAt(from)));
  const columns = places.map(({ from, own }, k) => (from === own ? (outputs[k] as Float64Array) : columnAt(own)));
  const moments = new Float64Array(buffer, result, momentsBytes / 8);
  const inputColumns = graph.inputs.map((_, i) => columnAt(columnOf(i)));
  const inputs: Kernel["inputs"] = (block, into) => {
    for (const step of steps) step(block);
    inputColumns.forEach((column, i) => {
      into[i].set(column);
    });
  };
  return {
    kind: "compiled",
    columns,
    logWeight: logWeightColumn(),
    ...(program.used.every(Boolean) ? { inputs } : {}),
    sums: {
      moments(output, into, at) {
        kernel.moments(places[output].own, result);
        if (!Number.isFinite(moments[0])) return false;
        into[at] = blockSize;
        into[at + 1] = moments[1];
        into[at + 2] = moments[2];
        return true;
      },
      finite: (output) => kernel.finite(places[output].own) === 1,
      hits: (output) => kernel.hits(places[output].own),
    },
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

  function logWeightColumn(): Float64Array | undefined {
    if (program.logWeight === undefined) return undefined;
    const address = homes.column(program.logWeight);
    return address === undefined ? new Float64Array(blockSize).fill(numbers[program.logWeight]) : columnAt(address);
  }
}

interface OutputPlace {
  /** Where the code leaves the output; undefined where it is a number. */
  readonly from: number | undefined;
  /** The output's own column, the same where that may be overwritten. */
  readonly own: number;
}

/** A column is given out once: who overwrites it must not touch an input, the log-weight or another output. */
function outputPlaces(program: Program, homes: Homes, memory: Reservations): readonly OutputPlace[] {
  const taken = new Set<ValueId | undefined>([program.logWeight]);
  return program.outputs.map((id) => {
    const from = homes.column(id);
    const free = from !== undefined && program.values[id].op !== "input" && !taken.has(id);
    taken.add(id);
    return { from, own: free ? from : memory.reserve(columnStride) };
  });
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
