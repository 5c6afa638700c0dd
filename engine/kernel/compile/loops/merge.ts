import type { NodeId } from "../../../model/graph.ts";
import type { Loop, Nest, Step } from "./nest.ts";
import type { View } from "./views.ts";

/** A nest while nests are being planned. */
export interface OpenNest extends Nest {
  /** Equal for equal loops. */
  readonly key: string;
  readonly steps: Step[];
  operations: number;
}

/**
 * Moves the steps of a nest to the first later one that reads what it makes, where that one has the same loops: what was put
 * early because nothing held it back then never goes through memory.
 *
 * @param staysBehind whether a nest over the loops may make the source of the view itself
 * @param longest operations of a body at most
 */
export function mergeNests(
  nests: readonly OpenNest[],
  reads: (step: Step) => readonly View[],
  staysBehind: (view: View, loops: readonly Loop[]) => boolean,
  longest: number,
): readonly OpenNest[] {
  const merged = [...nests];
  for (let k = merged.length - 2; k >= 0; k--) {
    const early = merged[k];
    if (early.steps.some(({ does }) => does !== "compute")) continue;
    const made = new Set<NodeId | undefined>(
      early.steps.flatMap((step) => (step.does === "compute" ? [step.node] : [])),
    );
    const readsOfMade = (nest: OpenNest) => nest.steps.flatMap(reads).filter(({ source }) => made.has(source));
    const reader = merged.findIndex((nest, place) => place > k && readsOfMade(nest).length > 0);
    if (reader < 0) continue;
    const late = merged[reader];
    const fits = late.key === early.key && late.operations + early.operations <= longest;
    if (!fits || !readsOfMade(late).every((view) => staysBehind(view, late.loops))) continue;
    late.steps.unshift(...early.steps);
    late.operations += early.operations;
    merged.splice(k, 1);
  }
  return merged;
}
