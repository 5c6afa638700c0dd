import type { GraphNode, ModelGraph, OutputDeclaration } from "../model/graph.ts";

/** Log-weights below this count as it: no weight at all, which is not the same as no answer. */
const least = -Number.MAX_VALUE;

const made = new WeakMap<ModelGraph, ModelGraph>();

/**
 * A graph of which every output's column can be had, and behind them the column of its log-weight. A draw whose log-weight is NaN
 * or beyond all bounds has no answer.
 */
export function columnsGraph(graph: ModelGraph): ModelGraph {
  const known = made.get(graph) ?? withColumns(graph);
  made.set(graph, known);
  return known;
}

/** Where the log-weight stands among the outputs of `columnsGraph`. */
export const logWeightPlace = ({ outputs }: ModelGraph): number => outputs.length;

function withColumns({ logWeight, ...graph }: ModelGraph): ModelGraph {
  if (logWeight === undefined) throw new RangeError("the graph has no log-weight");
  const floor: GraphNode = { op: "constant", value: least };
  const bounded: GraphNode = { op: "max", a: logWeight, b: graph.nodes.length };
  const asFigure = (output: Exclude<OutputDeclaration, { readonly kind: "ratio" }>): OutputDeclaration => ({
    id: output.id,
    node: output.node,
    unit: "",
    kind: "figure",
    worse: "low",
  });
  const last: OutputDeclaration = {
    // No figure has a space in its name.
    id: "log weight",
    node: graph.nodes.length + 1,
    unit: "",
    kind: "figure",
    worse: "low",
  };
  return {
    ...graph,
    nodes: [...graph.nodes, floor, bounded],
    outputs: [...graph.outputs.map((output) => (output.kind === "ratio" ? output : asFigure(output))), last],
  };
}
