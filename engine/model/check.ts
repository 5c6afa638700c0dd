import { axesOfNode } from "./axes.ts";
import type { ModelGraph } from "./graph.ts";

/**
 * Makes sure that a graph means something: operands stand before their node, axes are declared and fit, inputs exist, ids are
 * told apart, and outputs are one number per draw. Gives the axes of every node. A graph made by `GraphBuilder` always passes.
 *
 * @throws Error with the first thing that is wrong; such a graph is a fault of the program that made it, not of a scenario
 */
export function checkGraph(graph: ModelGraph): readonly (readonly string[])[] {
  distinct(
    "axis",
    graph.axes.map(({ name }) => name),
  );
  distinct(
    "input",
    graph.inputs.map(({ path }) => path),
  );
  distinct(
    "output",
    graph.outputs.map(({ id }) => id),
  );
  for (const { name, size } of graph.axes) {
    if (!Number.isInteger(size) || size < 1) throw new Error(`axis ${name} needs a whole size above 0, got ${size}`);
  }
  const nodeAxes: (readonly string[])[] = [];
  for (const node of graph.nodes) {
    if (node.op === "input" && graph.inputs[node.input] === undefined)
      throw new Error(`no input has number ${node.input}`);
    nodeAxes.push(axesOfNode(node, graph.axes, nodeAxes));
  }
  for (const output of graph.outputs) {
    const axes = nodeAxes[output.node];
    if (axes === undefined) throw new Error(`output ${output.id} is node ${output.node}, which does not exist`);
    if (axes.length > 0) throw new Error(`output ${output.id} still has the axes ${axes.join(", ")}`);
    if (output.kind === "ratio") {
      for (const part of [output.numerator, output.denominator]) {
        if (!graph.outputs.some(({ id }) => id === part))
          throw new Error(`output ${output.id} divides by way of ${part}, which is no output`);
      }
    }
  }
  for (const node of Object.keys(graph.names)) {
    if (graph.nodes[Number(node)] === undefined) throw new Error(`node ${node} has a name but does not exist`);
  }
  return nodeAxes;
}

function distinct(what: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new Error(`the ${what} ${name} is declared twice`);
    seen.add(name);
  }
}
