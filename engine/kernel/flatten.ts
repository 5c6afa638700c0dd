import { axesOfNode, operandsOf } from "../model/axes.ts";
import type { BinaryOperation, GraphNode, ModelData, ModelGraph, NodeId, UnaryOperation } from "../model/graph.ts";
import { binary, select, unary } from "./operations.ts";

/**
 * A cell of a node as the interpreter sees it: a number that is the same in all draws, or the index of a column.
 * Columns 0 … inputs − 1 are the inputs; further ones are results of instructions, in their order.
 */
export type Cell =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "column"; readonly column: number };

export type Instruction =
  | { readonly op: "unary"; readonly by: UnaryOperation; readonly a: Cell; readonly out: number; readonly node: NodeId }
  | {
      readonly op: "binary";
      readonly by: BinaryOperation;
      readonly a: Cell;
      readonly b: Cell;
      readonly out: number;
      readonly node: NodeId;
    }
  | {
      readonly op: "select";
      readonly test: Cell;
      readonly a: Cell;
      readonly b: Cell;
      readonly out: number;
      readonly node: NodeId;
    };

/** A graph unrolled over its axes, with everything that does not vary between draws already computed. */
export interface FlatModel {
  readonly inputs: number;
  readonly columns: number;
  readonly instructions: readonly Instruction[];
  /** One per output of the graph. */
  readonly outputs: readonly Cell[];
  /** Where the graph has one. */
  readonly logWeight?: Cell;
  /** Inputs that some output depends on. */
  readonly used: readonly boolean[];
}

/**
 * Unrolls a graph. Only what the outputs depend on is kept. Operations on numbers that do not vary are done here, once, with
 * the same functions.
 *
 * @throws RangeError where a parameter has no value, or not as many as its axes have cells
 */
