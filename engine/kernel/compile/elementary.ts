import { expProgram } from "../../numeric/programs/exp.ts";
import { lnProgram } from "../../numeric/programs/ln.ts";
import { normalTailProgram } from "../../numeric/programs/normal.ts";
import { powerProgram } from "../../numeric/programs/power.ts";
import type { Elementary } from "../../numeric/programs/tailDraws.ts";
import { type Expression, expression } from "../wasm/expression.ts";
import { FunctionBuilder } from "../wasm/function.ts";
import { control } from "../wasm/instructions.ts";
import type { VectorArithmetic } from "./vector.ts";

/** Elementary functions that the model and the draws call, at these indices of the module. */
export const elementaryIndex = { exp: 0, ln: 1, power: 2, normalTail: 3 } as const;

/** One function each from its one definition, on pairs of doubles. */
export function elementaryFunctions(o: VectorArithmetic): readonly FunctionBuilder[] {
  const one = (result: (x: Expression) => Expression) => {
    const f = new FunctionBuilder(["v128"], ["v128"], false);
    f.emit({ operands: [result(f.parameter(0))], code: [] });
    return f;
  };
  const power = new FunctionBuilder(["v128", "v128"], ["v128"], false);
  power.emit({ operands: [powerProgram(o, power.parameter(0), power.parameter(1))], code: [] });
  return [one((x) => expProgram(o, x)), one((x) => lnProgram(o, x)), power, one((x) => normalTailProgram(o, x))];
}

const call = (index: number) => (x: Expression) => expression("v128", control.call(index), x);

/** The same as calls. */
export const elementaryCalls: Elementary<Expression> = {
  exp: call(elementaryIndex.exp),
  ln: call(elementaryIndex.ln),
  normalTail: call(elementaryIndex.normalTail),
};
