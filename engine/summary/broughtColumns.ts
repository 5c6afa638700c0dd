import { blockSize } from "../design/plan.ts";
import type { BlockSums } from "./blockSums.ts";
import { columnSums } from "./columnSums.ts";

/** Columns to be filled with values of a block, and their sums. */
export interface BroughtColumns {
  readonly columns: readonly Float64Array[];
  readonly sums: BlockSums;
}

/** Summed up by loops in JavaScript. */
export function plainColumns(count: number): BroughtColumns {
  const columns = Array.from({ length: count }, () => new Float64Array(blockSize));
  return { columns, sums: columnSums(columns) };
}
