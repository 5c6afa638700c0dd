import { operandsOf } from "./axes.ts";
import type { ModelGraph, NodeId } from "./graph.ts";

/** Paths of the inputs that a node depends on, in order. */
export function inputsOf(graph: ModelGraph, node: NodeId): readonly string[] {
  const reached = new Set([node]);
  for (let id = node; id >= 0; id--)
    if (reached.has(id)) for (const operand of operandsOf(graph.nodes[id])) reached.add(operand);
  const paths = graph.nodes.flatMap((own, id) =>
    reached.has(id) && own.op === "input" ? [graph.inputs[own.input].path] : [],
  );
  return [...new Set(paths)].sort();
}
