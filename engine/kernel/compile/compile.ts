import type { ModelGraph } from "../../model/graph.ts";
import { shapeOf } from "../shape.ts";
import type { FunctionBuilder } from "../wasm/function.ts";
import { encodeModule } from "../wasm/module.ts";
import type { ModelCode } from "./code.ts";
import { drawFunctions } from "./draws/index.ts";
import { stageFunctions } from "./draws/stageFunctions.ts";
import { elementaryFunctions } from "./elementary.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { type LoopCode, loopCode } from "./loops/code.ts";
import { suitableForm } from "./rule.ts";
import { type StraightCode, straightCode } from "./straight/code.ts";
import { sumFunctions } from "./sums.ts";
import { vectorArithmetic } from "./vector.ts";
import { type LongFunction, longFunctionsOf } from "./work.ts";

/** A model as a WebAssembly module, and what is needed to put numbers into it. Depends on the graph's shape alone. */
export interface CompiledKernel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly model: StraightCode | LoopCode;
  readonly layout: Layout;
}

/** None of these has an effect on values. */
export interface CompileOptions {
  readonly form?: "straight" | "loops";
  /** Of straight code: operations per section at most. */
  readonly section?: number;
  /** Of straight code: draws per tile, a power of two from 4 to 1,024. */
  readonly tile?: number;
  /** Of loops: pairs of draws worked on at a time, a power of two from 1 to 512. */
  readonly pairs?: number;
  /** Of loops: operations in a body at most. */
  readonly body?: number;
}

/**
 * Compiles a graph. Every number of the data is read from memory, so data may change without compiling anew.
 * Functions that draw and sum up are the same in every module; the model follows them.
 */
export function compileKernel(graph: ModelGraph, options: CompileOptions = {}): CompiledKernel {
  const shape = shapeOf(graph);
  const form = options.form ?? suitableForm(graph, shape);
  const model = form === "loops" ? loopCode(graph, shape, options) : straightCode(graph, options);
  const bytes = encoded(model, graph.inputs.length, longFunctionsOf(graph));
  return { bytes, model, layout: layoutFor(model, graph.inputs.length) };
}

const layoutFor = ({ numbers, columns, scratchBytes }: ModelCode, inputs: number): Layout =>
  layoutOf({ numbers, columns: inputs + columns, scratchBytes });

interface Common {
  readonly elementary: readonly FunctionBuilder[];
  readonly named: readonly (readonly [string, FunctionBuilder])[];
}

const common = new Map<string, Common>();

/**
 * The functions that are the same in every module that calls these, made once: of the layout they know only what lies
 * before the model's parts.
 */
function commonFunctions(called: ReadonlySet<LongFunction>): Common {
  const key = [...called].join();
  const known = common.get(key);
  if (known !== undefined) return known;
  const layout = layoutOf({ numbers: 0, columns: 0, scratchBytes: 0 });
  const arithmetic = vectorArithmetic();
  const elementary = [...elementaryFunctions(arithmetic, called), ...stageFunctions(arithmetic)];
  const named = Object.entries({ ...drawFunctions(arithmetic, layout), ...sumFunctions(arithmetic) });
  common.set(key, { elementary, named });
  return { elementary, named };
}

function encoded(model: ModelCode, inputs: number, called: ReadonlySet<LongFunction>): Uint8Array<ArrayBuffer> {
  const layout = layoutFor(model, inputs);
  const { elementary, named } = commonFunctions(called);
  const first = elementary.length + named.length;
  const functions = model.functions(layout, vectorArithmetic(), first);
  return encodeModule({
    functions: [...elementary, ...named.map(([, f]) => f), ...functions],
    exports: {
      ...Object.fromEntries(named.map(([name], k) => [name, elementary.length + k])),
      model: first + functions.length - 1,
    },
    memory: layout.end,
  });
}
