import { type Code, control, i32, type ValueType } from "./instructions.ts";

/**
 * A value in a function as a tree of instructions; one that stands under several others is computed once and kept in a local.
 */
export interface Expression {
  readonly type: ValueType;
  readonly code: Code;
  readonly operands: readonly Expression[];
  /** So cheap (an integer, a local) that it is done again wherever it is read. */
  readonly again?: boolean;
  /**
   * The same all through a call of the function, and without operands: in a function that loops the same
   * object is made once, at its start.
   */
  readonly steady?: boolean;
  /** Where this is 1 or 0: the same as all ones or all zeros. */
  readonly mask?: Expression;
  /** Never NaN, never −0. */
  readonly plain?: boolean;
  /** Never NaN, and between these two finite numbers. */
  readonly range?: readonly [number, number];
  /** Of a constant: its value. */
  readonly constant?: number;
  /** This is a loop; its operands are where the states start, then what the body reads from outside. */
  readonly repetition?: Repetition;
  /** This is state number `result` of the loop that is its only operand. */
  readonly result?: number;
}

/** The body of a loop over vectors. Lanes that have stopped keep their states. */
export interface Repetition {
  /** Stand for the states in the body. */
  readonly states: readonly Expression[];
  /** Expressions of the body that do not depend on the states: computed before. */
  readonly outer: readonly Expression[];
  /** A mask: which lanes go on. */
  readonly goOn: Expression;
  readonly next: readonly Expression[];
  /** Rounds at most. */
  readonly most: number;
}

/** Something done with values: a store, a local set, a branch. */
export interface Statement {
  readonly code: Code;
  readonly operands: readonly Expression[];
}

export const expression = (type: ValueType, code: Code, ...operands: readonly Expression[]): Expression => ({
  type,
  code,
  operands,
});

export const integer = (x: number): Expression => ({ type: "i32", code: i32.constant(x), operands: [], again: true });

export const local = (type: ValueType, index: number): Expression => ({
  type,
  code: control.get(index),
  operands: [],
  again: true,
});

export const set = (index: number, value: Expression): Statement => ({ code: control.set(index), operands: [value] });
