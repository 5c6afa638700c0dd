import type { BinaryOperation } from "../model/graph.ts";

/**
 * Which operand, 0 or 1, is the result whatever it is, NaN and −0 included; undefined where the operation has to be done.
 *
 * @param a value of the first operand where it is known before the draws
 */
export function passes(by: BinaryOperation, a: number | undefined, b: number | undefined): 0 | 1 | undefined {
  switch (by) {
    case "multiply":
      if (b === 1) return 0;
      return a === 1 ? 1 : undefined;
    case "divide":
      return b === 1 ? 0 : undefined;
    // x − 0 is x; x + 0 is not, for −0 + 0 is 0.
    case "subtract":
      return Object.is(b, 0) ? 0 : undefined;
    default:
      return undefined;
  }
}
