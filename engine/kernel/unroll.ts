import type { BinaryOperation, CountOperation, GraphNode, ModelGraph, NodeId, UnaryOperation } from "../model/graph.ts";
import { type Shape, shapeOf, stridesOf } from "./shape.ts";

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
  count(by: CountOperation, of: readonly C[]): C;
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
  const shape = shapeOf(graph);
  const cells = unrollNodes(graph, shape, shape.needed, make);
  return {
    outputs: graph.outputs.map(({ node }) => cells[node][0]),
    logWeight: graph.logWeight === undefined ? undefined : cells[graph.logWeight][0],
  };
}

/**
 * The cells of each wanted node, row by row in the order of its axes; none of the others.
 *
 * @param wanted by node; what a wanted node reads must be wanted too
 */
export function unrollNodes<C>(
  graph: ModelGraph,
  { axes, size, cells: cellsIn }: Shape,
  wanted: readonly boolean[],
  make: CellMaker<C>,
): readonly (readonly C[])[] {
  const cells: (readonly C[])[] = [];

  /** For each cell of `names`: the index of the operand's cell that it reads, `along` set to `index` where given. */
  const reads = (names: readonly string[], operand: readonly string[], along?: string, index = 0): Int32Array => {
    const strides = stridesOf(operand, size);
    let places = Int32Array.of(along === undefined ? 0 : index * (strides.get(along) ?? 0));
    for (const name of names) {
      const [count, stride] = [size(name), strides.get(name) ?? 0];
      const next = new Int32Array(places.length * count);
      for (let place = 0, at = 0; place < places.length; place++)
        for (let i = 0; i < count; i++) next[at++] = places[place] + i * stride;
      places = next;
    }
    return places;
  };
  const cellsFor = (names: readonly string[], id: NodeId): readonly C[] =>
    names === axes[id] ? cells[id] : Array.from(reads(names, axes[id]), (at) => cells[id][at]);

  /** Makes the cells along an axis together, line by line. */
  function along(
    node: GraphNode & { axis: string },
    id: NodeId,
    fill: (line: (i: number, of: NodeId) => C, size: number) => readonly C[],
  ): C[] {
    const others = axes[id].filter((name) => name !== node.axis);
    const count = size(node.axis);
    const result: C[] = new Array(cellsIn(axes[id]));
    const first = reads(others, axes[id]);
    const step = stridesOf(axes[id], size).get(node.axis)!;
    /** By operand: the first cell that each line reads, and from one cell of a line to the next. */
    const known = new Map<NodeId, { readonly first: Int32Array; readonly step: number }>();
    const readsOf = (of: NodeId) => {
      const before = known.get(of);
      if (before !== undefined) return before;
      const made = { first: reads(others, axes[of]), step: stridesOf(axes[of], size).get(node.axis) ?? 0 };
      known.set(of, made);
      return made;
    };
    for (let other = 0; other < first.length; other++) {
      const line = (i: number, of: NodeId) => {
        const read = readsOf(of);
        return cells[of][read.first[other] + i * read.step];
      };
      const made = fill(line, count);
      for (let i = 0; i < count; i++) result[first[other] + i * step] = made[i];
    }
    return result;
  }

  function cellsOfNode(node: GraphNode, id: NodeId): C[] {
    const own = axes[id];
    switch (node.op) {
      case "parameter": {
        const count = cellsIn(node.axes);
        return Array.from(reads(own, node.axes), (from) => make.parameter(node.name, from, count));
      }
      case "constant":
        return [make.literal(node.value)];
      case "input":
        return [make.input(node.input)];
      case "index":
        return Array.from({ length: size(node.axis) }, (_, i) => make.literal(i));
      case "select": {
        const [test, a, b] = [node.test, node.a, node.b].map((operand) => cellsFor(own, operand));
        return test.map((cell, i) => make.select(cell, a[i], b[i]));
      }
      case "count": {
        const operands = node.of.map((operand) => cellsFor(own, operand));
        return operands[0].map((_, i) =>
          make.count(
            node.by,
            operands.map((cell) => cell[i]),
          ),
        );
      }
      case "stack":
        return along(node, id, (line) => node.items.map((item) => line(0, item)));
      case "reduce": {
        const first = reads(own, axes[node.a]);
        const step = stridesOf(axes[node.a], size).get(node.axis)!;
        return Array.from(first, (from) => {
          let folded = cells[node.a][from];
          for (let i = 1; i < size(node.axis); i++)
            folded = make.binary(node.by, folded, cells[node.a][from + i * step]);
          return folded;
        });
      }
      case "shift":
        return along(node, id, (line, count) =>
          Array.from({ length: count }, (_, i) => {
            const from = i - node.by;
            return from < 0 || from >= count ? make.literal(0) : line(from, node.a);
          }),
        );
      case "cumulative":
        return along(node, id, (line, count) => {
          const sums = [line(0, node.a)];
          for (let i = 1; i < count; i++) sums.push(make.binary("add", sums[i - 1], line(i, node.a)));
          return sums;
        });
      case "at":
        return Array.from(reads(own, axes[node.a], node.axis, node.index), (from) => cells[node.a][from]);
      case "scan":
        return along(node, id, (line, count) => {
          let states = node.initial.map((initial) => line(0, initial));
          const emitted: C[] = [];
          for (let i = 0; i < count; i++) {
            const values: C[] = [];
            for (const step of node.body) {
              if (step.op === "operand") values.push(line(i, node.operands[step.operand]));
              else if (step.op === "state") values.push(states[step.state]);
              else if (step.op === "select")
                values.push(make.select(values[step.test], values[step.a], values[step.b]));
              else if (step.op === "count")
                values.push(
                  make.count(
                    step.by,
                    step.of.map((operand) => values[operand]),
                  ),
                );
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

  for (let id = 0; id < graph.nodes.length; id++) {
    if (wanted[id]) make.begin?.(id);
    cells.push(wanted[id] ? cellsOfNode(graph.nodes[id], id) : []);
  }
  return cells;
}
