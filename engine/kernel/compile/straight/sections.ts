import { operandsOfValue, type Program, type ValueId } from "./program.ts";

/** Operations of a section at most: what a compiler of machine code still handles well. */
const longestSection = 200;

/** Values computed in one go for a pair of draws. Only these are seen by other sections: `stored`. */
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

/**
 * Orders the operations that the outputs need depth first, so that few values are alive at once, and cuts them into sections.
 * A scratch column is free again after the last section that reads it.
 */
export function schedule(program: Program, longest = longestSection): Schedule {
  const { values, varies } = program;
  const wanted = program.logWeight === undefined ? program.outputs : [...program.outputs, program.logWeight];
  const columns = [...new Set(wanted)].filter((id) => varies[id] && values[id].op !== "input");
  const order: ValueId[] = [];
  const slots = new Set(wanted.filter((id) => !varies[id]));
  const done = new Set<ValueId>();
  for (const root of columns) {
    const stack: ValueId[] = [root];
    while (stack.length > 0) {
      const id = stack[stack.length - 1];
      const operands = operandsOfValue(values[id]);
      const waiting = done.has(id)
        ? []
        : operands.filter((operand) => isOperation(program, operand) && !done.has(operand));
      if (waiting.length > 0) {
        for (const operand of waiting.toReversed()) stack.push(operand);
        continue;
      }
      stack.pop();
      if (done.has(id)) continue;
      done.add(id);
      order.push(id);
      for (const operand of operands) if (!varies[operand] && values[operand].op !== "literal") slots.add(operand);
    }
  }
  const parts: ValueId[][] = [];
  for (let at = 0; at < order.length; at += longest) parts.push(order.slice(at, at + longest));
  return { ...placed(program, parts, new Set(columns)), slots: [...slots], columns };
}

/** Neither an input nor the same in all draws. */
const isOperation = ({ values, varies }: Program, id: ValueId): boolean => varies[id] && values[id].op !== "input";

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
