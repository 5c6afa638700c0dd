import { blockSize } from "../../design/plan.ts";
import { type Expression, expression, local, set } from "../wasm/expression.ts";
import { FunctionBuilder } from "../wasm/function.ts";
import { f64, f64x2, i32, i32x4, i64x2, v128 } from "../wasm/instructions.ts";
import { loadPair, overColumn, vector } from "./draws/parts.ts";
import type { VectorArithmetic } from "./vector.ts";

/** Functions that sum up a column, by the names under which they are exported. */
export function sumFunctions(o: VectorArithmetic): Readonly<Record<string, FunctionBuilder>> {
  return { moments: momentsFunction(o), finite: finiteFunction(o), hits: hitsFunction(o) };
}

/** Bytes that `moments` writes: the sum of the differences from the first value, mean, m2. */
export const momentsBytes = 24;

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

/** (column): 1 where every value is finite: x − x is 0 for those and NaN otherwise. */
function finiteFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32"], ["i32"]);
  const check = f.local("v128");
  overColumn(f, f.parameter(0), 16, (at) => {
    const value = loadPair(at);
    f.emit(set(check, o.add(local("v128", check), o.subtract(value, value))));
  });
  const wrong = vector(f64x2.notEqual, local("v128", check), local("v128", check));
  f.emit({ operands: [expression("i32", i32.equalsZero, expression("i32", v128.anyTrue, wrong))], code: [] });
  return f;
}

/** (column): how many values are above zero. */
function hitsFunction(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32"], ["i32"]);
  const count = f.local("v128");
  overColumn(f, f.parameter(0), 16, (at) => {
    // All ones are −1.
    const hit = vector(f64x2.greater, loadPair(at), o.constant(0));
    f.emit(set(count, vector(i64x2.subtract, local("v128", count), hit)));
  });
  const lower = (k: number) => expression("i32", i32x4.lane(2 * k), local("v128", count));
  f.emit({ operands: [expression("i32", i32.add, lower(0), lower(1))], code: [] });
  return f;
}
