import { move, transferableSymbol, valueSymbol } from "piscina";
import type { Partial } from "../engine/summary/partial.ts";
import type { FromWorker } from "./protocol.ts";

/** Marks an answer so that the memory of its large arrays moves to the other thread; everything else in it is small and is copied. */
export function withMovedColumns(answer: FromWorker): unknown {
  if (answer.type !== "done") return answer;
  const owned = largeArrays(answer.result.partial).filter((array) => array.byteLength === array.buffer.byteLength);
  const buffers = [...new Set(owned.map((array) => array.buffer))];
  return move({ [transferableSymbol]: buffers, [valueSymbol]: answer });
}

function largeArrays({ columns, spread, gathered }: Partial): readonly (Float64Array | Int32Array)[] {
  const runs = [...(spread?.gathered.flat() ?? []), ...(gathered?.flatMap((part) => part.runs) ?? [])];
  return [...columns, ...(spread?.counts ?? []), ...runs.map(({ values }) => values)];
}
