import type { NodeId } from "../../../model/graph.ts";
import type { View } from "./views.ts";

export interface Loop {
  readonly axis: string;
  /** First place, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Part of what a nest does in each cell. */
export type Step =
  /** Works out a node: an operation on its operands' cells, or a cell's part in a sum, a running sum, a scan. */
  | { readonly does: "compute"; readonly node: NodeId }
  /** Puts an item of a stack where it belongs. */
  | ({ readonly does: "stack" } & StackPart)
  /** Copies a cell to a column of outputs. */
  | { readonly does: "output"; readonly from: View; readonly column: number };

/** An item of a stack in its cells: the first `offset` cells on, `strides` from one value of an axis to the next. */
export interface StackPart {
  readonly node: NodeId;
  readonly item: View;
  readonly offset: number;
  readonly strides: ReadonlyMap<string, number>;
}

/** Loops, the outermost first, and what is done in each cell, in order. */
export interface Nest {
  readonly loops: readonly Loop[];
  readonly steps: readonly Step[];
}
