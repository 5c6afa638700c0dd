import { correlate } from "../dependence/gaussian.ts";
import { dependenceOf, mapScores } from "../dependence/scoreMap.ts";
import { applyTScores } from "../dependence/tScores.ts";
import { type ScoreSource, scaleNumbers, scoreSource, scoresFrom } from "../design/draws.ts";
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
  /** Fills `columns[k]` with output k of the graph where the inputs have these values, 1,024 of each, whoever made them. */
  evaluate(values: readonly Float64Array[], columns: readonly Float64Array[]): void;
  /** Replays one draw number by number and finds where it first goes wrong. */
  locate(draw: number): LocatedFailure;
}

/**
 * The definition of what a model means: every block as columns of 1,024 numbers, one operation after the other, in plain
 * JavaScript. Scores of each input → dependence → the value of each input → the model.
 *
 * @throws UtfallError for correlations or copulas that contradict each other; RangeError for parameters that do not fit the graph
 */
export function interpret(graph: ModelGraph, data: ModelData, plan: Plan): Interpreter {
  const flat = flatten(graph, data);
  const draw = inputDrawer(graph, data, plan);
  const registers = assignRegisters(flat);
  const tile = tileFor(registers.count);
  const memory = new Float64Array(registers.count * tile);
  const buffers = Array.from({ length: registers.count }, (_, k) => memory.subarray(k * tile, (k + 1) * tile));
  const columnAt = (column: number) => buffers[registers.of[column]];
  const steps = flat.instructions.map((instruction) => bind(instruction, columnAt));
  const outputs = flat.outputs.map((cell): Operand => operand(cell, columnAt));
  const weight = flat.logWeight === undefined ? undefined : operand(flat.logWeight, columnAt);
  const inputColumns = graph.inputs.map(() => new Float64Array(blockSize));
  const inputTiles = inputColumns.map((column) =>
    Array.from({ length: blockSize / tile }, (_, k) => column.subarray(k * tile, (k + 1) * tile)),
  );
  const logWeight = weight === undefined ? undefined : new Float64Array(blockSize);
  /** From the values in the input columns. */
  const evaluate = (columns: readonly Float64Array[]): void => {
    for (let start = 0; start < blockSize; start += tile) {
      for (let i = 0; i < flat.inputs; i++) if (flat.used[i]) buffers[i].set(inputTiles[i][start / tile]);
      for (const step of steps) step();
      outputs.forEach((from, k) => {
        leave(from, columns[k], start, tile);
      });
      if (weight !== undefined) leave(weight, logWeight!, start, tile);
    }
  };
  return {
    kind: "interpreted",
    columns: graph.outputs.map(() => new Float64Array(blockSize)),
    logWeight,
    run(block, columns) {
      draw(block, inputColumns, flat.used);
      evaluate(columns);
    },
    evaluate(values, columns) {
      inputColumns.forEach((column, i) => {
        column.set(values[i]);
      });
      evaluate(columns);
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

/** Doubles that the interpreter works on at most, as long as a tile has some draws. */
const mostMemory = 4_194_304;
const shortestTile = 16;

/** Draws worked on at a time: a whole block unless a graph of many cells would need too much memory. */
function tileFor(registers: number): number {
  let tile = blockSize;
  while (tile > shortestTile && registers * tile > mostMemory) tile /= 2;
  return tile;
}

/** Copies a tile's values to their place in a column. */
function leave(from: Operand, column: Float64Array, start: number, tile: number): void {
  if (typeof from === "number") column.fill(from, start, start + tile);
  else column.set(from, start);
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
  const { groups, mapped } = dependenceOf(
    graph.inputs.map(({ path }) => path),
    data,
  );
  const scales = groups.flatMap(({ t }) => t ?? []);
  const scaleSource = scoresFrom(plan, scaleNumbers(plan, graph.inputs, scales));
  const scaleScores = new Float64Array(blockSize);
  const inGroup = new Set(groups.flatMap(({ members }) => members));
  const ofMap = new Set(mapped?.rows.map(({ input }) => input));
  const mapSources = mapped?.sources.map(() => new Float64Array(blockSize)) ?? [];
  const transforms = graph.inputs.map(({ path }): Transform => transformOf(data.distributions[path]));
  const fixed = graph.inputs.map(({ path }) => {
    const stated = plan.sources[path];
    return stated?.kind === "fixed" ? stated.value : undefined;
  });
  return (block, columns, used) => {
    const wanted = (i: number) => used === undefined || used[i];
    for (let i = 0; i < graph.inputs.length; i++)
      if (inGroup.has(i) || (wanted(i) && fixed[i] === undefined && !ofMap.has(i))) source.fill(i, block, columns[i]);
    mapped?.sources.forEach((input, k) => {
      source.fill(input, block, mapSources[k]);
    });
    for (const row of mapped?.rows ?? [])
      if (wanted(row.input) && fixed[row.input] === undefined) mapScores(row, mapSources, columns[row.input]);
    for (const group of groups) {
      correlate(group, columns);
      if (group.t === undefined) continue;
      scaleSource.fill(scales.indexOf(group.t), block, scaleScores);
      const mixed = group.members.map((i) => columns[i]);
      applyTScores(group.t.tables, scaleScores, mixed);
    }
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
