import { type Expression, expression, integer, local, set } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { i32, i32x4, i64x2, v128 } from "../../wasm/instructions.ts";
import { constantLanes } from "../constants.ts";
import type { Layout } from "../layout.ts";
import type { VectorArithmetic } from "../vector.ts";
import { lookUp, placeBytes } from "./lookUp.ts";
import { overColumns, vector } from "./parts.ts";
import { scoreCells } from "./scores.ts";

const rounds = 10;
const multipliers = [0xd2511f53, 0xcd9e8d57] as const;
const weyl = [0x9e3779b9, 0xbb67ae85] as const;

const splat = (x: Expression) => vector(i32x4.splat, x);
const xor = (a: Expression, b: Expression) => vector(v128.xor, a, b);
const or = (a: Expression, b: Expression) => vector(v128.or, a, b);
const shiftLeft = (a: Expression, by: number) => vector(i32x4.shiftLeft, a, integer(by));
const shiftRight = (a: Expression, by: number) => vector(i32x4.shiftRightUnsigned, a, integer(by));
const rotated = (a: Expression, by: number) => or(shiftLeft(a, by), shiftRight(a, 32 - by));

/**
 * (key0, key1, key2, key3, block, column): the scores of one block of a stream, see `random/stream.ts`. The four lanes of a
 * vector are the four generators of a stream, so what is said there of each lane is done for all at once.
 */
export function plainFunction(o: VectorArithmetic, layout: Layout): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32", "i32", "i32", "i32"]);
  const state = [0, 1, 2, 3].map(() => f.local("v128"));
  const [s0, s1, s2, s3] = state.map((index) => local("v128", index));
  const seeds = philoxLanes(f);
  f.emit(...seeds.map((seed, k) => set(state[k], seed)));
  const dead = vector(i32x4.equal, or(or(s0, s1), or(s2, s3)), constantLanes(0, 0, 0, 0));
  f.emit(set(state[3], or(s3, vector(v128.and, dead, constantLanes(1, 1, 1, 1)))));
  const shifted = f.local("v128");
  overColumns(f, [f.parameter(5), integer(layout.places)], [32, 4 * placeBytes], ([at, places]) => {
    const drawn = vector(i32x4.add, rotated(vector(i32x4.add, s0, s3), 7), s0);
    f.emit(...scoreCells(o, drawn, at, places));
    const steps: readonly (readonly [number, Expression])[] = [
      [shifted, shiftLeft(s1, 9)],
      [state[2], xor(s2, s0)],
      [state[3], xor(s3, s1)],
      [state[1], xor(s1, s2)],
      [state[0], xor(s0, s3)],
      [state[2], xor(s2, local("v128", shifted))],
      [state[3], rotated(s3, 11)],
    ];
    for (const [index, value] of steps) f.emit(set(index, value));
  });
  lookUp(f, layout, f.parameter(5));
  return f;
}

/** Philox4x32-10 of (key, block, lane) for lanes 0 … 3, see `random/philox.ts`: word k of all four in vector k. */
function philoxLanes(f: FunctionBuilder): readonly Expression[] {
  let [x0, x1, x2, x3] = [
    splat(f.parameter(4)),
    constantLanes(0, 1, 2, 3),
    splat(f.parameter(2)),
    splat(f.parameter(3)),
  ];
  for (let round = 0; round < rounds; round++) {
    const [k0, k1] = [0, 1].map((k) => {
      const added = Math.imul(weyl[k], round);
      return splat(expression("i32", i32.add, f.parameter(k), integer(added)));
    });
    const [first, second] = [product(x0, multipliers[0]), product(x2, multipliers[1])];
    [x0, x1, x2, x3] = [xor(xor(second.high, x1), k0), second.low, xor(xor(first.high, x3), k1), first.low];
  }
  return [x0, x1, x2, x3];
}

/** Both words of the 64-bit products of four unsigned lanes by a number. */
function product(x: Expression, by: number): { readonly low: Expression; readonly high: Expression } {
  const factor = splat(integer(by));
  const [left, right] = [vector(i64x2.multiplyLow, x, factor), vector(i64x2.multiplyHigh, x, factor)];
  return {
    low: vector(v128.shuffle32([0, 2, 4, 6]), left, right),
    high: vector(v128.shuffle32([1, 3, 5, 7]), left, right),
  };
}

/** Bytes of the record of a Sobol' coordinate. */
export const sobolRecordBytes = 64;

/**
 * What the kernel keeps of the direction words of a coordinate: the first four points of a run, then for each t the change from
 * a group of four points to the next one where that ends in t zeros: word 2 to word 2 + t, exclusive or'ed.
 */
export function sobolRecord(words: Uint32Array): Uint32Array {
  const record = new Uint32Array(sobolRecordBytes / 4);
  record.set([0, words[0], words[1], words[0] ^ words[1]]);
  let change = 0;
  for (let t = 0; t < 8; t++) {
    change ^= words[2 + t];
    record[4 + t] = change;
  }
  return record;
}

/** Fours of points written out: where each begins but the first, the change is the same in every round. */
const foursInRound = 4;

/** (record, first, column): the scores of 1,024 points from `first` (the point at the start of the block) on. */
export function sobolFunction(o: VectorArithmetic, layout: Layout): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32"]);
  const points = f.local("v128");
  const four = f.local("i32");
  const record = f.parameter(0);
  const change = (at: Expression, zeros: number) =>
    set(points, xor(local("v128", points), vector(v128.loadSplat32(16 + 4 * zeros), at)));
  f.emit(set(points, xor(splat(f.parameter(1)), vector(v128.load(0), record))));
  const bytes = [32 * foursInRound, 4 * placeBytes * foursInRound];
  overColumns(f, [f.parameter(2), integer(layout.places)], bytes, ([at, places]) => {
    for (let k = 0; k < foursInRound; k++) {
      f.emit(...scoreCells(o, local("v128", points), at, places, k));
      // The number of the next four ends in as many zeros as k + 1 does, but for the last.
      if (k < foursInRound - 1) f.emit(change(record, k % 2));
    }
    f.emit(set(four, expression("i32", i32.add, local("i32", four), integer(foursInRound))));
    const zeros = expression("i32", i32.trailingZeros, local("i32", four));
    f.emit(change(expression("i32", i32.add, record, expression("i32", i32.multiply, zeros, integer(4))), 0));
  });
  lookUp(f, layout, f.parameter(2));
  return f;
}
