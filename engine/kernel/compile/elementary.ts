import { type CountOperation, countOperands } from "../../model/graph.ts";
import { binomialCountProgram } from "../../numeric/programs/binomialCount.ts";
import { expProgram } from "../../numeric/programs/exp.ts";
import { lnProgram } from "../../numeric/programs/ln.ts";
import { negativeBinomialCountProgram } from "../../numeric/programs/negativeBinomialCount.ts";
import { normalTailProgram } from "../../numeric/programs/normal.ts";
import { poissonCountProgram } from "../../numeric/programs/poissonCount.ts";
import { powerProgram } from "../../numeric/programs/power.ts";
import type { Expression } from "../wasm/expression.ts";
import { FunctionBuilder } from "../wasm/function.ts";
import type { VectorArithmetic } from "./vector.ts";
import type { LongFunction } from "./work.ts";

/** Elementary functions that the model and the draws call, at these indices of the module. */
export const elementaryIndex = {
  exp: 0,
  ln: 1,
  power: 2,
  normalTail: 3,
  binomial: 4,
  poisson: 5,
  negativeBinomial: 6,
} as const;

/**
 * One function each from its one definition, on pairs of doubles.
 *
 * @param called those that the model calls: the others, long as they are, are left empty
 */
export function elementaryFunctions(
  o: VectorArithmetic,
  called: ReadonlySet<LongFunction> = new Set(),
): readonly FunctionBuilder[] {
  const made = (parameters: number, result: (operands: readonly Expression[]) => Expression) => {
    const f = new FunctionBuilder(Array<"v128">(parameters).fill("v128"), ["v128"], false);
    f.emit({ operands: [result(f.parameters.map((_, k) => f.parameter(k)))], code: [] });
    return f;
  };
  const long = (
    name: LongFunction,
    parameters: number,
    result: (operands: readonly Expression[]) => Expression,
  ): FunctionBuilder => made(parameters, called.has(name) ? result : ([first]) => first);
  const count = (by: CountOperation, result: (operands: readonly Expression[]) => Expression) =>
    long(by, countOperands[by], result);
  return [
    made(1, ([x]) => expProgram(o, x)),
    made(1, ([x]) => lnProgram(o, x)),
    long("power", 2, ([x, y]) => powerProgram(o, x, y)),
    made(1, ([x]) => normalTailProgram(o, x)),
    count("binomial", ([score, size, probability]) => binomialCountProgram(o, score, size, probability)),
    count("poisson", ([score, mean]) => poissonCountProgram(o, score, mean)),
    count("negativeBinomial", ([score, mean, dispersion]) => negativeBinomialCountProgram(o, score, mean, dispersion)),
  ];
}