export function flatten(graph: ModelGraph, data: ModelData): FlatModel {
  const sizes = new Map(graph.axes.map(({ name, size }) => [name, size]));
  const axes: (readonly string[])[] = [];
  for (const node of graph.nodes) axes.push(axesOfNode(node, graph.axes, axes));
  const instructions: Instruction[] = [];
  let columns = graph.inputs.length;
  const cells: Cell[][] = [];
  const used = graph.inputs.map(() => false);
  let current: NodeId = 0;

  const number = (value: number): Cell => ({ kind: "number", value });
  const zero = number(0);
  const next = (): Cell & { kind: "column" } => ({ kind: "column", column: columns++ });
  const doUnary = (by: UnaryOperation, a: Cell): Cell => {
    if (a.kind === "number") return number(unary[by](a.value));
    const out = next();
    instructions.push({ op: "unary", by, a, out: out.column, node: current });
    return out;
  };
  const doBinary = (by: BinaryOperation, a: Cell, b: Cell): Cell => {
    if (a.kind === "number" && b.kind === "number") return number(binary[by](a.value, b.value));
    // Exact for every x, NaN and −0 included, so nothing is lost by not doing it.
    if ((by === "multiply" || by === "divide") && b.kind === "number" && b.value === 1) return a;
    if (by === "multiply" && a.kind === "number" && a.value === 1) return b;
    const out = next();
    instructions.push({ op: "binary", by, a, b, out: out.column, node: current });
    return out;
  };
  const doSelect = (test: Cell, a: Cell, b: Cell): Cell => {
    if (test.kind === "number" && a.kind === "number" && b.kind === "number")
      return number(select(test.value, a.value, b.value));
    const out = next();
    instructions.push({ op: "select", test, a, b, out: out.column, node: current });
    return out;
  };
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
  const cellsFor = (names: readonly string[], id: NodeId): Cell[] => reads(names, axes[id]).map((at) => cells[id][at]);

  function along(
    node: GraphNode & { axis: string },
    id: NodeId,
    make: (line: (i: number, of: NodeId) => Cell, size: number) => Cell[],
  ): Cell[] {
    const others = axes[id].filter((name) => name !== node.axis);
    const size = sizes.get(node.axis)!;
    const result: Cell[] = new Array(sizeOf(axes[id]));
    for (let other = 0; other < sizeOf(others); other++) {
      const line = (i: number, of: NodeId) => cells[of][reads(others, axes[of], node.axis, i)[other]];
      const made = make(line, size);
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

  function cellsOfNode(node: GraphNode, id: NodeId): Cell[] {
    const own = axes[id];
    switch (node.op) {
      case "parameter":
        return parameterCells(node, own);
      case "input":
        used[node.input] = true;
        return [{ kind: "column", column: node.input }];
      case "index":
        return Array.from({ length: sizes.get(node.axis)! }, (_, i) => number(i));
      case "select": {
        const [test, a, b] = [node.test, node.a, node.b].map((operand) => cellsFor(own, operand));
        return test.map((cell, i) => doSelect(cell, a[i], b[i]));
      }
      case "stack":
        return along(node, id, (line) => node.items.map((item) => line(0, item)));
      case "reduce": {
        const size = sizes.get(node.axis)!;
        const lines = Array.from({ length: size }, (_, i) => reads(own, axes[node.a], node.axis, i));
        return Array.from({ length: sizeOf(own) }, (_, cell) => {
          let folded = cells[node.a][lines[0][cell]];
          for (let i = 1; i < size; i++) folded = doBinary(node.by, folded, cells[node.a][lines[i][cell]]);
          return folded;
        });
      }
      case "shift":
        return along(node, id, (line, size) =>
          Array.from({ length: size }, (_, i) => {
            const from = i - node.by;
            return from < 0 || from >= size ? zero : line(from, node.a);
          }),
        );
      case "cumulative":
        return along(node, id, (line, size) => {
          const sums = [line(0, node.a)];
          for (let i = 1; i < size; i++) sums.push(doBinary("add", sums[i - 1], line(i, node.a)));
          return sums;
        });
      case "at":
        return reads(own, axes[node.a], node.axis, node.index).map((from) => cells[node.a][from]);
      case "scan":
        return along(node, id, (line, size) => {
          let states = node.initial.map((initial) => line(0, initial));
          const emitted: Cell[] = [];
          for (let i = 0; i < size; i++) {
            const values: Cell[] = [];
            for (const step of node.body) {
              if (step.op === "operand") values.push(line(i, node.operands[step.operand]));
              else if (step.op === "state") values.push(states[step.state]);
              else if (step.op === "select") values.push(doSelect(values[step.test], values[step.a], values[step.b]));
              else if ("b" in step) values.push(doBinary(step.op, values[step.a], values[step.b]));
              else values.push(doUnary(step.op, values[step.a]));
            }
            states = node.next.map((body) => values[body]);
            emitted.push(values[node.emit]);
          }
          return emitted;
        });
      default: {
        const a = cellsFor(own, node.a);
        if (!("b" in node)) return a.map((cell) => doUnary(node.op, cell));
        const b = cellsFor(own, node.b);
        return a.map((cell, i) => doBinary(node.op, cell, b[i]));
      }
    }
  }

  function parameterCells(node: GraphNode & { op: "parameter" }, own: readonly string[]): Cell[] {
    const stated = data.parameters[node.name];
    const values = typeof stated === "number" ? [stated] : stated;
    if (values === undefined || values.length !== sizeOf(node.axes))
      throw new RangeError(`parameter ${node.name}: ${values?.length ?? "no"} values for ${sizeOf(node.axes)} cells`);
    return reads(own, node.axes).map((from) => number(values[from]));
  }

  const needed = reachable(graph);
  for (let id = 0; id < graph.nodes.length; id++) {
    current = id;
    cells.push(needed[id] ? cellsOfNode(graph.nodes[id], id) : []);
  }
  const outputs = graph.outputs.map(({ node }) => cells[node][0]);
  const logWeight = graph.logWeight === undefined ? undefined : cells[graph.logWeight][0];
  const wanted = logWeight === undefined ? outputs : [...outputs, logWeight];
  return { inputs: graph.inputs.length, columns, instructions: alive(instructions, wanted), outputs, logWeight, used };
}

/** Instructions whose result somebody reads. */
function alive(instructions: readonly Instruction[], wanted: readonly Cell[]): readonly Instruction[] {
  const read = new Set<number>();
  const mark = (cell: Cell) => cell.kind === "column" && read.add(cell.column);
  wanted.forEach(mark);
  return instructions
    .toReversed()
    .filter((instruction) => {
      if (!read.has(instruction.out)) return false;
      operandCells(instruction).forEach(mark);
      return true;
    })
    .toReversed();
}

/** Operands of an instruction, in order. */
export function operandCells(instruction: Instruction): readonly Cell[] {
  switch (instruction.op) {
    case "unary":
      return [instruction.a];
    case "binary":
      return [instruction.a, instruction.b];
    case "select":
      return [instruction.test, instruction.a, instruction.b];
  }
}

function reachable(graph: ModelGraph): readonly boolean[] {
  const needed = graph.nodes.map(() => false);
  for (const { node } of graph.outputs) needed[node] = true;
  if (graph.logWeight !== undefined) needed[graph.logWeight] = true;
  for (let id = graph.nodes.length - 1; id >= 0; id--)
    if (needed[id]) for (const operand of operandsOf(graph.nodes[id])) needed[operand] = true;
  return needed;
}
