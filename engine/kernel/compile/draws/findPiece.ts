import { type Expression, expression, integer, local, set } from "../../wasm/expression.ts";
import type { FunctionBuilder } from "../../wasm/function.ts";
import { type Code, control, f64, i32 } from "../../wasm/instructions.ts";
import { addInteger } from "./parts.ts";

/** Added to a whole number below 2^32, this puts it into the lower word of the double. */
export const wordMaker = 4503599627370496;

/**
 * Sets the local `piece`: from the one in which the bin begins on, until one's end lies past the score. The function's third
 * parameter is where the ends are, its fourth the guide; `passes` compares an end (the last is infinite) with the score.
 */
export function findPiece(f: FunctionBuilder, piece: number, bin: Expression, z: Expression, passes: Code): void {
  const index = local("i32", piece);
  const scaled = (x: Expression, bytes: number) => expression("i32", i32.multiply, x, integer(bytes));
  f.emit(set(piece, expression("i32", i32.load(0), addInteger(f.parameter(3), scaled(bin, 4)))));
  f.write(control.block);
  f.write(control.loop);
  const end = expression("f64", f64.load(0), addInteger(f.parameter(2), scaled(index, 8)));
  const passed = expression("i32", passes, end, z);
  f.emit({ operands: [expression("i32", i32.equalsZero, passed)], code: control.branchIf(1) });
  f.emit(set(piece, addInteger(index, integer(1))), { operands: [], code: control.branch(0) });
  f.write(control.end);
  f.write(control.end);
}
