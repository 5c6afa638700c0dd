import { type Cell, type FlatModel, operandCells } from "./flatten.ts";

/** Which reusable buffer each column lives in, so that a model needs as few as are alive at once. */
export interface Registers {
  readonly count: number;
  /** By column. */
  readonly of: Int32Array;
}

/** Columns that an instruction reads. */
function columnsRead(cells: readonly Cell[]): readonly number[] {
  return cells.flatMap((cell) => (cell.kind === "column" ? [cell.column] : []));
}

/** Linear scan: a buffer is free again after the last instruction that reads its column. Inputs and outputs stay to the end. */
export function assignRegisters(model: FlatModel): Registers {
  const { instructions } = model;
  const lastRead = new Int32Array(model.columns).fill(-1);
  instructions.forEach((instruction, i) => {
    for (const column of columnsRead(operandCells(instruction))) lastRead[column] = i;
  });
  const wanted = model.logWeight === undefined ? model.outputs : [...model.outputs, model.logWeight];
  for (const column of columnsRead(wanted)) lastRead[column] = instructions.length;
  const of = new Int32Array(model.columns);
  for (let input = 0; input < model.inputs; input++) {
    of[input] = input;
    lastRead[input] = instructions.length;
  }
  let count = model.inputs;
  const free: number[] = [];
  instructions.forEach((instruction, i) => {
    const dying = new Set(columnsRead(operandCells(instruction)).filter((column) => lastRead[column] === i));
    // An operation reads and writes element by element, so its result may take the place of an operand that ends here.
    for (const column of dying) free.push(of[column]);
    of[instruction.out] = free.pop() ?? count++;
    if (lastRead[instruction.out] < 0) free.push(of[instruction.out]);
  });
  return { count, of };
}
