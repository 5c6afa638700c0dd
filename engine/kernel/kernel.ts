import type { BlockSums } from "../summary/blockSums.ts";

export type KernelKind = "compiled" | "interpreted";

/**
 * Runs a model on one block of draws. There are two: the interpreter, which defines what a model means, and the compiled one,
 * which gives the same bits faster. Made from (graph, data, plan) by `interpret`.
 */
export interface Kernel {
  readonly kind: KernelKind;
  /**
   * Columns of the kernel's own, one per output of the graph: given to `run`, they are filled without being copied. Whoever ran
   * the block may overwrite them.
   */
  readonly columns: readonly Float64Array[];
  /** Sums over the kernel's own columns, as the last run filled them and nobody has changed since. */
  readonly sums?: BlockSums;
  /** Fills `columns[k]` (length 1024) with output k of the graph for the draws of block `block`. */
  run(block: number, columns: readonly Float64Array[]): void;
  /**
   * Fills `columns[i]` with the values of input i for the draws of a block. Absent where there are inputs that the kernel does
   * not make because no output depends on them.
   */
  inputs?(block: number, columns: readonly Float64Array[]): void;
  /** The log-weight of each draw of the block that was run last; absent where all weigh the same. */
  readonly logWeight?: Float64Array;
}
