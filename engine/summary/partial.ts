/**
 * What some blocks add to a result: a value that merges. Everything in it is typed arrays and plain data, so it crosses to
 * other threads and can be stored.
 */
export interface Partial {
  /** Moments per replicate as the maximal dyadic nodes of that replicate's block numbers. */
  readonly moments: readonly MomentNode[];
  /** Sums of what is below zero per kept output, in the same way. */
  readonly losses: readonly MomentNode[];
  /** Hits of `test` outputs: [replicate][test], row-major. */
  readonly hits: Float64Array;
  /** Values of `year` outputs: [replicate][output][0 … years], row-major. */
  readonly years: Float64Array;
  /** Failed draws per replicate. */
  readonly failed: Float64Array;
  /** The first failed draws of these blocks, ascending, at most 10. */
  readonly firstFailed: readonly number[];
  /** Kept columns that were asked for: the values of the task's blocks one after the other, NaN for failed draws. */
  readonly columns: readonly Float64Array[];
  /** How the values of kept outputs spread, where that was asked for. */
  readonly spread?: SpreadPart;
  /** What a second pass gathered, by its order of outputs. */
  readonly gathered?: readonly GatheredPart[];
}

/** Sums of all outputs over the blocks [index·2^level, (index+1)·2^level) of one replicate. */
export interface MomentNode {
  readonly replicate: number;
  readonly level: number;
  readonly index: number;
  /** Moments: count, mean, m2 (sum of squared deviations) per output. */
  readonly values: Float64Array;
}

/** Values that one run of a replicate's blocks put into marked bins. */
export interface GatheredRun {
  readonly replicate: number;
  /** Number of the first block within its replicate. */
  readonly firstIndex: number;
  /** In order of draws. */
  readonly values: Float64Array;
  /** How many of them each block gave. */
  readonly perBlock: Uint16Array;
}

/** How the values of kept outputs spread over bins, per replicate. */
export interface SpreadPart {
  /** Of the rows that follow. */
  readonly replicates: readonly number[];
  /** By row: [kept output][bin]. Signed, since V8 adds to these in half the time. */
  readonly counts: readonly Int32Array[];
  /** [row][kept output]: draws below zero and above zero. */
  readonly below: Float64Array;
  readonly above: Float64Array;
  /** Per kept output, of all rows. */
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  /** Per kept output. */
  readonly gathered: readonly (readonly GatheredRun[])[];
  /** Per kept output; absent where no ties are watched for. */
  readonly ties: readonly (Ties | undefined)[];
}

/** Of each bin its first value (NaN: none yet), and whether another one came. */
export interface Ties {
  readonly first: Float64Array;
  readonly mixed: Uint8Array;
}

/** A second pass over one output. */
export interface GatheredPart {
  readonly runs: readonly GatheredRun[];
  /** Sums of the distances from `beyond` of the values that lie beyond it, one number per node. */
  readonly tails: readonly MomentNode[];
}
