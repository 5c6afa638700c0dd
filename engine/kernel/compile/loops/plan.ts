import { operandsOf } from "../../../model/axes.ts";
import type { GraphNode, ModelGraph, NodeId } from "../../../model/graph.ts";
import { type Shape, stridesOf } from "../../shape.ts";
import { operationsPerCell, workAxes } from "../work.ts";
import { mergeNests, type OpenNest } from "./merge.ts";
import type { Loop, Nest, Step } from "./nest.ts";
import { stackParts } from "./stacks.ts";
import { type View, viewsOf } from "./views.ts";

export interface LoopPlan {
  readonly graph: ModelGraph;
  readonly shape: Shape;
  readonly views: readonly View[];
  readonly nests: readonly Nest[];
  /** Nest by the end of which a node has its values. */
  readonly madeIn: ReadonlyMap<NodeId, number>;
  /** Columns of outputs: the node of each. */
  readonly columns: readonly NodeId[];
}

/** Operations of a body at most: more need more values at hand than a processor has registers. */
const longestBody = 48;

/**
 * Puts every node that the outputs need into a nest of loops over its axes: the earliest one over the same axes in which all
 * that it reads is there, so that what is used cell by cell never goes through memory.
 */
export function planLoops(graph: ModelGraph, shape: Shape, longest = longestBody): LoopPlan {
  const views = viewsOf(graph, shape);
  const nests: OpenNest[] = [];
  const madeIn = new Map<NodeId, number>();
  const over = (axes: readonly string[]): readonly Loop[] =>
    axes.map((axis) => ({ axis, from: 0, to: shape.size(axis) }));

  /** The first nest that may read a view in each cell of the loops. */
  const readable = (view: View, loops: readonly Loop[]): number => {
    const made = view.source === undefined ? undefined : madeIn.get(view.source);
    if (made === undefined) return 0;
    return nests[made].key === keyOf(loops) && staysBehind(view, loops, graph, shape) ? made : made + 1;
  };
  const put = (step: Step, loops: readonly Loop[], reads: readonly View[], operations: number): number => {
    const earliest = Math.max(0, ...reads.map((view) => readable(view, loops)));
    const key = keyOf(loops);
    for (let k = earliest; k < nests.length; k++) {
      const nest = nests[k];
      if (nest.key !== key || nest.operations + operations > longest) continue;
      nest.steps.push(step);
      nest.operations += operations;
      return k;
    }
    return nests.push({ key, loops, steps: [step], operations }) - 1;
  };

  graph.nodes.forEach((node, id) => {
    if (!shape.needed[id] || !shape.varies[id] || views[id].source !== id || node.op === "input") return;
    if (node.op === "stack") {
      let last = 0;
      for (const { loops, ...part } of stackParts(node, id, views, shape))
        last = Math.max(last, put({ does: "stack", ...part }, loops, [part.item], 1));
      madeIn.set(id, last);
      return;
    }
    const loops = over(workAxes(node, id, shape));
    madeIn.set(id, put({ does: "compute", node: id }, loops, viewsRead(node, views), operationsPerCell(node)));
  });
  const wanted = graph.outputs.map(({ node }) => node).concat(graph.logWeight ?? []);
  const columns = [...new Set(wanted)].filter((node) => shape.varies[node] && graph.nodes[node].op !== "input");
  columns.forEach((node, column) => {
    // What has values of its own leaves them in its column at once.
    if (views[node].source !== node) put({ does: "output", from: views[node], column }, [], [views[node]], 1);
  });
  const reads = (step: Step) => stepReads(step, graph, views);
  const merged = mergeNests(nests, reads, (view, loops) => staysBehind(view, loops, graph, shape), longest);
  return { graph, shape, views, nests: merged, madeIn: lastMade(merged), columns };
}

const keyOf = (loops: readonly Loop[]) => loops.map(({ axis, from, to }) => `${axis} ${from} ${to}`).join();

/**
 * Whether a nest over these loops that makes the source of a view, cell by cell, has made the cell that the view reads by the
 * time it comes to a cell: the same one or one before it.
 */
function staysBehind(
  { source, offset, strides }: View,
  loops: readonly Loop[],
  graph: ModelGraph,
  shape: Shape,
): boolean {
  if (source === undefined || offset > 0) return false;
  const { op } = graph.nodes[source];
  if (op === "reduce" || op === "stack" || op === "input") return false;
  const own = stridesOf(shape.axes[source], shape.size);
  return own.size === loops.length && [...own].every(([axis, stride]) => strides.get(axis) === stride);
}

function lastMade(nests: readonly Nest[]): ReadonlyMap<NodeId, number> {
  const made = new Map<NodeId, number>();
  nests.forEach(({ steps }, k) => {
    for (const step of steps) if (step.does !== "output") made.set(step.node, k);
  });
  return made;
}

/** What a step reads. */
export const readsOf = (step: Step, { graph, views }: LoopPlan): readonly View[] => stepReads(step, graph, views);

function stepReads(step: Step, graph: ModelGraph, views: readonly View[]): readonly View[] {
  if (step.does === "compute") return viewsRead(graph.nodes[step.node], views);
  return [step.does === "stack" ? step.item : step.from];
}

const viewsRead = (node: GraphNode, views: readonly View[]): readonly View[] =>
  operandsOf(node).map((operand) => views[operand]);
