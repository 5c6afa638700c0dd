import { operandsOf } from "../model/axes.ts";
import type { GraphNode, ModelGraph, NodeId, OutputDeclaration } from "../model/graph.ts";

/** The graph with these outputs alone and the nodes they need. Inputs stay declared, so that all draws are the same. */
export function onlyFor(graph: ModelGraph, outputs: readonly OutputDeclaration[]): ModelGraph {
  const wanted = outputs.map(({ node }) => node);
  const needed = neededBy(graph, graph.logWeight === undefined ? wanted : [...wanted, graph.logWeight]);
  const nodes: GraphNode[] = [];
  const now: NodeId[] = [];
  graph.nodes.forEach((node, id) => {
    if (needed[id]) now[id] = nodes.push(withOperands(node, (operand) => now[operand])) - 1;
  });
  const names = Object.entries(graph.names).flatMap(([id, name]) =>
    needed[Number(id)] ? [[now[Number(id)], name] as const] : [],
  );
  return {
    axes: graph.axes,
    inputs: graph.inputs,
    nodes,
    names: Object.fromEntries(names),
    outputs: outputs.map((output) => ({ ...output, node: now[output.node] })),
    ...(graph.logWeight === undefined ? {} : { logWeight: now[graph.logWeight] }),
  };
}

/** By node: whether one of some nodes depends on it. */
export function neededBy(graph: ModelGraph, wanted: readonly NodeId[]): readonly boolean[] {
  const needed = graph.nodes.map(() => false);
  for (const figure of wanted) needed[figure] = true;
  for (let id = needed.length - 1; id >= 0; id--)
    if (needed[id]) for (const operand of operandsOf(graph.nodes[id])) needed[operand] = true;
  return needed;
}

/** A node that reads other nodes than before. */
export function withOperands(node: GraphNode, to: (operand: NodeId) => NodeId): GraphNode {
  switch (node.op) {
    case "parameter":
    case "constant":
    case "input":
    case "index":
      return node;
    case "stack":
      return { ...node, items: node.items.map(to) };
    case "scan":
      return { ...node, operands: node.operands.map(to), initial: node.initial.map(to) };
    case "select":
      return { ...node, test: to(node.test), a: to(node.a), b: to(node.b) };
    case "count":
      return { ...node, of: node.of.map(to) };
    default:
      return "b" in node ? { ...node, a: to(node.a), b: to(node.b) } : { ...node, a: to(node.a) };
  }
}
