import type { DistributionSpec } from "../../engine/distributions/index.ts";
import type { Position } from "../../engine/issues.ts";
import type { Evidence, Text } from "../../engine/result/about.ts";

/** One part of a quantity that holds several: a segment, a programme year, a name in its formula. */
export interface ExplainedPart {
  readonly place: string;
  readonly title: Text;
  readonly unit: string;
  /** Base units in one of the shown. */
  readonly scale: number;
  /** Of a certain number. */
  readonly value?: number;
  /** Of an uncertain one. */
  readonly spec?: DistributionSpec;
}

/** What the ranks of two inputs have to do with each other; correlations are Spearman's. */
export interface ExplainedPair {
  /** The other one. */
  readonly place: string;
  readonly title: Text;
  /** What the file asks for, or what it was mended to. */
  readonly wanted: number;
  /** In the draws of an ordinary run: nearer to 0 where values are discrete. */
  readonly achieved: number;
  /** Lowest and highest that any dependence could have, where values are discrete. */
  readonly attainable?: readonly [number, number];
  /** Of a t copula: how often one is at its extreme given that the other is, in the limit. */
  readonly extremesMeet?: number;
}

/** How a quantity of a scenario was read. Numbers are in base units; `scale` leads to the unit that the file writes. */
export interface Explanation {
  readonly place: string;
  /** Path of its draws, where it is uncertain. */
  readonly input?: string;
  readonly title: Text;
  /** As written, in plain words; absent where only its parts are written. */
  readonly written?: Text;
  readonly unit: string;
  readonly scale: number;
  readonly at?: Position;
  /** What stands there in the file. */
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  readonly source?: Text;
  readonly evidence?: Evidence;
  readonly notes: readonly Text[];
  /** The quantity whose name stands here: it is that one that is explained. */
  readonly sameAs?: string;
  readonly formula?: string;
  readonly value?: number;
  readonly spec?: DistributionSpec;
  /** Of what each person or case has of its own, which `spec` then is. */
  readonly ownAmounts?: {
    /** So many are drawn one by one. */
    readonly oneByOne: number;
    /** Of a sum of so many that is matched by its moments: the largest error of a probability. Empty where it can't be. */
    readonly matched: readonly { readonly people: number; readonly error: number }[];
  };
  readonly parts: readonly ExplainedPart[];
  /** Absent where the quantity is drawn by itself. */
  readonly dependence?: {
    readonly degreesOfFreedom?: number;
    readonly with: readonly ExplainedPair[];
  };
}
