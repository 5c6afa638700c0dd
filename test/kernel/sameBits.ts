import { blockSize, type Plan } from "../../engine/design/plan.ts";
import { type CompileOptions, compileKernel } from "../../engine/kernel/compile/compile.ts";
import { instantiate } from "../../engine/kernel/compile/instantiate.ts";
import { interpret } from "../../engine/kernel/interpret.ts";
import type { Kernel } from "../../engine/kernel/kernel.ts";
import { webAssembly } from "../../engine/kernel/wasm/platform.ts";
import type { ModelData, ModelGraph } from "../../engine/model/graph.ts";

export interface Model {
  readonly graph: ModelGraph;
  readonly data: ModelData;
}

export const planOf = (asked: Partial<Plan> = {}): Plan => ({
  seed: "1",
  design: "plain",
  draws: 65_536,
  replicates: 16,
  sources: {},
  ...asked,
});

/** The compiled kernel itself: fails where the platform can't run it, rather than falling back. */
export function compiled({ graph, data }: Model, plan: Plan, options?: CompileOptions): Kernel {
  const kernel = compileKernel(graph, options);
  return instantiate(kernel, new (webAssembly()!.Module)(kernel.bytes), graph, data, plan);
}

/** Draws in which an output differs from the interpreter's in any bit (NaN equals NaN), in words; none when all is well. */
export function differences(model: Model, plan: Plan, blocks: readonly number[], kernel = compiled(model, plan)) {
  const outputs = model.graph.outputs;
  const interpreter = interpret(model.graph, model.data, plan);
  const expected = outputs.map(() => new Float64Array(blockSize));
  const copied = outputs.map(() => new Float64Array(blockSize));
  const found: string[] = [];
  for (const block of blocks) {
    interpreter.run(block, expected);
    kernel.run(block, copied);
    for (const [k, { id }] of outputs.entries()) compare(`${id}, block ${block}`, expected[k], copied[k]);
    if (interpreter.logWeight) compare(`log-weight, block ${block}`, interpreter.logWeight, kernel.logWeight);
    kernel.run(block, kernel.columns);
    for (const [k, { id }] of outputs.entries())
      compare(`${id} in place, block ${block}`, expected[k], kernel.columns[k]);
    // What a caller does to the columns it was given touches nothing of the next block.
    for (const column of kernel.columns) column.fill(Number.NaN);
  }
  return found;

  function compare(what: string, wanted: Float64Array, got: Float64Array | undefined): void {
    let at = 0;
    while (at < blockSize && Object.is(wanted[at], got?.[at])) at++;
    if (at < blockSize) found.push(`${what}, draw ${at}: ${got?.[at]}, not ${wanted[at]}`);
  }
}
