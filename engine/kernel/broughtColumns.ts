import { blockSize } from "../design/plan.ts";
import { type BroughtColumns, plainColumns } from "../summary/broughtColumns.ts";
import { blockSumsPart } from "./compile/blockSums.ts";
import { columnStride } from "./compile/layout.ts";
import { Reservations } from "./compile/memory.ts";
import { summingInstance } from "./summing.ts";

/** Columns of a block whose values come from elsewhere, summed up as fast as this platform can. The sums are the same. */
export function broughtColumns(count: number): BroughtColumns {
  const kernel = summingInstance();
  if (kernel === undefined) return plainColumns(count);
  const memory = new Reservations(0);
  const addresses = Array.from({ length: count }, () => memory.reserve(columnStride));
  const sums = blockSumsPart({ kept: [...addresses.keys()], mostYears: 0 }, addresses, memory);
  memory.settle(kernel.memory);
  const { buffer } = kernel.memory;
  return { columns: addresses.map((at) => new Float64Array(buffer, at, blockSize)), sums: sums(kernel) };
}
