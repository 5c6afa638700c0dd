import { tableEdge } from "../../../distributions/apply.ts";
import { type Expression, expression, integer, local, set } from "../../wasm/expression.ts";
import type { FunctionBuilder } from "../../wasm/function.ts";
import { type Code, control, f64, f64x2, i32, i32x4 } from "../../wasm/instructions.ts";
import type { VectorArithmetic } from "../vector.ts";
import { addInteger, loadPair, overColumn, vector } from "./parts.ts";

/** Added to a whole number below 2^32, this puts it into the lower word of the double. */
export const wordMaker = 4503599627370496;

/**
 * Sets the local `piece`: from the one in which the bin begins on, until one's end lies past the score. The function's third
 * parameter is where the ends are, its fourth the guide; `passes` compares an end (the last is infinite) with the score.
 */
function findPiece(f: FunctionBuilder, piece: number, bin: Expression, z: Expression, passes: Code): void {
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

/**
 * Goes through a column of scores, (column, …) in pairs: the scores are taken into the tables' range, and two locals set to the
 * pieces in which they lie. `finished` writes what is done with them at an address.
 */
export function overPieces(
  f: FunctionBuilder,
  o: VectorArithmetic,
  perScore: Expression,
  lastBin: Expression,
  passes: Code,
  finished: (at: Expression, z: Expression, pieces: readonly Expression[]) => void,
): void {
  const inside = f.local("v128");
  const bins = f.local("v128");
  const pieces = [f.local("i32"), f.local("i32")];
  const z = local("v128", inside);
  overColumn(f, f.parameter(0), 16, (at) => {
    f.emit(set(inside, o.max(o.constant(-tableEdge), o.min(o.constant(tableEdge), loadPair(at)))));
    const bin = o.floor(o.multiply(o.add(z, o.constant(tableEdge)), perScore));
    f.emit(set(bins, o.add(vector(f64x2.pseudoMin, bin, lastBin), o.constant(wordMaker))));
    pieces.forEach((piece, half) => {
      const first = expression("i32", i32x4.lane(2 * half), local("v128", bins));
      findPiece(f, piece, first, expression("f64", f64x2.lane(half), z), passes);
    });
    finished(
      at,
      z,
      pieces.map((piece) => local("i32", piece)),
    );
  });
}
