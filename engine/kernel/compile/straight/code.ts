import type { ModelData, ModelGraph } from "../../../model/graph.ts";
import { parameterValues } from "../../flatten.ts";
import { binary, count, select, unary } from "../../operations.ts";
import type { ModelCode, Place } from "../code.ts";
import { modelFunctions, scratchStride } from "./functions.ts";
import { type Program, programOf, type ValueId } from "./program.ts";
import { type Schedule, schedule } from "./sections.ts";

/** The model as one operation after the other, each cell of its axes written out. */
export interface StraightCode extends ModelCode {
  readonly form: "straight";
  readonly program: Program;
  readonly schedule: Schedule;
  /** Draws that sections pass on to each other at a time. */
  readonly tile: number;
}

/** Draws per tile: scratch columns of a tile stay in the fastest cache. Has no effect on values. */
const tileDraws = 128;

export function straightCode(graph: ModelGraph, options: { section?: number; tile?: number } = {}): StraightCode {
  const program = programOf(graph);
  const plan = schedule(program, options.section);
  const tile = options.tile ?? tileDraws;
  const placeOf = placesOf(program, plan, graph.inputs.length);
  return {
    form: "straight",
    program,
    schedule: plan,
    tile,
    used: program.used,
    columns: plan.columns.length,
    numbers: plan.slots.length,
    scratchBytes: scratchStride(tile) * plan.scratchColumns,
    outputs: program.outputs.map(placeOf),
    logWeight: program.logWeight === undefined ? undefined : placeOf(program.logWeight),
    numbersOf: (data) => {
      const numbers = steadyValues(program, data);
      return Float64Array.from(plan.slots, (value) => numbers[value]);
    },
    functions: (layout, o, first) =>
      modelFunctions({ program, plan, inputs: graph.inputs.length, tile, layout }, o, first),
  };
}

function placesOf({ values, varies }: Program, { slots, columns }: Schedule, inputs: number): (id: ValueId) => Place {
  const columnOf = new Map(columns.map((value, k) => [value, inputs + k]));
  const slotOf = new Map(slots.map((value, k) => [value, k]));
  return (id) => {
    const value = values[id];
    if (value.op === "input") return { column: value.input };
    return varies[id] ? { column: columnOf.get(id)! } : { number: slotOf.get(id)! };
  };
}

/** What is the same in all draws, by the definition of each operation; elsewhere NaN. */
function steadyValues({ values, varies }: Program, data: ModelData): Float64Array {
  const numbers = new Float64Array(values.length).fill(Number.NaN);
  values.forEach((value, id) => {
    if (varies[id]) return;
    if (value.op === "literal") numbers[id] = value.value;
    else if (value.op === "parameter") numbers[id] = parameterValues(data, value.name, value.count)[value.index];
    else if ("operands" in value) {
      const operands = value.operands.map((operand) => numbers[operand]);
      const [a, b, c] = operands;
      if (value.op === "unary") numbers[id] = unary[value.by](a);
      else if (value.op === "count") numbers[id] = count[value.by](operands);
      else numbers[id] = value.op === "binary" ? binary[value.by](a, b) : select(a, b, c);
    }
  });
  return numbers;
}
