import { blockSize } from "../../design/plan.ts";
import { type Expression, expression, integer, local, type Statement, set } from "../wasm/expression.ts";
import { FunctionBuilder } from "../wasm/function.ts";
import { control, f64, f64x2, i32, i32x4, i64x2, v128 } from "../wasm/instructions.ts";
import { wordMaker } from "./draws/findPiece.ts";
import { addInteger, loadPair, overColumn, spread, vector } from "./draws/parts.ts";
import type { VectorArithmetic } from "./vector.ts";

/** Functions that sum up a column, by the names under which they are exported. */
export function sumFunctions(o: VectorArithmetic): Readonly<Record<string, FunctionBuilder>> {
  return {
    moments: momentsFunction(o),
    finite: finiteFunction(o),
    hits: hitsFunction(o),
    divided: dividedFunction(o),
    tally: tallyFunction(o),
    signs: signsFunction(o),
    extremes: extremesFunction(o),
    below: beyondFunction(f64.min),
    above: beyondFunction(f64.max),
    spread: spreadFunction(o),
  };
}

/** (s0 + s1) + (s2 + s3) of two pairs of partial sums. */
function folded(sums: readonly number[]): Expression {
  const lanes = (sum: number) => [0, 1].map((k) => expression("f64", f64x2.lane(k), local("v128", sum)));
  const [left, right] = sums.map((sum) => expression("f64", f64.add, ...lanes(sum)));
  return expression("f64", f64.add, left, right);
}

/** (column, result): see `blockMoments`; the four partial sums are the lanes of two vectors. */
function momentsFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32"]);
  const [column, result] = [f.parameter(0), f.parameter(1)];
  const centre = f.local("v128");
  const sums = [f.local("v128"), f.local("v128")];
  const squares = [f.local("v128"), f.local("v128")];
  const total = f.local("f64");
  const mean = f.local("f64");
  const fromCentre = (at: Expression, k: number) => o.subtract(loadPair(at, 16 * k), local("v128", centre));
  f.emit(set(centre, vector(v128.loadSplat64(0), column)));
  overColumn(f, column, 32, (at) => {
    f.emit(...sums.map((sum, k) => set(sum, o.add(local("v128", sum), fromCentre(at, k)))));
  });
  f.emit(set(total, folded(sums)));
  const share = expression("f64", f64.divide, local("f64", total), expression("f64", f64.constant(blockSize)));
  f.emit(set(mean, expression("f64", f64.add, expression("f64", f64.load(0), column), share)));
  f.emit(set(centre, vector(f64x2.splat, local("f64", mean))));
  overColumn(f, column, 32, (at) => {
    const differences = sums.map((_, k) => fromCentre(at, k));
    f.emit(...squares.map((sum, k) => set(sum, o.add(local("v128", sum), o.multiply(differences[k], differences[k])))));
  });
  [local("f64", total), local("f64", mean), folded(squares)].forEach((value, k) => {
    f.emit({ operands: [result, value], code: f64.store(8 * k) });
  });
  return f;
}

/** (column): 1 where every value is finite. */
function finiteFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32"], ["i32"]);
  const check = new FiniteCheck(f, o);
  overColumn(f, f.parameter(0), 16 * pairsChecked, (at) => {
    f.emit(...pairsAt(at).flatMap((x, k) => check.of(x, k)));
  });
  f.emit({ operands: [expression("i32", i32.equalsZero, check.fails)], code: [] });
  return f;
}

/** (column): how many values are above zero; −1 where one is not finite. */
function hitsFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32"], ["i32"]);
  const count = f.local("v128");
  const check = new FiniteCheck(f, o);
  overColumn(f, f.parameter(0), 16 * pairsChecked, (at) => {
    for (const [k, x] of pairsAt(at).entries()) {
      // All ones are −1.
      const hit = vector(f64x2.greater, x, o.constant(0));
      f.emit(set(count, vector(i64x2.subtract, local("v128", count), hit)), ...check.of(x, k));
    }
  });
  f.emit({ operands: [integer(-1), countOf(count), check.fails], code: control.select });
  return f;
}

