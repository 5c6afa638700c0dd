import { cut, orderOf } from "./order.ts";
import { operandsOfValue, type Program, type ValueId } from "./program.ts";

/** Operations of a section at most: more need more values at hand than a processor has registers. */
const longestSection = 80;

/** Values computed in one go for a few draws. Only these are seen by other sections: `stored`. */
export interface Section {
  /** Operations, operands first. */
  readonly values: readonly ValueId[];
  /** Those that later sections or the outputs read, in the same order. */
  readonly stored: readonly ValueId[];
}

export interface Schedule {
  readonly sections: readonly Section[];
  /** Values that do not vary between draws and that sections read or that are outputs: each has a slot in memory. */
  readonly slots: readonly ValueId[];
  /** Values wanted as columns that are made by operations, each once. */
  readonly columns: readonly ValueId[];
  /** Scratch column of each value that only later sections read. */
  readonly scratch: ReadonlyMap<ValueId, number>;
  readonly scratchColumns: number;
}

/** Puts the operations that the outputs need in order and cuts them into sections. */
export function schedule(program: Program, longest = longestSection): Schedule {
  const { values, varies } = program;
  const wanted = program.logWeight === undefined ? program.outputs : [...program.outputs, program.logWeight];
  const columns = [...new Set(wanted)].filter((id) => varies[id] && values[id].op !== "input");
  const order = orderOf(program, columns);
  const slots = new Set(wanted.filter((id) => !varies[id]));
  for (const id of order)
    for (const operand of operandsOfValue(values[id]))
      if (!varies[operand] && values[operand].op !== "literal") slots.add(operand);
  return { ...placed(program, cut(program, order, longest), new Set(columns)), slots: [...slots], columns };
}

/** A scratch column is free again after the last section that reads it. */
function placed(program: Program, parts: readonly (readonly ValueId[])[], columns: ReadonlySet<ValueId>) {
  const sectionOf = new Map<ValueId, number>();
  const lastRead = new Map<ValueId, number>();
  parts.forEach((part, section) => {
    for (const id of part) {
      sectionOf.set(id, section);
      for (const operand of operandsOfValue(program.values[id])) lastRead.set(operand, section);
    }
  });
  const crosses = (id: ValueId) => (lastRead.get(id) ?? -1) > sectionOf.get(id)!;
  const scratch = new Map<ValueId, number>();
  const free: number[] = [];
  const ending: number[][] = parts.map(() => []);
  let scratchColumns = 0;
  const sections = parts.map((part, section): Section => {
    const stored = part.filter((id) => columns.has(id) || crosses(id));
    for (const id of stored) {
      if (columns.has(id)) continue;
      const column = free.pop() ?? scratchColumns++;
      scratch.set(id, column);
      ending[lastRead.get(id)!].push(column);
    }
    free.push(...ending[section]);
    return { values: part, stored };
  });
  return { sections, scratch, scratchColumns };
}
