import { type Expression, expression, integer, local, set } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { control, i32 } from "../../wasm/instructions.ts";
import { columnBytes, type Layout } from "../layout.ts";
import { vectorOperations } from "../operations.ts";
import type { VectorArithmetic } from "../vector.ts";
import { nestFunction } from "./nestFunction.ts";
import type { LoopPlan } from "./plan.ts";
import type { Storage } from "./storage.ts";

/** A function per nest, and one that runs them all over a block, a few draws at a time; `first` is the index of the first. */
export function loopFunctions(
  plan: LoopPlan,
  storage: Storage,
  layout: Layout,
  o: VectorArithmetic,
  first: number,
): readonly FunctionBuilder[] {
  const operations = vectorOperations(o);
  const nests = plan.nests.map((nest) => nestFunction({ plan, storage, layout, o, operations }, nest));
  const all = new FunctionBuilder([]);
  const at = all.local("i32");
  const start: Expression = local("i32", at);
  if (nests.length > 0)
    all.loop(() => {
      for (let k = 0; k < nests.length; k++) all.emit({ operands: [start], code: control.call(first + k) });
      all.emit(set(at, expression("i32", i32.add, start, integer(storage.cellBytes))));
      return expression("i32", i32.lessUnsigned, start, integer(columnBytes));
    });
  return [...nests, all];
}
