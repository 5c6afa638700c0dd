import { squarePerDegree, stretchedScore, withSignOf } from "../../../numeric/programs/tScores.ts";
import { type Expression, integer } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { control, v128 } from "../../wasm/instructions.ts";
import { type Layout, stageDraws } from "../layout.ts";
import type { VectorArithmetic } from "../vector.ts";
import { loadPair, overColumn, overColumns, spread } from "./parts.ts";
import { stageIndex } from "./stageFunctions.ts";

const offsets = [0, 16];
const bytes = 16 * offsets.length;
const stageBytes = 8 * stageDraws;

const store = (at: Expression, offset: number, value: Expression) => ({
  operands: [at, value],
  code: v128.store(offset),
});

/**
 * What makes scores of a t copula, beside the two tables; see `dependence/tScores.ts`:
 * - scaleFactors (column): h becomes e^(−h);
 * - stretchedScores (column, factors, places, ν, per q): mixed scores become y, and places the arguments of the table;
 * - signedScores (column, sizes): y become scores of these sizes.
 *
 * Exponentials and logarithms are taken of some hundred draws at once, as in `stages.ts`: |h| is below 24, and y below 1e13.
 */
export function tScoreFunctions(o: VectorArithmetic, layout: Layout): Readonly<Record<string, FunctionBuilder>> {
  return { scaleFactors: scaleFactors(o, layout), stretchedScores: stretched(o, layout), signedScores: signed(o) };
}

function scaleFactors(o: VectorArithmetic, { stages }: Layout): FunctionBuilder {
  const f = new FunctionBuilder(["i32"]);
  overColumn(f, f.parameter(0), stageBytes, (tile) => {
    const negated = ([from, to]: readonly Expression[]) =>
      f.emit(...offsets.map((offset) => store(to, offset, o.negate(loadPair(from, offset)))));
    overColumns(f, [tile, integer(stages)], [bytes, bytes], negated, stageBytes);
    f.emit({ operands: [integer(stages), tile], code: control.call(stageIndex.exp) });
  });
  return f;
}

function stretched(o: VectorArithmetic, { stages }: Layout): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32", "i32", "f64", "f64"]);
  const [nu, perQ] = [3, 4].map((k) => spread(f, k));
  const kept = integer(stages);
  const tiles = [0, 1, 2].map((k) => f.parameter(k));
  overColumns(f, tiles, [stageBytes, stageBytes, stageBytes], ([column, factors, places]) => {
    const squares = ([at, factor, place, sum]: readonly Expression[]) =>
      f.emitInStep(
        offsets.map((offset) => {
          const y = o.multiply(loadPair(at, offset), loadPair(factor, offset));
          const r = squarePerDegree(o, y, nu);
          return [store(at, offset, y), store(place, offset, r), store(sum, offset, o.add(o.constant(1), r))];
        }),
      );
    overColumns(f, [column, factors, places, kept], [bytes, bytes, bytes, bytes], squares, stageBytes);
    f.emit({ operands: [kept, kept], code: control.call(stageIndex.ln) });
    const stretch = ([place, logarithm]: readonly Expression[]) =>
      f.emitInStep(
        offsets.map((offset) => {
          const [r, ln] = [loadPair(place, offset), loadPair(logarithm, offset)];
          return [store(place, offset, stretchedScore(o, r, ln, nu, perQ))];
        }),
      );
    overColumns(f, [places, kept], [bytes, bytes], stretch, stageBytes);
  });
  return f;
}

function signed(o: VectorArithmetic): FunctionBuilder {
  const f = new FunctionBuilder(["i32", "i32"]);
  const [column, sizes] = [0, 1].map((k) => f.parameter(k));
  overColumns(f, [column, sizes], [bytes, bytes], ([at, size]) => {
    f.emit(...offsets.map((offset) => store(at, offset, withSignOf(o, loadPair(at, offset), loadPair(size, offset)))));
  });
  return f;
}
