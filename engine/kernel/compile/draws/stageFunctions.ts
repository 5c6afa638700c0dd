import { expProgram } from "../../../numeric/programs/exp.ts";
import { lnProgram } from "../../../numeric/programs/ln.ts";
import { normalTailProgram } from "../../../numeric/programs/normal.ts";
import type { Elementary } from "../../../numeric/programs/tailDraws.ts";
import type { Expression } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { v128 } from "../../wasm/instructions.ts";
import { elementaryIndex } from "../elementary.ts";
import { stageDraws } from "../layout.ts";
import type { VectorArithmetic } from "../vector.ts";
import { loadPair, overColumns } from "./parts.ts";

/** Pairs of draws worked on at a time: long chains of operations leave the processor waiting otherwise. */
const inStep = 4;

/** Between these nothing is done for cases that don't come: results that are subnormal or infinite, and NaN. */
export const farthestExponent = 700;
const smallestTail = 1e-290;
const largestLogarithmOf = 1e290;
/** Φ(−36) is some 4e-284. */
export const farthestScore = 36;

const first = Object.keys(elementaryIndex).length;
/** Indices of these functions in the module: they follow the elementary functions that the model calls. */
export const stageIndex = { exp: first, ln: first + 1, normalTail: first + 2 } as const;

/** (from, to): the elementary functions of `stageDraws` values at an address, left at another or the same, in the order of their indices. */
export function stageFunctions(o: VectorArithmetic): readonly FunctionBuilder[] {
  const programs: Elementary<Expression> = {
    exp: (x) => expProgram(o, o.within(x, -farthestExponent, farthestExponent)),
    ln: (x) => lnProgram(o, o.within(x, smallestTail, largestLogarithmOf)),
    normalTail: (z) => normalTailProgram(o, o.within(z, -farthestScore, farthestScore)),
  };
  return [programs.exp, programs.ln, programs.normalTail].map(functionOf);
}

function functionOf(program: (x: Expression) => Expression): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32"]);
  const bytes = 16 * inStep;
  const offsets = Array.from({ length: inStep }, (_, pair) => 16 * pair);
  const body = ([from, to]: readonly Expression[]) =>
    f.emitInStep(
      offsets.map((offset) => [{ operands: [to, program(loadPair(from, offset))], code: v128.store(offset) }]),
    );
  overColumns(f, [f.parameter(0), f.parameter(1)], [bytes, bytes], body, 8 * stageDraws);
  return f;
}
