/** Draws of inputs and outputs, from a run or from elsewhere: what every method reads that needs no design of its own. */
export interface Sample {
  readonly inputs: readonly { readonly name: string; readonly values: Float64Array }[];
  /** NaN where a draw failed; then all outputs are, and the inputs of that draw may be. */
  readonly outputs: readonly {
    readonly id: string;
    readonly kind: "number" | "chance";
    /** None where it is not known, as of draws from elsewhere. */
    readonly unit?: string;
    readonly values: Float64Array;
  }[];
  readonly replicates: Replicates;
}

/** Parts of the draws that are independent of each other: errors come from how they differ. */
export interface Replicates {
  readonly count: number;
  readonly of: (draw: number) => number;
}

/** Draws brought from elsewhere are taken to be independent: draw d belongs to batch d mod 64. */
export const stridedBatches: Replicates = { count: 64, of: (draw) => draw % 64 };
