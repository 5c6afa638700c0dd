import type { BinScale } from "./bins.ts";

/** What of the draws a partial shall hold. */
export interface Keeping {
  /** Which of `layout.kept` have their columns in the partial; absent: none. */
  readonly columns?: readonly number[];
  /** How kept outputs are sorted into bins, in their order; absent: not at all. */
  readonly spread?: readonly SpreadSetting[];
  /** A second pass over the same draws: what merges is then left out, so that nothing counts twice. */
  readonly again?: { readonly gather: readonly GatherSetting[] };
}

export interface SpreadSetting {
  readonly scale: BinScale;
  /** Not 0 for bins whose values are gathered; absent: none. */
  readonly marked?: Uint8Array;
  /** Whether the least and the greatest value are wanted. */
  readonly extremes: boolean;
  /** Whether many values are equal, and bins that hold a single one are watched for. */
  readonly tied: boolean;
}

export interface GatherSetting {
  /** Place in `layout.kept`. */
  readonly kept: number;
  readonly scale: BinScale;
  readonly marked: Uint8Array;
  /** Values below this edge, or from it on, are summed by their distance from it; ±∞ where none are. */
  readonly tail: "low" | "high";
  readonly beyond: number;
}
