import { type CorrelatedGroup, correlate, correlatedGroups } from "../dependence/gaussian.ts";
import { type ScoreSource, scoreSource } from "../design/draws.ts";
import { blockSize, type Plan } from "../design/plan.ts";
import { applyTransform, type Transform, transformOf } from "../distributions/index.ts";
import type { ModelData, ModelGraph } from "../model/graph.ts";
import { binaryColumn, countColumn, type Operand, selectColumn, unaryColumn } from "./columns.ts";
import { type Cell, type FlatModel, flatten, operandCells } from "./flatten.ts";
import type { Kernel } from "./kernel.ts";
import { binary, count, select, unary } from "./operations.ts";
import { assignRegisters } from "./registers.ts";

/** The first quantity without an answer in a draw, and what the inputs were. */
export interface LocatedFailure {
  readonly node: string;
  readonly inputs: Readonly<Record<string, number>>;
}

export interface Interpreter extends Kernel {
  /** Fills `columns[i]` with the values of input i for the draws of a block; inputs that no output depends on as well. */
  inputs(block: number, columns: readonly Float64Array[]): void;
  /** Replays one draw number by number and finds where it first goes wrong. */
  locate(draw: number): LocatedFailure;
}

/**
 * The definition of what a model means: every block as columns of 1,024 numbers, one operation after the other, in plain
 * JavaScript. Scores of each input → dependence → the value of each input → the model.
 *
 * @throws UtfallError for correlations that contradict each other; RangeError for parameters that do not fit the graph
 */
export function interpret(graph: ModelGraph, data: ModelData, plan: Plan): Interpreter {
  const flat = flatten(graph, data);
  const draw = inputDrawer(graph, data, plan);
  const registers = assignRegisters(flat);
  const buffers = Array.from({ length: registers.count }, () => new Float64Array(blockSize));
  const columnAt = (column: number) => buffers[registers.of[column]];
  const steps = flat.instructions.map((instruction) => bind(instruction, columnAt));
  const outputs = flat.outputs.map((cell): Operand => operand(cell, columnAt));
  const inputColumns = buffers.slice(0, flat.inputs);
  const weight = flat.logWeight === undefined ? undefined : operand(flat.logWeight, columnAt);
  const logWeight = typeof weight === "number" ? new Float64Array(blockSize).fill(weight) : weight;
  return {
    kind: "interpreted",
    columns: graph.outputs.map(() => new Float64Array(blockSize)),
    logWeight,
    run(block, columns) {
      draw(block, inputColumns, flat.used);
      for (const step of steps) step();
      outputs.forEach((from, k) => {
        if (typeof from === "number") columns[k].fill(from);
        else columns[k].set(from);
      });
    },
    inputs(block, columns) {
      draw(block, columns);
    },
    locate(drawNumber) {
      const block = Math.floor(drawNumber / blockSize);
      draw(block, inputColumns);
      return locate(
        graph,
        flat,
        inputColumns.map((column) => column[drawNumber % blockSize]),
      );
    },
  };
}

const operand = (cell: Cell, columnAt: (column: number) => Float64Array): Operand =>
  cell.kind === "number" ? cell.value : columnAt(cell.column);

function bind(instruction: FlatModel["instructions"][number], columnAt: (column: number) => Float64Array): () => void {
  const out = columnAt(instruction.out);
  const operands = operandCells(instruction).map((cell) => operand(cell, columnAt));
  const [first, second, third] = operands;
  switch (instruction.op) {
    case "unary":
      return () => unaryColumn(instruction.by, first as Float64Array, out);
    case "binary":
      return () => binaryColumn(instruction.by, first, second, out);
    case "select":
      return () => selectColumn(first, second, third, out);
    case "count":
      return () => countColumn(instruction.by, operands, out);
  }
}

/** Makes the values of the inputs for a block: the part of a draw that is the same for every model. */
function inputDrawer(
  graph: ModelGraph,
  data: ModelData,
  plan: Plan,
): (block: number, columns: readonly Float64Array[], used?: readonly boolean[]) => void {
  const source: ScoreSource = scoreSource(plan, graph.inputs);
  const groups: readonly CorrelatedGroup[] = correlatedGroups(
    graph.inputs.map(({ path }) => path),
    data.correlations,
  );
  const inGroup = new Set(groups.flatMap(({ members }) => members));
  const transforms = graph.inputs.map(({ path }): Transform => transformOf(data.distributions[path]));
  const fixed = graph.inputs.map(({ path }) => {
    const stated = plan.sources[path];
    return stated?.kind === "fixed" ? stated.value : undefined;
  });
  return (block, columns, used) => {
    const wanted = (i: number) => used === undefined || used[i];
    for (let i = 0; i < graph.inputs.length; i++)
      if (inGroup.has(i) || (wanted(i) && fixed[i] === undefined)) source.fill(i, block, columns[i]);
    for (const group of groups) correlate(group, columns);
    for (let i = 0; i < graph.inputs.length; i++) {
      const value = fixed[i];
      if (value !== undefined) columns[i].fill(value);
      else if (wanted(i)) applyTransform(transforms[i], columns[i], columns[i], blockSize);
    }
  };
}

function locate(graph: ModelGraph, flat: FlatModel, inputs: readonly number[]): LocatedFailure {
  const values = new Float64Array(flat.columns);
  values.set(inputs);
  const at = (cell: Cell) => (cell.kind === "number" ? cell.value : values[cell.column]);
  const madeBy = new Map<number, FlatModel["instructions"][number]>();
  for (const instruction of flat.instructions) {
    values[instruction.out] = resultOf(instruction, operandCells(instruction).map(at));
    madeBy.set(instruction.out, instruction);
  }
  const wrong = (cell: Cell) => !Number.isFinite(at(cell));
  const output = flat.outputs.findIndex((cell, k) => graph.outputs[k].kind !== "ratio" && wrong(cell));
  // From the output without an answer down to the operation whose operands still had one.
  let cell: Cell | undefined = flat.outputs[output];
  let node = graph.outputs[output]?.node ?? 0;
  while (cell?.kind === "column") {
    const instruction = madeBy.get(cell.column);
    if (instruction === undefined) break;
    node = instruction.node;
    cell = operandCells(instruction).find(wrong);
  }
  const named = Object.fromEntries(graph.inputs.map(({ path }, i) => [path, inputs[i]]));
  return { node: nearestName(graph, node), inputs: named };
}

function resultOf(instruction: FlatModel["instructions"][number], operands: readonly number[]): number {
  const [first, second, third] = operands;
  switch (instruction.op) {
    case "unary":
      return unary[instruction.by](first);
    case "binary":
      return binary[instruction.by](first, second);
    case "select":
      return select(first, second, third);
    case "count":
      return count[instruction.by](operands);
  }
}

/** The name of a node, or of the nearest named one after it that is built on it. */
function nearestName(graph: ModelGraph, failing: number): string {
  const own = graph.names[failing];
  if (own !== undefined) return own;
  const later = Object.keys(graph.names)
    .map(Number)
    .filter((id) => id > failing)
    .sort((left, right) => left - right)[0];
  const output = graph.outputs.find(({ node }) => node >= failing);
  return later !== undefined ? graph.names[later] : (output?.id ?? `node ${failing}`);
}
