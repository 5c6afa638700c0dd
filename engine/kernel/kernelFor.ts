import type { Plan } from "../design/plan.ts";
import type { ModelData, ModelGraph } from "../model/graph.ts";
import { type CompiledKernel, compileKernel } from "./compile/compile.ts";
import { instantiate } from "./compile/instantiate.ts";
import { interpret } from "./interpret.ts";
import type { Kernel } from "./kernel.ts";
import { type WasmModule, webAssembly } from "./wasm/platform.ts";

interface Ready {
  readonly compiled: CompiledKernel;
  readonly module: WasmModule;
}

/** By graph: runs of one graph with other data reuse its module. Undefined where this platform can't run it. */
const modules = new WeakMap<ModelGraph, { readonly ready: Ready | undefined }>();

function moduleOf(graph: ModelGraph): Ready | undefined {
  const known = modules.get(graph);
  if (known !== undefined) return known.ready;
  const ready = compiledModule(graph);
  modules.set(graph, { ready });
  return ready;
}

function compiledModule(graph: ModelGraph): Ready | undefined {
  const platform = webAssembly();
  if (platform === undefined) return undefined;
  const compiled = compileKernel(graph);
  // False where the platform knows no fixed-width SIMD.
  if (!platform.validate(compiled.bytes)) return undefined;
  return { compiled, module: new platform.Module(compiled.bytes) };
}

/**
 * The fastest kernel that this platform runs: the compiled one where there is WebAssembly with fixed-width SIMD, else the
 * interpreter. `kind` says which; the values are the same.
 *
 * @throws UtfallError for correlations that contradict each other; RangeError for parameters that do not fit the graph
 */
export function kernelFor(graph: ModelGraph, data: ModelData, plan: Plan): Kernel {
  const ready = moduleOf(graph);
  return ready === undefined
    ? interpret(graph, data, plan)
    : instantiate(ready.compiled, ready.module, graph, data, plan);
}
