import type { CountOperation, GraphNode, ModelGraph } from "../../model/graph.ts";
import type { Shape } from "../shape.ts";

/** Operations of a node for one cell of the axes that it is worked out over. What only picks or moves cells is no work. */
export function operationsPerCell(node: GraphNode): number {
  switch (node.op) {
    case "parameter":
    case "constant":
    case "input":
    case "index":
    case "stack":
    case "shift":
    case "at":
      return 0;
    case "scan":
      return node.body.filter(({ op }) => op !== "operand" && op !== "state").length;
    default:
      return 1;
  }
}

/** The axes that a node is worked out over. */
export const workAxes = (node: GraphNode, id: number, { axes }: Shape): readonly string[] =>
  node.op === "reduce" ? axes[node.a] : axes[id];

/** Operations on a draw that a graph stands for when each cell of its axes is written out. */
export function operationsOf(graph: ModelGraph, shape: Shape): number {
  let sum = 0;
  graph.nodes.forEach((node, id) => {
    if (shape.needed[id] && shape.varies[id]) sum += operationsPerCell(node) * shape.cells(workAxes(node, id, shape));
  });
  return sum;
}

/** Long functions that a module leaves empty where its graph calls them nowhere. */
export type LongFunction = CountOperation | "power";

/** Which of the long functions a graph calls. */
export function longFunctionsOf(graph: ModelGraph): ReadonlySet<LongFunction> {
  const called = new Set<LongFunction>();
  for (const node of graph.nodes)
    for (const step of node.op === "scan" ? node.body : [node]) {
      if (step.op === "count") called.add(step.by);
      else if (step.op === "power") called.add(step.op);
    }
  return called;
}
