import type { ModelGraph } from "../../model/graph.ts";
import { encodeModule } from "../wasm/module.ts";
import { drawFunctions } from "./draws/index.ts";
import { elementaryFunctions } from "./elementary.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { homesOf, modelFunctions } from "./model.ts";
import { type Program, programOf } from "./program.ts";
import { type Schedule, schedule } from "./sections.ts";
import { sumFunctions } from "./sums.ts";
import { vectorArithmetic } from "./vector.ts";

/** A model as a WebAssembly module, and what is needed to put numbers into it. Depends on the graph's shape alone. */
export interface CompiledKernel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly program: Program;
  readonly schedule: Schedule;
  readonly layout: Layout;
}

export interface CompileOptions {
  /** Operations per section at most. No effect on values. */
  readonly section?: number;
  /** Draws per tile, a power of two from 2 to 1,024. No effect on values. */
  readonly tile?: number;
}

/**
 * Compiles a graph. Every number of the data is read from memory, so data may change without compiling anew.
 * Functions that draw and sum up are the same in every module; the model follows them, a function per section.
 */
export function compileKernel(graph: ModelGraph, options: CompileOptions = {}): CompiledKernel {
  const program = programOf(graph);
  const plan = schedule(program, options.section);
  const inputs = graph.inputs.length;
  const count = { slots: plan.slots.length, columns: inputs + plan.columns.length, scratch: plan.scratchColumns };
  const layout = layoutOf(count, options.tile);
  const arithmetic = vectorArithmetic();
  const elementary = elementaryFunctions(arithmetic);
  const named = Object.entries({ ...drawFunctions(arithmetic, layout), ...sumFunctions(arithmetic) });
  const first = elementary.length + named.length;
  const model = modelFunctions(program, plan, homesOf(program, plan, inputs, layout), arithmetic, first);
  const bytes = encodeModule({
    functions: [...elementary, ...named.map(([, f]) => f), ...model],
    exports: {
      ...Object.fromEntries(named.map(([name], k) => [name, elementary.length + k])),
      model: first + model.length - 1,
    },
    memory: layout.end,
  });
  return { bytes, program, schedule: plan, layout };
}
