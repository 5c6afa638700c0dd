import { axesOfNode, operandsOf } from "../model/axes.ts";
import type { ModelGraph } from "../model/graph.ts";

/** What follows from a graph alone, by node: its axes, whether an output depends on it, whether its values differ between draws. */
export interface Shape {
  readonly axes: readonly (readonly string[])[];
  readonly needed: readonly boolean[];
  readonly varies: readonly boolean[];
  /** Cells of an axis. */
  size(axis: string): number;
  /** Cells of several axes together. */
  cells(names: readonly string[]): number;
}

const shapes = new WeakMap<ModelGraph, Shape>();

export function shapeOf(graph: ModelGraph): Shape {
  const shape = shapes.get(graph) ?? makeShape(graph);
  shapes.set(graph, shape);
  return shape;
}

function makeShape(graph: ModelGraph): Shape {
  const sizes = new Map(graph.axes.map(({ name, size }) => [name, size]));
  const axes: (readonly string[])[] = [];
  const varies: boolean[] = [];
  for (const node of graph.nodes) {
    axes.push(axesOfNode(node, graph.axes, axes));
    varies.push(node.op === "input" || operandsOf(node).some((operand) => varies[operand]));
  }
  const size = (axis: string) => sizes.get(axis)!;
  return {
    axes,
    needed: reachable(graph),
    varies,
    size,
    cells: (names) => names.reduce((product, name) => product * size(name), 1),
  };
}

function reachable(graph: ModelGraph): readonly boolean[] {
  const needed = graph.nodes.map(() => false);
  for (const { node } of graph.outputs) needed[node] = true;
  if (graph.logWeight !== undefined) needed[graph.logWeight] = true;
  for (let id = graph.nodes.length - 1; id >= 0; id--)
    if (needed[id]) for (const operand of operandsOf(graph.nodes[id])) needed[operand] = true;
  return needed;
}

/** Cells from one value of each axis to its next, row by row in the order of `names`. */
export function stridesOf(names: readonly string[], size: (axis: string) => number): ReadonlyMap<string, number> {
  const strides = new Map<string, number>();
  let cells = 1;
  for (const name of names.toReversed()) {
    strides.set(name, cells);
    cells *= size(name);
  }
  return strides;
}
