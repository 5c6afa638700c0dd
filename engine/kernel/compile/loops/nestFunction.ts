import type { Statement } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { Cursor } from "./cursor.ts";
import { NestMemory } from "./memory.ts";
import type { Nest } from "./nest.ts";
import { type NestContext, PairOfDraws } from "./pairOfDraws.ts";

/** Runs a nest for the draws that start `parameter 0` bytes into every column. */
export function nestFunction(context: NestContext, nest: Nest): FunctionBuilder {
  const f = new FunctionBuilder(["i32"], [], nest.loops.length > 0);
  const cursor = new Cursor(f, nest.loops);
  const memory = new NestMemory(f, cursor, context.storage, context.layout, context.o);
  const pairs = Array.from(
    { length: context.storage.cellBytes / 16 },
    (_, pair) => new PairOfDraws(context, f, cursor, memory, pair),
  );
  for (const pair of pairs) for (const step of nest.steps) pair.step(step);
  const all = (pick: (pair: PairOfDraws) => readonly Statement[]) => f.emit(...pairs.flatMap(pick));
  cursor.write(
    0,
    () => {
      f.emit(...memory.prepared);
      f.emitInStep(pairs.map(({ inCell }) => inCell));
    },
    (level) => {
      all(({ beforeLoop }) => beforeLoop.get(level) ?? []);
      if (pairs.some(({ beforeCells }) => beforeCells.has(level)))
        cursor.write(level + 1, () => all(({ beforeCells }) => beforeCells.get(level) ?? []));
    },
    (level) => all(({ afterLoop }) => afterLoop.get(level) ?? []),
  );
  return f;
}
