import { findUnitWord, type UnitWords } from "../../engine/units/index.ts";
import type { Span } from "../formula.ts";
import { type Literal, type Problem, readLiteral, unitProblem } from "../literal.ts";

export type Token =
  | { readonly kind: "number"; readonly literal: Literal; readonly span: Span }
  | { readonly kind: "name"; readonly text: string; readonly span: Span }
  | { readonly kind: "sign"; readonly text: string; readonly span: Span }
  | { readonly kind: "end"; readonly text: ""; readonly span: Span };

export type LexOutcome =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly problem: Problem; readonly span: Span };

const longestFormula = 4000;

const signs = ["<=", ">=", "<", ">", "=", "+", "-", "*", "/", "^", "(", ")", ","];
/** Signs of other languages and of books, with the one that is meant. */
const meant: Readonly<Record<string, string>> = {
  "==": "=",
  "!=": "not (a = b)",
  "<>": "not (a = b)",
  "&&": "and",
  "||": "or",
  "**": "^",
  "!": "not",
  "×": "*",
  "·": "*",
  "÷": "/",
  "≥": ">=",
  "≤": "<=",
  ";": ",",
  "[": "(",
  "]": ")",
  "{": "(",
  "}": ")",
};

const numberStart = /^\d[\d]*(?:[ \u00a0\u202f\u2009_]\d{3}(?!\d))*(?:\.\d+)?(?:[eE][+-]?\d+)?/;
const nameAt = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*/;

/** The unit that follows a number: words joined by `/` without spaces, each of them a unit. Its length in characters. */
function unitLength(rest: string, words: UnitWords): number {
  const gap = /^[ \u00a0]*/.exec(rest)![0].length;
  let length = 0;
  let from = gap;
  for (;;) {
    const word = /^(%|[A-Za-zÅÄÖåäö]+)/.exec(rest.slice(from))?.[0];
    if (word === undefined || findUnitWord(word, words) === undefined) return length;
    length = from + word.length;
    if (rest[length] !== "/") return length;
    from = length + 1;
  }
}

/** Cuts a formula into numbers, names and signs. Nothing is evaluated. */
export function lex(text: string, words: UnitWords, start = 0): LexOutcome {
  const tokens: Token[] = [];
  let at = start;
  const fail = (problem: Problem, from: number, to: number): LexOutcome => ({ ok: false, problem, span: { from, to } });
  if (text.length > longestFormula) return fail({ code: "formulaTooLong", with: { most: longestFormula } }, 0, 1);
  while (at < text.length) {
    const rest = text.slice(at);
    if (/^\s/.test(rest)) {
      at += 1;
      continue;
    }
    const numeric = numberStart.exec(rest)?.[0];
    if (numeric !== undefined) {
      const odd = /^0[xob][\da-f]+|^0\d+/i.exec(rest)?.[0] ?? numeric;
      const length = odd === numeric ? numeric.length + unitLength(rest.slice(numeric.length), words) : odd.length;
      const after = /^\s*([A-Za-zÅÄÖåäö]+)/.exec(rest.slice(length));
      if (odd === numeric && after !== null && !["and", "or", "not"].includes(after[1])) {
        const from = at + length + after[0].length - after[1].length;
        return fail(unitProblem(after[1], after[1], words), from, from + after[1].length);
      }
      const outcome = readLiteral(rest.slice(0, length), words);
      if (!outcome.ok) return fail(outcome.problem, at, at + length);
      tokens.push({ kind: "number", literal: outcome.literal, span: { from: at, to: at + length } });
      at += length;
      continue;
    }
    const name = nameAt.exec(rest)?.[0];
    if (name !== undefined) {
      tokens.push({ kind: "name", text: name, span: { from: at, to: at + name.length } });
      at += name.length;
      continue;
    }
    const wrong = Object.keys(meant).find((sign) => rest.startsWith(sign));
    if (wrong !== undefined)
      return fail({ code: "formulaSign", with: { sign: wrong, right: meant[wrong] } }, at, at + wrong.length);
    const plain = rest[0] === "−" ? "-" : signs.find((sign) => rest.startsWith(sign));
    if (plain === undefined) return fail({ code: "formulaCharacter", with: { character: [...rest][0] } }, at, at + 1);
    tokens.push({ kind: "sign", text: plain, span: { from: at, to: at + plain.length } });
    at += plain.length;
  }
  tokens.push({ kind: "end", text: "", span: { from: text.length, to: text.length + 1 } });
  return { ok: true, tokens };
}
