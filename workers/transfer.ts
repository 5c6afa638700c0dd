import { move, transferableSymbol, valueSymbol } from "piscina";
import type { FromWorker } from "./protocol.ts";

/** Marks an answer so that the memory of its columns moves to the other thread; everything else in it is small and is copied. */
export function withMovedColumns(answer: FromWorker): unknown {
  if (answer.type !== "done") return answer;
  const owned = answer.result.partial.columns.filter((column) => column.byteLength === column.buffer.byteLength);
  const buffers = [...new Set(owned.map((column) => column.buffer))];
  return move({ [transferableSymbol]: buffers, [valueSymbol]: answer });
}
