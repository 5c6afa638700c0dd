import { expression, integer, local, set } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { f64x2, i32, v128 } from "../../wasm/instructions.ts";
import { addInteger, loadPair, overColumn, vector } from "./parts.ts";

/** Bytes of one term: the address of a column, then its coefficient. */
export const mixTermBytes = 16;

/** Pairs of draws summed before the terms are read again. */
const pairsAtOnce = 4;

/**
 * (column, terms, end): the scores of a member of a correlated group become the sum of the terms, first to last, its own the
 * last; at least two terms. See `dependence/gaussian.ts`.
 */
export function mixFunction(): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32"]);
  const offset = f.local("i32");
  const term = f.local("i32");
  const source = f.local("i32");
  const factor = f.local("v128");
  const sums = Array.from({ length: pairsAtOnce }, () => f.local("v128"));
  const termAt = local("i32", term);
  const readTerm = () =>
    f.emit(
      set(source, addInteger(expression("i32", i32.load(0), termAt), local("i32", offset))),
      set(factor, vector(v128.loadSplat64(8), termAt)),
    );
  const product = (pair: number) =>
    vector(f64x2.multiply, local("v128", factor), loadPair(local("i32", source), 16 * pair));
  overColumn(f, f.parameter(0), 16 * pairsAtOnce, (at) => {
    f.emit(set(offset, expression("i32", i32.subtract, at, f.parameter(0))), set(term, f.parameter(1)));
    readTerm();
    f.emit(...sums.map((sum, pair) => set(sum, product(pair))));
    f.loop(() => {
      f.emit(set(term, addInteger(termAt, integer(mixTermBytes))));
      readTerm();
      f.emit(...sums.map((sum, pair) => set(sum, vector(f64x2.add, local("v128", sum), product(pair)))));
      return expression("i32", i32.lessUnsigned, addInteger(termAt, integer(mixTermBytes)), f.parameter(2));
    });
    f.emit(...sums.map((sum, pair) => ({ operands: [at, local("v128", sum)], code: v128.store(16 * pair) })));
  });
  return f;
}
