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

/** Modules kept for graphs that come back as copies, as they do on worker threads. */
const keptModules = 4;

/** By graph: runs with other data reuse its module. Undefined where this platform can't run it. */
const byGraph = new WeakMap<ModelGraph, { readonly ready: Ready | undefined }>();
/** By the graph as text, the one used last at the end. */
const byText = new Map<string, { readonly ready: Ready | undefined }>();

function moduleOf(graph: ModelGraph): Ready | undefined {
  const known = byGraph.get(graph);
  if (known !== undefined) return known.ready;
  const text = JSON.stringify(graph);
  const found = byText.get(text) ?? { ready: compiledModule(graph) };
  byGraph.set(graph, found);
  byText.delete(text);
  byText.set(text, found);
  if (byText.size > keptModules) byText.delete(byText.keys().next().value!);
  return found.ready;
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
 * @throws UtfallError for correlations or copulas that contradict each other; RangeError for parameters that do not fit the graph
 */
export function kernelFor(graph: ModelGraph, data: ModelData, plan: Plan): Kernel {
  const ready = moduleOf(graph);
  return ready === undefined
    ? interpret(graph, data, plan)
    : instantiate(ready.compiled, ready.module, graph, data, plan);
}
