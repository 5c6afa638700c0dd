import type { UnitWords } from "../../engine/units/index.ts";
import type { Expression, FormulaOperator, Span } from "../formula.ts";
import { baseValue, type Problem, unitOfLiteral } from "../literal.ts";
import { suggestion } from "../nearest.ts";
import { functions } from "./functions.ts";
import { lex, type Token } from "./lexer.ts";

export type FormulaOutcome =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: Problem; readonly span: Span };

const deepest = 60;

/** From loosest to tightest; `not` stands between `and` and the comparisons, the sign − between `*` and `^`. */
const levels: readonly (readonly FormulaOperator[])[] = [
  ["or"],
  ["and"],
  ["<", "<=", ">", ">=", "="],
  ["+", "-"],
  ["*", "/"],
];
const comparisonLevel = 2;

class FormulaError extends Error {
  readonly problem: Problem;
  readonly span: Span;
  constructor(problem: Problem, span: Span) {
    super(problem.code);
    this.problem = problem;
    this.span = span;
  }
}

/**
 * Parses a formula into a tree. `start` is the offset of its first character (after `=`); spans count from the start of `text`.
 * `^` binds tightest and to the right, −x^2 is −(x^2), comparisons don't chain.
 */
export function parseFormula(text: string, words: UnitWords, start = 0): FormulaOutcome {
  const lexed = lex(text, words, start);
  if (!lexed.ok) return lexed;
  try {
    const parser = new Parser(lexed.tokens);
    const expression = parser.level(0, 0);
    parser.end();
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof FormulaError) return { ok: false, problem: error.problem, span: error.span };
    throw error;
  }
}

class Parser {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  level(level: number, depth: number): Expression {
    if (depth > deepest) throw new FormulaError({ code: "formulaTooDeep", with: { most: deepest } }, this.now.span);
    if (level === comparisonLevel && this.is("name", "not")) {
      const { span } = this.take();
      const operand = this.level(comparisonLevel, depth + 1);
      return { kind: "unary", operator: "not", operand, span: { from: span.from, to: operand.span.to } };
    }
    if (level === levels.length) return this.sign(depth);
    let left = this.level(level + 1, depth);
    let compared = false;
    for (;;) {
      const operator = this.operator(levels[level]);
      if (operator === undefined) return left;
      if (level === comparisonLevel && compared) throw new FormulaError({ code: "formulaChain" }, this.now.span);
      compared = true;
      this.take();
      const right = this.level(level + 1, depth + 1);
      left = { kind: "binary", operator, left, right, span: { from: left.span.from, to: right.span.to } };
    }
  }

  end(): void {
    if (this.now.kind === "end") return;
    if (this.is("sign", ")")) throw new FormulaError({ code: "formulaParenthesis" }, this.now.span);
    if (this.is("sign", ",")) throw new FormulaError({ code: "formulaOuterComma" }, this.now.span);
    throw this.unexpected();
  }

  private sign(depth: number): Expression {
    if (depth > deepest) throw new FormulaError({ code: "formulaTooDeep", with: { most: deepest } }, this.now.span);
    if (!this.is("sign", "-")) return this.power(depth);
    const { span } = this.take();
    const operand = this.sign(depth + 1);
    return { kind: "unary", operator: "-", operand, span: { from: span.from, to: operand.span.to } };
  }

  private power(depth: number): Expression {
    const base = this.operand(depth);
    if (!this.is("sign", "^")) return base;
    this.take();
    const exponent = this.sign(depth + 1);
    return {
      kind: "binary",
      operator: "^",
      left: base,
      right: exponent,
      span: { from: base.span.from, to: exponent.span.to },
    };
  }

  private operand(depth: number): Expression {
    const token = this.now;
    if (token.kind === "number") {
      this.take();
      return { kind: "number", value: baseValue(token.literal), unit: unitOfLiteral(token.literal), span: token.span };
    }
    if (token.kind === "name" && !["and", "or", "not"].includes(token.text)) {
      this.take();
      if (this.is("sign", "(")) return this.call(token.text, token.span, depth);
      return { kind: "name", name: token.text, span: token.span };
    }
    if (token.kind === "name" && token.text === "not") return this.level(comparisonLevel, depth + 1);
    if (this.is("sign", "(")) {
      const open = this.take();
      const inner = this.level(0, depth + 1);
      this.close(open.span);
      return inner;
    }
    if (token.kind === "end") throw new FormulaError({ code: "formulaEnd" }, token.span);
    throw this.unexpected();
  }

  private call(name: string, span: Span, depth: number): Expression {
    if (!Object.hasOwn(functions, name)) {
      throw new FormulaError(
        { code: "functionUnknown", with: { name, nearest: suggestion(name, Object.keys(functions)) } },
        span,
      );
    }
    const open = this.take();
    const args: Expression[] = [];
    while (!this.is("sign", ")")) {
      args.push(this.level(0, depth + 1));
      if (!this.is("sign", ",")) break;
      this.take();
    }
    const close = this.close(open.span);
    const [fewest, most] = functions[name];
    if (args.length < fewest || args.length > most) {
      const takes = fewest === most ? String(fewest) : `${fewest}–${most}`;
      throw new FormulaError(
        { code: "functionArguments", with: { name, takes, given: args.length } },
        { from: span.from, to: close.to },
      );
    }
    return { kind: "call", name, arguments: args, span: { from: span.from, to: close.to } };
  }

  private close(open: Span): Span {
    if (!this.is("sign", ")")) {
      if (this.now.kind === "end") throw new FormulaError({ code: "formulaParenthesis" }, open);
      throw this.unexpected();
    }
    return this.take().span;
  }

  private get now(): Token {
    return this.tokens[this.at];
  }

  private take(): Token {
    const token = this.tokens[this.at];
    this.at += 1;
    return token;
  }

  private is(kind: "name" | "sign", text: string): boolean {
    return this.now.kind === kind && this.now.text === text;
  }

  private operator(among: readonly FormulaOperator[]): FormulaOperator | undefined {
    const token = this.now;
    if (token.kind !== "sign" && token.kind !== "name") return undefined;
    return among.find((operator) => operator === token.text);
  }

  private unexpected(): FormulaError {
    const token = this.now;
    const found = token.kind === "number" ? token.literal.digits : token.text;
    return new FormulaError({ code: "formulaUnexpected", with: { found } }, token.span);
  }
}
