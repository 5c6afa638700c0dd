/**
 * Runs a model on one block of draws. There are two: the interpreter, which defines what a model means, and the compiled one,
 * which gives the same bits faster. Made from (graph, data, plan) by `interpret`.
 */
export interface Kernel {
  /** Fills `columns[k]` (length 1024) with output k of the graph for the draws of block `block`. */
  run(block: number, columns: readonly Float64Array[]): void;
  /** The log-weight of each draw of the block that was run last; absent where all weigh the same. */
  readonly logWeight?: Float64Array;
}
