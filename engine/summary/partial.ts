/**
 * What a run of blocks adds to a result: a value that merges. Everything in it is typed arrays and plain data, so it crosses to
 * other threads and can be stored.
 */
export interface Partial {
  readonly firstBlock: number;
  readonly blocks: number;
  /** Moments per replicate as the maximal dyadic nodes of that replicate's block numbers. */
  readonly moments: readonly MomentNode[];
  /** Hits of `test` outputs: [replicate][test], row-major. */
  readonly hits: Float64Array;
  /** Values of `year` outputs: [replicate][output][0 … years], row-major. */
  readonly years: Float64Array;
  /** Failed draws per replicate. */
  readonly failed: Float64Array;
  /** The first failed draws of the run of blocks, ascending, at most 10. */
  readonly firstFailed: readonly number[];
  /**
   * Kept columns, one per `figure` or `ratio` output in declared order, or those of them that were asked for; blocks · 1024
   * values, NaN for failed draws.
   */
  readonly columns: readonly Float64Array[];
}

/** Moments of all kept-moment outputs over the blocks [index·2^level, (index+1)·2^level) of one replicate. */
export interface MomentNode {
  readonly replicate: number;
  readonly level: number;
  readonly index: number;
  /** count, mean, m2 (sum of squared deviations) per output. */
  readonly values: Float64Array;
}
