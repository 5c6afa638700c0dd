import type { Elementary } from "../../../numeric/programs/tailDraws.ts";
import { type Expression, expression, integer, local, type Statement, set } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { control, i32, v128 } from "../../wasm/instructions.ts";
import { type Layout, mostStages, stageDraws } from "../layout.ts";
import { addInteger, loadPair, overColumn, spread } from "./parts.ts";
import { stageIndex } from "./stageFunctions.ts";

const inStep = 2;
const stageBytes = 8 * stageDraws;

/** What goes into a stage: the index of its function, a value for each pair of draws. */
interface Stage {
  readonly index: number;
  readonly pairs: Expression[];
}

/**
 * (column, parameters …): scores become values by a form that calls elementary functions. Each of these is a stage of its own,
 * which some hundred draws pass together: a stage has few values to hold, so that several pairs of draws are worked on in step,
 * and its code stands in the module once for all forms.
 */
export function stagedForm(
  layout: Layout,
  parameters: number,
  draw: (f: Elementary<Expression>, z: Expression, parameters: readonly Expression[]) => Expression,
): FunctionBuilder {
  const f = new FunctionBuilder(["i32", ...Array.from({ length: parameters }, () => "f64" as const)]);
  const values = Array.from({ length: parameters }, (_, k) => spread(f, k + 1));
  const [draws, kept] = [f.local("i32"), f.local("i32")].map((index) => ({ index, at: local("i32", index) }));
  const scores = Array.from({ length: inStep }, (_, pair) => loadPair(draws.at, 16 * pair));
  const stages: Stage[] = [];
  const results = scores.map((z, pair) => {
    let next = 0;
    const staged = (index: number) => (x: Expression) => {
      const k = next++;
      stages[k] ??= { index, pairs: [] };
      stages[k].pairs.push(x);
      return loadPair(kept.at, stageBytes * k + 16 * pair);
    };
    const { exp, ln, normalTail } = stageIndex;
    return draw({ exp: staged(exp), ln: staged(ln), normalTail: staged(normalTail) }, z, values);
  });
  if (stages.length > mostStages) throw new Error("a form of draws has too many stages");

  overColumn(f, f.parameter(0), stageBytes, (tile) => {
    const overTile = (body: readonly (readonly Statement[])[]) => {
      f.emit(set(draws.index, tile), set(kept.index, integer(layout.stages)));
      f.loop(() => {
        f.emitInStep(body);
        for (const { index, at } of [draws, kept]) f.emit(set(index, addInteger(at, integer(16 * inStep))));
        return expression("i32", i32.lessUnsigned, kept.at, integer(layout.stages + stageBytes));
      });
    };
    const stored = (at: Expression, offset: number, pairs: readonly Expression[]) =>
      pairs.map((x, pair) => [{ operands: [at, x], code: v128.store(offset + 16 * pair) }]);
    for (const [k, { index, pairs }] of stages.entries()) {
      const to = integer(layout.stages + stageBytes * k);
      const ofScores = pairs.every((x, pair) => x === scores[pair]);
      if (!ofScores) overTile(stored(kept.at, stageBytes * k, pairs));
      f.emit({ operands: [ofScores ? tile : to, to], code: control.call(index) });
    }
    overTile(stored(draws.at, 0, results));
  });
  return f;
}
