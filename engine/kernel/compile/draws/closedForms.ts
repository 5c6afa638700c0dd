import { lognormalDraw, normalDraw, triangularDraw, uniformDraw } from "../../../numeric/programs/draws.ts";
import type { Expression } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { v128 } from "../../wasm/instructions.ts";
import type { VectorArithmetic } from "../vector.ts";
import { loadPair, overColumn, spread } from "./parts.ts";

/** Pairs of draws worked on at a time: long chains of operations leave the processor waiting otherwise. */
const inStep = 2;

/** (column, parameters …): scores become values by the one definition of each closed form. */
export function closedFormFunctions(o: VectorArithmetic): Readonly<Record<string, FunctionBuilder>> {
  const form = (parameters: number, draw: (z: Expression, p: readonly Expression[]) => Expression): FunctionBuilder => {
    const f = new FunctionBuilder(["i32", ...Array.from({ length: parameters }, () => "f64" as const)]);
    const values = Array.from({ length: parameters }, (_, k) => spread(f, k + 1));
    overColumn(f, f.parameter(0), 16 * inStep, (at) => {
      const pairs = Array.from({ length: inStep }, (_, k) => 16 * k);
      f.emitInStep(
        pairs.map((offset) => [{ operands: [at, draw(loadPair(at, offset), values)], code: v128.store(offset) }]),
      );
    });
    return f;
  };
  return {
    normal: form(2, (z, [mean, sd]) => normalDraw(o, z, mean, sd)),
    lognormal: form(2, (z, [meanlog, sdlog]) => lognormalDraw(o, z, meanlog, sdlog)),
    uniform: form(2, (z, [low, high]) => uniformDraw(o, z, low, high)),
    triangular: form(3, (z, [low, best, high]) => triangularDraw(o, z, low, best, high)),
  };
}