/** Pairs of draws in a round of a check: each has a sum of its own, since a sum waits for the one before. */
const pairsChecked = 4;
const pairsAt = (at: Expression) => Array.from({ length: pairsChecked }, (_, k) => loadPair(at, 16 * k));

/** Whether all values of a column are finite: x − x is 0 for those and NaN otherwise, and sums of it stay so. */
class FiniteCheck {
  private readonly o: VectorArithmetic;
  private readonly sums: readonly number[];

  constructor(f: FunctionBuilder, o: VectorArithmetic) {
    this.o = o;
    this.sums = Array.from({ length: pairsChecked }, () => f.local("v128"));
  }

  /** Looks at pair k of a round. */
  of(x: Expression, k: number): readonly Statement[] {
    const sum = this.sums[k];
    return [set(sum, this.o.add(local("v128", sum), this.o.subtract(x, x)))];
  }

  /** Not 0 where one was not. */
  get fails(): Expression {
    const sum = this.sums.map((one) => local("v128", one)).reduce((a, b) => this.o.add(a, b));
    return expression("i32", v128.anyTrue, vector(f64x2.notEqual, sum, sum));
  }
}

/** What has been counted in the two halves of a vector. */
function countOf(count: number): Expression {
  const lower = (k: number) => expression("i32", i32x4.lane(2 * k), local("v128", count));
  return expression("i32", i32.add, lower(0), lower(1));
}

/** (column, divisor): see `BlockSums.divided`. */
function dividedFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32"]);
  const apart = f.local("i32");
  f.emit(set(apart, expression("i32", i32.subtract, f.parameter(1), f.parameter(0))));
  overColumn(f, f.parameter(0), 16, (at) => {
    const x = loadPair(at);
    const difference = o.subtract(x, x);
    // x − x is 0 for finite x alone, and all ones are a NaN.
    const finite = vector(v128.and, x, vector(f64x2.equal, difference, o.constant(0)));
    const positive = vector(f64x2.greater, loadPair(addInteger(at, local("i32", apart))), o.constant(0));
    const nan = vector(v128.andNot, vector(f64x2.equal, o.constant(0), o.constant(0)), positive);
    f.emit({ operands: [at, vector(v128.or, finite, nan)], code: v128.store(0) });
  });
  return f;
}

/**
 * (column, counts, stride): adds the values of even draws to counts and those of odd draws to the ones `stride` bytes on. Two rows,
 * since equal values follow on each other, and a count that was just stored is slow to read.
 */
function tallyFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32"]);
  const words = f.local("v128");
  const cells = [f.local("i32"), f.local("i32")];
  overColumn(f, f.parameter(0), 16, (at) => {
    f.emit(set(words, o.add(loadPair(at), o.constant(wordMaker))));
    cells.forEach((cell, k) => {
      const number = expression("i32", i32x4.lane(2 * k), local("v128", words));
      const row = k === 0 ? f.parameter(1) : addInteger(f.parameter(1), f.parameter(2));
      f.emit(set(cell, addInteger(row, expression("i32", i32.shiftLeft, number, integer(2)))));
      const more = addInteger(expression("i32", i32.load(0), local("i32", cell)), integer(1));
      f.emit({ operands: [local("i32", cell), more], code: i32.store(0) });
    });
  });
  return f;
}

/** (column, result): see `BlockSums.signs`. */
function signsFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32"]);
  const [column, result] = [f.parameter(0), f.parameter(1)];
  const losses = [f.local("v128"), f.local("v128")];
  const [below, above] = [f.local("v128"), f.local("v128")];
  overColumn(f, column, 32, (at) => {
    losses.forEach((sum, k) => {
      const x = loadPair(at, 16 * k);
      const count = (to: number, sign: Expression): Statement =>
        set(to, vector(i64x2.subtract, local("v128", to), sign));
      f.emit(
        set(sum, o.add(local("v128", sum), vector(f64x2.pseudoMin, o.constant(0), x))),
        count(below, vector(f64x2.less, x, o.constant(0))),
        count(above, vector(f64x2.greater, x, o.constant(0))),
      );
    });
  });
  const number = (count: number) => expression("f64", f64.convertSigned, countOf(count));
  store(f, result, [folded(losses), number(below), number(above)]);
  return f;
}

