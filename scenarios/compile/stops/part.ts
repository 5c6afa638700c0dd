import type { NodeId } from "../../../engine/model/graph.ts";

/** Declares outputs of the result's own part, and gives their ids. */
export interface Part {
  readonly test: (name: string, node: NodeId) => string;
  readonly mean: (name: string, node: NodeId, unit: string) => string;
}

/** More decisions than these, and no further programme is run for each of them. */
export const mostStopped = 12;
