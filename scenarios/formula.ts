import type { Unit } from "../engine/units/unit.ts";

/** Where in the formula's text a part stands, in characters from its start. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type FormulaOperator = "+" | "-" | "*" | "/" | "^" | "<" | "<=" | ">" | ">=" | "=" | "and" | "or";

/** A formula as parsed: never evaluated as code. Names are quantities, figures or series words; which one is settled by the checker. */
export type Expression =
  | { readonly kind: "number"; readonly value: number; readonly unit: Unit; readonly span: Span }
  | { readonly kind: "name"; readonly name: string; readonly span: Span }
  | { readonly kind: "unary"; readonly operator: "-" | "not"; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: "binary";
      readonly operator: FormulaOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  /** min max abs sqrt exp ln floor ceil round if shift cum sum pv at grow carry. */
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Expression[]; readonly span: Span };
