import { scaleFactor, stretchedScore, withSignOf } from "../../../numeric/programs/tScores.ts";
import type { Expression } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { v128 } from "../../wasm/instructions.ts";
import { elementaryCalls } from "../elementary.ts";
import type { VectorArithmetic } from "../vector.ts";
import { loadPair, overColumns, spread } from "./parts.ts";

/**
 * What makes scores of a t copula, beside the two tables; see `dependence/tScores.ts`:
 * - scaleFactors (column): h becomes e^(−h);
 * - stretchedScores (column, factors, places, ν, per q): mixed scores become y, and places the arguments of the table;
 * - signedScores (column, sizes): y become scores of these sizes.
 */
export function tScoreFunctions(o: VectorArithmetic): Readonly<Record<string, FunctionBuilder>> {
  const calls = elementaryCalls;
  const store = (at: Expression, value: Expression) => ({ operands: [at, value], code: v128.store(0) });

  const scaleFactors = new FunctionBuilder(["i32"]);
  overColumns(scaleFactors, [scaleFactors.parameter(0)], [16], ([at]) => {
    scaleFactors.emit(store(at, scaleFactor(o, calls, loadPair(at))));
  });

  const stretchedScores = new FunctionBuilder(["i32", "i32", "i32", "f64", "f64"]);
  const [nu, perQ] = [3, 4].map((k) => spread(stretchedScores, k));
  const [column, factors, places] = [0, 1, 2].map((k) => stretchedScores.parameter(k));
  overColumns(stretchedScores, [column, factors, places], [16, 16, 16], ([at, factor, place]) => {
    const y = o.multiply(loadPair(at), loadPair(factor));
    stretchedScores.emit(store(at, y), store(place, stretchedScore(o, calls, y, nu, perQ)));
  });

  const signedScores = new FunctionBuilder(["i32", "i32"]);
  overColumns(
    signedScores,
    [0, 1].map((k) => signedScores.parameter(k)),
    [16, 16],
    ([at, size]) => {
      signedScores.emit(store(at, withSignOf(o, loadPair(at), loadPair(size))));
    },
  );

  return { scaleFactors, stretchedScores, signedScores };
}
