import { type Expression, expression, integer, local, type Statement, set } from "../../wasm/expression.ts";
import { FunctionBuilder } from "../../wasm/function.ts";
import { control, i32, v128 } from "../../wasm/instructions.ts";
import { steadyPair } from "../constants.ts";
import { columnAddress, columnBytes, type Layout } from "../layout.ts";
import { type VectorOperations, vectorOperations } from "../operations.ts";
import type { VectorArithmetic } from "../vector.ts";
import type { Program, ValueId } from "./program.ts";
import type { Schedule, Section } from "./sections.ts";

/** Bytes from one scratch column of a tile to the next. */
export const scratchStride = (tile: number): number => 8 * tile + 64;

export interface StraightModel {
  readonly program: Program;
  readonly plan: Schedule;
  /** Inputs of the graph, each with a column of its own before those of the outputs. */
  readonly inputs: number;
  readonly tile: number;
  readonly layout: Layout;
}

/** Where the values of a program lie while it runs. */
interface Homes {
  /** Address of a value that is the same in all draws. */
  slot(value: ValueId): number;
  /** Address of a value's column; of inputs and outputs. */
  column(value: ValueId): number | undefined;
}

function homesOf({ program, plan, inputs, layout }: StraightModel): Homes {
  const slotOf = new Map(plan.slots.map((value, k) => [value, layout.numbers + 8 * k]));
  const columnOf = new Map(plan.columns.map((value, k) => [value, columnAddress(layout, inputs + k)]));
  return {
    slot: (value) => slotOf.get(value)!,
    column: (id) => {
      const value = program.values[id];
      return value.op === "input" ? columnAddress(layout, value.input) : columnOf.get(id);
    },
  };
}

/** A function per section, and one that runs them all over a block, tile by tile; `first` is the index of the first section. */
export function modelFunctions(model: StraightModel, o: VectorArithmetic, first: number): readonly FunctionBuilder[] {
  const operations = vectorOperations(o);
  const homes = homesOf(model);
  const sections = model.plan.sections.map((section) => sectionFunction(model, section, homes, operations, o));
  const all = new FunctionBuilder([]);
  const at = all.local("i32");
  const start = local("i32", at);
  if (sections.length > 0)
    all.loop(() => {
      for (let k = 0; k < sections.length; k++) all.emit({ operands: [start], code: control.call(first + k) });
      all.emit(set(at, expression("i32", i32.add, start, integer(8 * model.tile))));
      return expression("i32", i32.lessUnsigned, start, integer(columnBytes));
    });
  return [...sections, all];
}

/** Pairs of draws worked on at a time: the processor works on one while it waits for the other. Has no effect on values. */
const pairsInStep = 2;

/** Runs a section over the tile that starts `parameter 0` bytes into every column. */
function sectionFunction(
  model: StraightModel,
  section: Section,
  homes: Homes,
  operations: VectorOperations,
  o: VectorArithmetic,
): FunctionBuilder {
  const f = new FunctionBuilder(["i32"]);
  const tileBytes = 8 * model.tile;
  const at = f.parameter(0);
  const endLocal = f.local("i32");
  const inTile = f.local("i32");
  f.emit(set(endLocal, expression("i32", i32.add, at, integer(tileBytes))));
  const numbers = new Map<ValueId, Expression>();
  /** A value that is the same in all draws is one for all pairs. */
  const number = (id: ValueId): Expression => {
    const known = numbers.get(id) ?? steadyPair(homes.slot(id));
    numbers.set(id, known);
    return known;
  };
  f.loop(() => {
    f.emit(set(inTile, expression("i32", i32.and, at, integer(tileBytes - 1))));
    const pairs = Array.from({ length: pairsInStep }, (_, pair) =>
      statementsOf(model, section, { homes, number, column: at, scratch: local("i32", inTile), pair, operations, o }),
    );
    f.emitInStep(pairs);
    f.emit(set(0, expression("i32", i32.add, at, integer(16 * pairsInStep))));
    return expression("i32", i32.lessUnsigned, at, local("i32", endLocal));
  });
  return f;
}

/** What the statements of a pair of draws are made with. */
interface PairOfDraws {
  readonly homes: Homes;
  readonly number: (id: ValueId) => Expression;
  /** Bytes to the first draw in a column, and in a scratch column. */
  readonly column: Expression;
  readonly scratch: Expression;
  /** Pairs of draws further on. */
  readonly pair: number;
  readonly operations: VectorOperations;
  readonly o: VectorArithmetic;
}

/** What a section leaves behind, for one pair of draws. */
function statementsOf(
  { program, plan, tile, layout }: StraightModel,
  section: Section,
  { homes, number, column, scratch, pair, operations, o }: PairOfDraws,
): readonly Statement[] {
  /** Address and offset of a value that has a column, its own or a scratch one. */
  const home = (id: ValueId): readonly [Expression, number] => {
    const own = homes.column(id);
    if (own !== undefined) return [column, own + 16 * pair];
    return [scratch, layout.scratch + scratchStride(tile) * plan.scratch.get(id)! + 16 * pair];
  };
  const own = new Set(section.values);
  const made = new Map<ValueId, Expression>();
  const make = (id: ValueId): Expression => {
    const value = program.values[id];
    if (value.op === "literal") return o.constant(value.value);
    if (!program.varies[id]) return number(id);
    if (!own.has(id) || !("operands" in value)) {
      const [address, offset] = home(id);
      return expression("v128", v128.load(offset), address);
    }
    const operands = value.operands.map(of);
    if (value.op === "unary") return operations.unary[value.by](operands[0]);
    if (value.op === "binary") return operations.binary[value.by](operands[0], operands[1]);
    if (value.op === "count") return operations.count[value.by](operands);
    return operations.select(operands[0], operands[1], operands[2]);
  };
  const of = (id: ValueId): Expression => {
    const known = made.get(id) ?? make(id);
    made.set(id, known);
    return known;
  };
  // Operands come first, so no chain of calls grows longer than one operation.
  for (const id of section.values) of(id);
  return section.stored.map((id): Statement => {
    const [address, offset] = home(id);
    return { operands: [address, of(id)], code: v128.store(offset) };
  });
}
