import { lowerAt } from "../../engine/distributions/tailsAt.ts";
import { normalCdf } from "../../engine/numeric/elementary.ts";
import { betaTails } from "../../engine/numeric/incompleteBeta.ts";
import { gammaTails } from "../../engine/numeric/incompleteGamma.ts";
import { logBeta } from "../../engine/numeric/logBeta.ts";
import { logGamma } from "../../engine/numeric/logGamma.ts";

/* Evaluates the formulas that the families' pages print, so that what is printed is what is computed. */

export type Names = Readonly<Record<string, number>>;

const choose = (n: number, k: number) =>
  k < 0 || k > n ? 0 : Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1));
function lowerBeta(x: number, a: number, b: number): number {
  const out = new Float64Array(3);
  betaTails(a, b)(x, 1 - x, out);
  return out[1];
}
const functions: Readonly<Record<string, (...values: number[]) => number>> = {
  exp: Math.exp,
  ln: Math.log,
  arctan: Math.atan,
  max: Math.max,
  min: Math.min,
  Γ: (x) => Math.exp(logGamma(x)),
  B: (a, b) => Math.exp(logBeta(a, b)),
  C: choose,
  Φ: normalCdf,
  I: lowerBeta,
  P: (a, x) => lowerAt(gammaTails(a), x),
  ζ: () => 1.2020569031595942, // of 3, which is all that is asked for
};
const constants: Names = { π: Math.PI, γ: 0.5772156649015329 };

/**
 * What a formula says: `A for x < best; B for x ≥ best` in pieces, `…, with z = …` with names of its own, `…, where …` and
 * `…, γ = 0.5772…` for the reader alone. Undefined where it is told in words.
 */
export function formulaValue(formula: string, names: Names): number | undefined {
  if (/Σ|[a-z]{2,} [a-z]|^none|…, /.test(formula.replace(/, (where|with) .*| for x .*?(?=;|$)|, γ = .*/g, "")))
    return undefined;
  const [said, own = ""] = formula.replace(/, (where .*|γ = .*)$/, "").split(/, with /);
  const known: Record<string, number> = { ...constants, ...names };
  for (const definition of own === "" ? [] : own.split(/, (?=\w+ = )/)) {
    const [name, value] = definition.split(" = ");
    known[name] = evaluate(value, known);
  }
  for (const piece of pieces(said)) {
    const [value, sign, limit] = piece;
    if (sign === undefined || holds(known.x, sign, evaluate(limit, known))) return evaluate(value, known);
  }
  throw new Error(`no piece for x = ${known.x}: ${formula}`);
}

/** "A for x < b; C for x = d": each with its condition. */
function pieces(text: string): readonly (readonly [value: string, sign: string | undefined, limit: string])[] {
  return text.split(/; (?=[^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)* for x)/).map((piece) => {
    const [, value, sign, limit] = /^(.*) for x (.) (.*)$/.exec(piece) ?? [undefined, piece, undefined, ""];
    return [value, sign, limit];
  });
}

function holds(x: number, sign: string, limit: number): boolean {
  if (sign === "<") return x < limit;
  return sign === "≥" ? x >= limit : x === limit;
}

/** Arithmetic by recursive descent: + − · / ^ ² ³ ! √ and the functions above. */
function evaluate(text: string, names: Names): number {
  const tokens = text.match(/\d+(?:\.\d+)?|[A-Za-zΓΦζπγ]+|[-+−·/^²³!√(),;]/g) ?? [];
  let at = 0;
  const fail = (): never => {
    throw new Error(`cannot read "${tokens[at] ?? "the end"}" in ${text}`);
  };
  const take = (token: string): boolean => {
    const taken = tokens[at] === token;
    if (taken) at++;
    return taken;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "−")
      value = tokens[at++] === "+" ? value + product() : value - product();
    return value;
  };
  const product = (): number => {
    let value = factor();
    while (tokens[at] === "·" || tokens[at] === "/") value = tokens[at++] === "·" ? value * factor() : value / factor();
    return value;
  };
  const factor = (): number => (take("−") ? -factor() : power());
  const power = (): number => {
    let value = atom();
    for (;;) {
      if (take("²")) value = value ** 2;
      else if (take("³")) value = value ** 3;
      else if (take("!")) value = functions.Γ(value + 1);
      else if (take("^")) value = value ** atom();
      else return value;
    }
  };
  const inParentheses = (): number[] => {
    if (!take("(")) fail();
    const values = [sum()];
    while (take(",") || take(";")) values.push(sum());
    if (!take(")")) fail();
    return values;
  };
  const atom = (): number => {
    const token = tokens[at];
    if (token === "(") return inParentheses()[0];
    if (token === undefined) return fail();
    at++;
    if (token === "√") return Math.sqrt(atom());
    if (/^\d/.test(token)) return Number(token);
    if (token in names) return names[token];
    if (token in functions) return functions[token](...inParentheses());
    at--;
    return fail();
  };
  const value = sum();
  return at === tokens.length ? value : fail();
}
