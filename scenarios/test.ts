import type { UnitWords } from "../engine/units/index.ts";
import { parseFormula } from "./formula/parse.ts";
import type { Expression, Span } from "./formula.ts";
import type { Problem } from "./literal.ts";

export type TestOperator = ">" | ">=" | "<" | "<=";

/** A test as parsed: `net.municipality > 0 kr`. The quantity on its right is a formula like any other. */
export interface Test {
  readonly figure: string;
  readonly figureSpan: Span;
  readonly operator: TestOperator;
  readonly right: Expression;
  /** Offset of the right side in the text. */
  readonly rightFrom: number;
}

export type TestOutcome =
  | { readonly ok: true; readonly test: Test }
  | { readonly ok: false; readonly problem: Problem; readonly span: Span };

/** Reads `figure operator quantity`. Whether the figure exists is for the checker to say. */
export function parseTest(text: string, words: UnitWords): TestOutcome {
  const match = /^(\s*)([A-Za-z][A-Za-z0-9]*(?:[./][A-Za-z0-9]+)*)\s*(>=|<=|>|<)\s*(?=\S)/.exec(text);
  if (match === null) {
    const sign = /≥|≤|=>|=<|==|=/.exec(text)?.[0];
    if (sign !== undefined && !/[<>]=?/.test(text.replace(/=>|=</, ""))) {
      const right = sign === "≥" || sign === "=>" ? ">=" : sign === "≤" || sign === "=<" ? "<=" : ">= / <=";
      const from = text.indexOf(sign);
      return {
        ok: false,
        problem: { code: "testSign", with: { sign, right } },
        span: { from, to: from + sign.length },
      };
    }
    return {
      ok: false,
      problem: { code: "testForm", with: { test: text.trim() } },
      span: { from: 0, to: text.length },
    };
  }
  const rightFrom = match[0].length;
  const right = parseFormula(text, words, rightFrom);
  if (!right.ok) return right;
  const from = match[1].length;
  return {
    ok: true,
    test: {
      figure: match[2],
      figureSpan: { from, to: from + match[2].length },
      operator: match[3] as TestOperator,
      right: right.expression,
      rightFrom,
    },
  };
}
