import { blockSize, type Plan } from "../../design/plan.ts";
import type { ModelData, ModelGraph } from "../../model/graph.ts";
import type { Kernel } from "../kernel.ts";
import { type WasmModule, webAssembly } from "../wasm/platform.ts";
import { blockSumsPart, summedOf } from "./blockSums.ts";
import type { Place } from "./code.ts";
import type { CompiledKernel } from "./compile.ts";
import { turnedScoreTable } from "./draws/scores.ts";
import type { KernelExports } from "./exports.ts";
import { inputParts } from "./inputs.ts";
import { columnAddress, columnStride, type Layout } from "./layout.ts";
import { Reservations } from "./memory.ts";

/**
 * Puts data and plan into an instance of a compiled kernel. The same module serves any data, plan and number of instances.
 *
 * @param module made of `compiled.bytes`
 * @throws UtfallError for correlations or copulas that contradict each other; RangeError for parameters that do not fit the graph
 */
export function instantiate(
  compiled: CompiledKernel,
  module: WasmModule,
  graph: ModelGraph,
  data: ModelData,
  plan: Plan,
): Kernel {
  const { model, layout } = compiled;
  const numbers = model.numbersOf(data);
  const reservations = new Reservations(layout.end);
  const columnOf = (input: number) => columnAddress(layout, input);
  const parts = inputParts(graph, data, plan, model.used, columnOf, reservations);
  const places = outputColumns(model.outputs, model.logWeight, graph.inputs.length, layout, reservations);
  const sums = blockSumsPart(
    summedOf(graph),
    places.map(({ own }) => own),
    reservations,
  );
  const kernel = new (webAssembly()!.Instance)(module).exports as unknown as KernelExports;
  reservations.settle(kernel.memory);
  const { buffer } = kernel.memory;
  new Float64Array(buffer, layout.scoreTable).set(turnedScoreTable());
  new Float64Array(buffer, layout.numbers).set(numbers);
  const steps = parts.map((part) => part(kernel)).filter((step) => step !== undefined);

  const columnAt = (address: number) => new Float64Array(buffer, address, blockSize);
  const valuesAt = (place: Place) =>
    "number" in place ? numbers[place.number] : columnAt(columnAddress(layout, place.column));
  const outputs = model.outputs.map(valuesAt);
  const columns = places.map(({ from, own }, k) => (from === own ? (outputs[k] as Float64Array) : columnAt(own)));
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
    ...(model.used.every(Boolean) ? { inputs } : {}),
    sums: sums(kernel),
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
    if (model.logWeight === undefined) return undefined;
    const weights = valuesAt(model.logWeight);
    return typeof weights === "number" ? new Float64Array(blockSize).fill(weights) : weights;
  }
}

interface OutputColumn {
  /** Where the code leaves the output; undefined where it is a number. */
  readonly from: number | undefined;
  /** The output's own column, the same where that may be overwritten. */
  readonly own: number;
}

/** A column is given out once: who overwrites it must not touch an input, the log-weight or another output. */
function outputColumns(
  outputs: readonly Place[],
  logWeight: Place | undefined,
  inputs: number,
  layout: Layout,
  memory: Reservations,
): readonly OutputColumn[] {
  const taken = new Set(logWeight !== undefined && "column" in logWeight ? [logWeight.column] : []);
  return outputs.map((place) => {
    if ("number" in place) return { from: undefined, own: memory.reserve(columnStride) };
    const { column } = place;
    const free = column >= inputs && !taken.has(column);
    taken.add(column);
    const from = columnAddress(layout, column);
    return { from, own: free ? from : memory.reserve(columnStride) };
  });
}
