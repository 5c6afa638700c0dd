import { firstCell, scoreTable } from "../../../random/score.ts";
import { type Expression, expression, integer, type Statement } from "../../wasm/expression.ts";
import { f64x2, i32, i32x4, i64x2, v128 } from "../../wasm/instructions.ts";
import type { Layout } from "../layout.ts";
import type { VectorArithmetic } from "../vector.ts";
import { cubicAt, vector } from "./parts.ts";

/** Cells of the score table, and the exponent and mantissa bits that name one: six of each octave's 64 cells. */
const cells = 2048;
const belowCell = 46;
const cellBytes = 32;

/**
 * The score table as the kernel keeps it: cell c stands at c mod 2,048, c being the upper 18 bits of a tail, so that some bits of
 * the tail are the address.
 */
export function turnedScoreTable(): Float64Array {
  const table = scoreTable();
  const turned = new Float64Array(table.length);
  for (let cell = 0; cell < cells; cell++)
    turned.set(table.subarray(4 * cell, 4 * cell + 4), 4 * ((firstCell + cell) % cells));
  return turned;
}

/** Stores the scores of four 32-bit integers at an address, see `random/score.ts`. */
export function scoresOf(o: VectorArithmetic, layout: Layout, drawn: Expression, at: Expression): readonly Statement[] {
  const upper = vector(v128.shuffle32([2, 3, 2, 3]), drawn, drawn);
  return [drawn, upper].map((integers, half) => ({
    operands: [at, scorePair(o, layout, vector(i32x4.convertLow, integers))],
    code: v128.store(16 * half),
  }));
}

function scorePair(o: VectorArithmetic, layout: Layout, integers: Expression): Expression {
  const tail = o.multiply(o.add(integers, o.constant(0.5)), o.constant(-2.3283064365386963e-10)); // −2^-32
  const size = o.abs(tail);
  const cell = vector(i64x2.shiftRightUnsigned, size, integer(belowCell));
  const left = vector(i64x2.shiftLeft, cell, integer(belowCell));
  const place = vector(i64x2.shiftLeft, cell, integer(5));
  const address = (lane: number) =>
    expression("i32", i32.and, expression("i32", i32x4.lane(lane), place), integer((cells - 1) * cellBytes));
  const z = cubicAt([address(0), address(2)], layout.scoreTable, vector(f64x2.subtract, size, left));
  return vector(v128.xor, z, vector(v128.and, tail, o.constant(-0)));
}
