import { firstCell, scoreTable } from "../../../random/score.ts";
import { type Expression, integer, type Statement } from "../../wasm/expression.ts";
import { f64x2, i32x4, v128 } from "../../wasm/instructions.ts";
import { constantLanes } from "../constants.ts";
import type { VectorArithmetic } from "../vector.ts";
import { cellBytes } from "./lookUp.ts";
import { vector } from "./parts.ts";

/*
 * Scores as `random/score.ts` means them, in a form that takes fewer instructions and gives the same bits. With v = n + ½ the
 * tail is −v/2^32, exactly. Tails in units of 2^-32 need no multiplication: the table's coefficients are scaled by powers of
 * two instead, which changes no digit. And each cell stands there twice, for tails of either sign, so that the sign
 * of the score comes by itself: with d negative instead of positive, the coefficients of d and d³ change sign.
 */
const cells = 2048;

/** Of the upper word of v: the last bits of the exponent, which tell octaves apart, and six bits of the fraction. */
const belowCell = 14;

let turned: Float64Array | undefined;

/** The score table as the kernel keeps it: a tail's bits are the address of its cell, its sign the highest of them. */
export function turnedScoreTable(): Float64Array {
  turned ??= turn(scoreTable());
  return turned;
}

function turn(table: Float64Array): Float64Array {
  const both = new Float64Array(2 * table.length);
  for (let cell = 0; cell < cells; cell++) {
    const at = 4 * ((firstCell + cell) % cells);
    for (let power = 0, unit = 1; power < 4; power++, unit /= 4294967296) {
      const coefficient = table[4 * cell + power] * unit;
      both[at + power] = -coefficient;
      both[table.length + at + power] = power % 2 === 0 ? coefficient : -coefficient;
    }
  }
  return both;
}

/**
 * What `lookUp` needs for the scores of four 32-bit integers: how far v lies from the end of its cell is stored at `at`,
 * and the addresses of the cells at `places`, each `four` fours of draws farther on. The table stands at address 0.
 */
export function scoreCells(
  o: VectorArithmetic,
  drawn: Expression,
  at: Expression,
  places: Expression,
  four = 0,
): readonly Statement[] {
  const upper = vector(v128.shuffle32([2, 3, 2, 3]), drawn, drawn);
  const pairs = [drawn, upper].map((integers) => o.add(vector(i32x4.convertLow, integers), o.constant(0.5)));
  const towardsZero = constantLanes(0, -1 << belowCell, 0, -1 << belowCell);
  const same = (word: number) => constantLanes(word, word, word, word);
  const words = vector(v128.shuffle32([1, 3, 5, 7]), pairs[0], pairs[1]);
  const cell = vector(
    v128.and,
    vector(i32x4.shiftRightUnsigned, words, integer(belowCell - 5)),
    same((cells - 1) * cellBytes),
  );
  const side = vector(v128.and, vector(i32x4.shiftRightSigned, drawn, integer(31)), same(cells * cellBytes));
  return [
    ...pairs.map((v, k) => ({
      operands: [at, vector(f64x2.subtract, v, vector(v128.and, v, towardsZero))],
      code: v128.store(32 * four + 16 * k),
    })),
    { operands: [places, vector(v128.or, cell, side)], code: v128.store(16 * four) },
  ];
}
