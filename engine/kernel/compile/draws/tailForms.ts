import {
  cauchyDraw,
  exponentialDraw,
  gumbelDraw,
  logisticDraw,
  logitNormalDraw,
  logUniformDraw,
  paretoDraw,
  weibullDraw,
} from "../../../numeric/programs/tailDraws.ts";
import type { Expression } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { v128 } from "../../wasm/instructions.ts";
import { elementaryCalls } from "../elementary.ts";
import type { VectorArithmetic } from "../vector.ts";
import { loadPair, overColumn, spread } from "./parts.ts";

/**
 * (column, parameters …): scores become values through logarithms and exponentials of their tails. These call the elementary
 * functions, where the commoner forms have them written out: eight more copies would only make every module larger.
 */
export function tailFormFunctions(o: VectorArithmetic): Readonly<Record<string, FunctionBuilder>> {
  const f = elementaryCalls;
  const form = (parameters: number, draw: (z: Expression, p: readonly Expression[]) => Expression): FunctionBuilder => {
    const built = new FunctionBuilder(["i32", ...Array.from({ length: parameters }, () => "f64" as const)]);
    const values = Array.from({ length: parameters }, (_, k) => spread(built, k + 1));
    overColumn(built, built.parameter(0), 16, (at) => {
      built.emit({ operands: [at, draw(loadPair(at), values)], code: v128.store(0) });
    });
    return built;
  };
  return {
    logUniform: form(3, (z, [low, high, width]) => logUniformDraw(o, f, z, low, high, width)),
    logitNormal: form(2, (z, [meanlogit, sdlogit]) => logitNormalDraw(o, f, z, meanlogit, sdlogit)),
    exponential: form(1, (z, [mean]) => exponentialDraw(o, f, z, mean)),
    weibull: form(2, (z, [shape, scale]) => weibullDraw(o, f, z, shape, scale)),
    pareto: form(2, (z, [low, shape]) => paretoDraw(o, f, z, low, shape)),
    logistic: form(2, (z, [location, scale]) => logisticDraw(o, f, z, location, scale)),
    cauchy: form(2, (z, [location, scale]) => cauchyDraw(o, f, z, location, scale)),
    gumbel: form(2, (z, [location, scale]) => gumbelDraw(o, f, z, location, scale)),
  };
}