/** (column, result): see `BlockSums.extremes`. */
function extremesFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32"]);
  const [column, result] = [f.parameter(0), f.parameter(1)];
  const [least, greatest] = [f.local("v128"), f.local("v128")];
  const first = vector(v128.loadSplat64(0), column);
  f.emit(set(least, first), set(greatest, first));
  overColumn(f, column, 16, (at) => {
    const x = loadPair(at);
    f.emit(set(least, o.min(local("v128", least), x)), set(greatest, o.max(local("v128", greatest), x)));
  });
  const lane = (value: number, k: number) => expression("f64", f64x2.lane(k), local("v128", value));
  store(f, result, [
    expression("f64", f64.min, lane(least, 0), lane(least, 1)),
    expression("f64", f64.max, lane(greatest, 0), lane(greatest, 1)),
  ]);
  return f;
}

/**
 * (column, edge): see `BlockSums.beyond`, the sum one value after the other. What does not lie beyond adds 0, which changes no sum:
 * it begins at 0 and is never −0.
 */
function beyondFunction(nearer: typeof f64.min | typeof f64.max): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "f64"], ["f64"]);
  const sum = f.local("f64");
  overColumn(f, f.parameter(0), 32, (at) => {
    for (let k = 0; k < 4; k++) {
      const distance = expression("f64", f64.subtract, expression("f64", f64.load(8 * k), at), f.parameter(1));
      const beyond = expression("f64", nearer, distance, expression("f64", f64.constant(0)));
      f.emit(set(sum, expression("f64", f64.add, local("f64", sum), beyond)));
    }
  });
  f.emit({ operands: [local("f64", sum)], code: [] });
  return f;
}

/** Numbers one after the other at an address. */
function store(f: FunctionBuilder, at: Expression, values: readonly Expression[]): void {
  values.forEach((value, k) => {
    f.emit({ operands: [at, value], code: f64.store(8 * k) });
  });
}

/**
 * (column, counts, marks, into, low, bins per unit, last bin): adds every value's bin to the counts, and stores the values whose
 * bin is marked with 8, in order; gives their number of bytes. Every value is stored, and the place moves on by its mark: so there is
 * no branch that random data would send either way.
 */
function spreadFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32", "i32", "f64", "f64", "f64"], ["i32"]);
  const [counts, marks, into] = [1, 2, 3].map((k) => f.parameter(k));
  const [low, perUnit, last] = [4, 5, 6].map((k) => spread(f, k));
  const place = f.local("i32");
  const pair = f.local("v128");
  const bins = f.local("v128");
  const bin = [f.local("i32"), f.local("i32")];
  f.emit(set(place, into));
  overColumn(f, f.parameter(0), 16, (at) => {
    f.emit(set(pair, loadPair(at)));
    const scaled = o.multiply(o.subtract(local("v128", pair), low), perUnit);
    const inside = vector(f64x2.pseudoMin, last, vector(f64x2.pseudoMax, o.constant(0), scaled));
    f.emit(set(bins, o.add(o.floor(inside), o.constant(wordMaker))));
    f.emit(...bin.map((own, k) => set(own, expression("i32", i32x4.lane(2 * k), local("v128", bins)))));
    bin.forEach((own, k) => {
      const number = local("i32", own);
      const cell = addInteger(counts, expression("i32", i32.shiftLeft, number, integer(2)));
      const more = addInteger(expression("i32", i32.load(0), cell), integer(1));
      const value = expression("f64", f64x2.lane(k), local("v128", pair));
      const mark = expression("i32", i32.loadByte(0), addInteger(marks, number));
      f.emit({ operands: [cell, more], code: i32.store(0) });
      f.emit({ operands: [local("i32", place), value], code: f64.store(0) });
      f.emit(set(place, addInteger(local("i32", place), mark)));
    });
  });
  f.emit({ operands: [expression("i32", i32.subtract, local("i32", place), into)], code: [] });
  return f;
}
