import { axesOfNode, operandsOf } from "../model/axes.ts";
import type { BinaryOperation, GraphNode, ModelGraph, NodeId, UnaryOperation } from "../model/graph.ts";

/** What the cells of an unrolled graph are made of: numbers and instructions for the interpreter, expressions for the compiler. */
export interface CellMaker<C> {
  /** A number that the shape of the graph fixes. */
  literal(value: number): C;
  /** Value `index` of the `count` values that a parameter must have. */
  parameter(name: string, index: number, count: number): C;
  input(input: number): C;
  unary(by: UnaryOperation, a: C): C;
  binary(by: BinaryOperation, a: C, b: C): C;
  select(test: C, a: C, b: C): C;
  /** Called before the cells of a node are made. */
  begin?(node: NodeId): void;
}

/** A graph without axes: one cell per output. */
export interface Unrolled<C> {
  readonly outputs: readonly C[];
  readonly logWeight?: C;
}

/** Unrolls a graph over its axes: each node that the outputs depend on becomes one cell per cell of its axes, in order. */
export function unroll<C>(graph: ModelGraph, make: CellMaker<C>): Unrolled<C> {
  const sizes = new Map(graph.axes.map(({ name, size }) => [name, size]));
  const axes: (readonly string[])[] = [];
  for (const node of graph.nodes) axes.push(axesOfNode(node, graph.axes, axes));
  const cells: C[][] = [];
  const sizeOf = (names: readonly string[]) => names.reduce((product, name) => product * sizes.get(name)!, 1);

  /** For each cell of `names` (row-major): the index of the operand's cell that it reads, `along` set to `index` where given. */
  const reads = (names: readonly string[], operand: readonly string[], along?: string, index = 0): number[] =>
    Array.from({ length: sizeOf(names) }, (_, cell) => {
      const place = new Map<string, number>();
      for (let rest = cell, k = names.length - 1; k >= 0; k--) {
        const size = sizes.get(names[k])!;
        place.set(names[k], rest % size);
        rest = Math.floor(rest / size);
      }
      if (along !== undefined) place.set(along, index);
      return operand.reduce((at, name) => at * sizes.get(name)! + place.get(name)!, 0);
    });
  const cellsFor = (names: readonly string[], id: NodeId): C[] => reads(names, axes[id]).map((at) => cells[id][at]);

  function along(
    node: GraphNode & { axis: string },
    id: NodeId,
    fill: (line: (i: number, of: NodeId) => C, size: number) => C[],
  ): C[] {
    const others = axes[id].filter((name) => name !== node.axis);
    const size = sizes.get(node.axis)!;
    const result: C[] = new Array(sizeOf(axes[id]));
    /** By operand and index along the axis: what each of the other cells reads. */
    const known = new Map<number, readonly number[]>();
    const readsAt = (i: number, of: NodeId): readonly number[] => {
      const at = known.get(of * size + i) ?? reads(others, axes[of], node.axis, i);
      known.set(of * size + i, at);
      return at;
    };
    for (let other = 0; other < sizeOf(others); other++) {
      const line = (i: number, of: NodeId) => cells[of][readsAt(i, of)[other]];
      const made = fill(line, size);
      for (let i = 0; i < size; i++) result[placeIn(axes[id], others, other, node.axis, i)] = made[i];
    }
    return result;
  }
  function placeIn(
    names: readonly string[],
    others: readonly string[],
    other: number,
    axis: string,
    index: number,
  ): number {
    const place = new Map<string, number>([[axis, index]]);
    for (let rest = other, k = others.length - 1; k >= 0; k--) {
      const size = sizes.get(others[k])!;
      place.set(others[k], rest % size);
      rest = Math.floor(rest / size);
    }
    return names.reduce((at, name) => at * sizes.get(name)! + place.get(name)!, 0);
  }

  function cellsOfNode(node: GraphNode, id: NodeId): C[] {
    const own = axes[id];
    switch (node.op) {
      case "parameter":
        return reads(own, node.axes).map((from) => make.parameter(node.name, from, sizeOf(node.axes)));
      case "input":
        return [make.input(node.input)];
      case "index":
        return Array.from({ length: sizes.get(node.axis)! }, (_, i) => make.literal(i));
      case "select": {
        const [test, a, b] = [node.test, node.a, node.b].map((operand) => cellsFor(own, operand));
        return test.map((cell, i) => make.select(cell, a[i], b[i]));
      }
      case "stack":
        return along(node, id, (line) => node.items.map((item) => line(0, item)));
      case "reduce": {
        const size = sizes.get(node.axis)!;
        const lines = Array.from({ length: size }, (_, i) => reads(own, axes[node.a], node.axis, i));
        return Array.from({ length: sizeOf(own) }, (_, cell) => {
          let folded = cells[node.a][lines[0][cell]];
          for (let i = 1; i < size; i++) folded = make.binary(node.by, folded, cells[node.a][lines[i][cell]]);
          return folded;
        });
      }
      case "shift":
        return along(node, id, (line, size) =>
          Array.from({ length: size }, (_, i) => {
            const from = i - node.by;
            return from < 0 || from >= size ? make.literal(0) : line(from, node.a);
          }),
        );
      case "cumulative":
        return along(node, id, (line, size) => {
          const sums = [line(0, node.a)];
          for (let i = 1; i < size; i++) sums.push(make.binary("add", sums[i - 1], line(i, node.a)));
          return sums;
        });
      case "at":
        return reads(own, axes[node.a], node.axis, node.index).map((from) => cells[node.a][from]);
      case "scan":
        return along(node, id, (line, size) => {
          let states = node.initial.map((initial) => line(0, initial));
          const emitted: C[] = [];
          for (let i = 0; i < size; i++) {
            const values: C[] = [];
            for (const step of node.body) {
              if (step.op === "operand") values.push(line(i, node.operands[step.operand]));
              else if (step.op === "state") values.push(states[step.state]);
              else if (step.op === "select")
                values.push(make.select(values[step.test], values[step.a], values[step.b]));
              else if ("b" in step) values.push(make.binary(step.op, values[step.a], values[step.b]));
              else values.push(make.unary(step.op, values[step.a]));
            }
            states = node.next.map((body) => values[body]);
            emitted.push(values[node.emit]);
          }
          return emitted;
        });
      default: {
        const a = cellsFor(own, node.a);
        if (!("b" in node)) return a.map((cell) => make.unary(node.op, cell));
        const b = cellsFor(own, node.b);
        return a.map((cell, i) => make.binary(node.op, cell, b[i]));
      }
    }
  }

  const needed = reachable(graph);
  for (let id = 0; id < graph.nodes.length; id++) {
    make.begin?.(id);
    cells.push(needed[id] ? cellsOfNode(graph.nodes[id], id) : []);
  }
  return {
    outputs: graph.outputs.map(({ node }) => cells[node][0]),
    logWeight: graph.logWeight === undefined ? undefined : cells[graph.logWeight][0],
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
