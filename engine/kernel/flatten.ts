import type { BinaryOperation, CountOperation, ModelData, ModelGraph, NodeId, UnaryOperation } from "../model/graph.ts";
import { passes } from "./identities.ts";
import { binary, count, select, unary } from "./operations.ts";
import { unroll } from "./unroll.ts";

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
    }
  | {
      readonly op: "count";
      readonly by: CountOperation;
      readonly of: readonly Cell[];
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
  const instructions: Instruction[] = [];
  let columns = graph.inputs.length;
  const used = graph.inputs.map(() => false);
  let current: NodeId = 0;

  const number = (value: number): Cell => ({ kind: "number", value });
  const known = (cell: Cell) => (cell.kind === "number" ? cell.value : undefined);
  const next = (): Cell & { kind: "column" } => ({ kind: "column", column: columns++ });
  const { outputs, logWeight } = unroll<Cell>(graph, {
    begin: (node) => {
      current = node;
    },
    literal: number,
    parameter: (name, index, count) => number(parameterValues(data, name, count)[index]),
    input: (input) => {
      used[input] = true;
      return { kind: "column", column: input };
    },
    unary: (by, a) => {
      if (a.kind === "number") return number(unary[by](a.value));
      const out = next();
      instructions.push({ op: "unary", by, a, out: out.column, node: current });
      return out;
    },
    binary: (by, a, b) => {
      if (a.kind === "number" && b.kind === "number") return number(binary[by](a.value, b.value));
      const passed = passes(by, known(a), known(b));
      if (passed !== undefined) return [a, b][passed];
      const out = next();
      instructions.push({ op: "binary", by, a, b, out: out.column, node: current });
      return out;
    },
    select: (test, a, b) => {
      if (test.kind === "number" && a.kind === "number" && b.kind === "number")
        return number(select(test.value, a.value, b.value));
      const out = next();
      instructions.push({ op: "select", test, a, b, out: out.column, node: current });
      return out;
    },
    count: (by, of) => {
      const numbers = of.flatMap((cell) => (cell.kind === "number" ? [cell.value] : []));
      if (numbers.length === of.length) return number(count[by](numbers));
      const out = next();
      instructions.push({ op: "count", by, of, out: out.column, node: current });
      return out;
    },
  });
  const wanted = logWeight === undefined ? outputs : [...outputs, logWeight];
  return { inputs: graph.inputs.length, columns, instructions: alive(instructions, wanted), outputs, logWeight, used };
}

/**
 * The values of a parameter, one per cell.
 *
 * @throws RangeError where it has none, or not as many
 */
export function parameterValues(data: ModelData, name: string, count: number): readonly number[] {
  const stated = data.parameters[name];
  const values = typeof stated === "number" ? [stated] : stated;
  if (values === undefined || values.length !== count)
    throw new RangeError(`parameter ${name}: ${values?.length ?? "no"} values for ${count} cells`);
  return values;
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
    case "count":
      return instruction.of;
  }
}
