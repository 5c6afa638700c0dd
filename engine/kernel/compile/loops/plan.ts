import { operandsOf } from "../../../model/axes.ts";
import type { GraphNode, ModelGraph, NodeId } from "../../../model/graph.ts";
import { type Shape, stridesOf } from "../../shape.ts";
import { operationsPerCell, workAxes } from "../work.ts";
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

interface OpenNest {
  readonly key: string;
  readonly loops: readonly Loop[];
  readonly steps: Step[];
  operations: number;
}

/**
 * Puts every node that the outputs need into a nest of loops over its axes: the earliest one over the same axes in which all
 * that it reads is there, so that what is used cell by cell never goes through memory.
 */
export function planLoops(graph: ModelGraph, shape: Shape, longest = longestBody): LoopPlan {
  const views = viewsOf(graph, shape);
  const nests: OpenNest[] = [];
  const madeIn = new Map<NodeId, number>();
  const keyOf = (loops: readonly Loop[]) => loops.map(({ axis, from, to }) => `${axis} ${from} ${to}`).join();
  const over = (axes: readonly string[]): readonly Loop[] =>
    axes.map((axis) => ({ axis, from: 0, to: shape.size(axis) }));

  /** The first nest that may read a view in each cell of the loops. */
  const readable = ({ source, offset, strides }: View, loops: readonly Loop[]): number => {
    const made = source === undefined ? undefined : madeIn.get(source);
    if (source === undefined || made === undefined) return 0;
    // Cells before the present one have been worked out, by nodes that leave one value in each cell of these loops.
    const reached = leavesEachCell(graph.nodes[source]) && nests[made].key === keyOf(loops) && offset <= 0;
    const own = stridesOf(shape.axes[source], shape.size);
    const same = own.size === loops.length && [...own].every(([axis, stride]) => strides.get(axis) === stride);
    return reached && same ? made : made + 1;
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
  return { graph, shape, views, nests, madeIn, columns };
}

/** What a step reads. */
export function readsOf(step: Step, { graph, views }: LoopPlan): readonly View[] {
  if (step.does === "compute") return viewsRead(graph.nodes[step.node], views);
  return [step.does === "stack" ? step.item : step.from];
}

const viewsRead = (node: GraphNode, views: readonly View[]): readonly View[] =>
  operandsOf(node).map((operand) => views[operand]);

function leavesEachCell(node: GraphNode): boolean {
  return node.op !== "reduce" && node.op !== "stack" && node.op !== "input";
}
